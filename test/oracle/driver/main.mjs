/**
 * Asks one installed OpenClaw what it makes of configs: one case per line in, one answer per line out, in order.
 *   node driver/main.mjs <package root> <cache folder>
 * Runs inside a child process under Node 22.15 or later, because it changes the process's environment and hooks module loading.
 */
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import readline from "node:readline";
import { answerCase } from "./answer.mjs";
import { createHome } from "./home.mjs";
import { leafNames } from "./leaves.mjs";
import { loadSymbols } from "./symbols.mjs";
import { wantedNames } from "./wanted.mjs";

const [packageRoot, cache] = process.argv.slice(2);
if (!packageRoot || !cache) {
  console.error("usage: main.mjs <package root> <cache folder>");
  process.exit(2);
}
const release = JSON.parse(fs.readFileSync(path.join(packageRoot, "package.json"), "utf8")).version;
const home = createHome();
process.on("exit", () => home.remove());
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
// The program starts background work that fails in an empty home; that must not end the run.
process.on("unhandledRejection", () => {});

const reply = process.stdout.write.bind(process.stdout);
const complain = process.stderr.write.bind(process.stderr);
const verbose = process.env.GRANTLINT_ORACLE_VERBOSE === "1";
home.enter();
process.chdir(home.work);
// Whatever the package prints is not an answer.
process.stdout.write = () => true;
if (!verbose) process.stderr.write = () => true;

try {
  const { found, missing } = await loadSymbols({ packageRoot, cache, wanted: wantedNames, leaves: leafNames });
  // Most of these are the older or newer name of something else that was found; a question that needs one says so itself.
  if (verbose) complain(`not in ${release}: ${missing.join(" ")}\n`);
  const context = { found, release, packageRoot, home };
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    reply(JSON.stringify(await answerLine(context, line)) + "\n");
  }
} catch (error) {
  complain(`${error.stack ?? error}\n`);
  process.exit(1);
}
process.exit(0);

async function answerLine(context, line) {
  let question;
  try {
    question = JSON.parse(line);
    return await answerCase(context, question);
  } catch (error) {
    return { id: question?.id, release, oracleError: String(error?.stack ?? error).slice(0, 2000) };
  }
}
