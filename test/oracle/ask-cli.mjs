/**
 * Asks a real OpenClaw on the command line: cases as lines of JSON in, answers as lines of JSON out, in order.
 *   echo '{"id":1,"config":{"tools":{"deny":["exec"]}}}' | node test/oracle/ask-cli.mjs --openclaw 2026.6.1
 * Questions and answers are described in `answer.ts`.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { cacheFolder, installNode, installOpenClaw } from "./install.mjs";

const [option, release] = process.argv.slice(2);
if (option !== "--openclaw" || !release) {
  console.error("usage: ask-cli.mjs --openclaw <release> < cases.ndjson");
  process.exit(2);
}
const driver = path.join(import.meta.dirname, "driver", "main.mjs");
const child = spawn(installNode(), [driver, installOpenClaw(release), path.join(cacheFolder(), "oracle")], { stdio: "inherit" });
child.on("exit", (code) => process.exit(code ?? 1));
