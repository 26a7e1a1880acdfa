/**
 * Has one installed OpenClaw audit config sets: one set per line in, the checks that fire per line out, in order.
 *   node driver/audit.mjs <package root> <cache folder>
 * Nothing of the file system, the network or a running gateway takes part: what it says, it says of the config alone.
 */
import process from "node:process";
import readline from "node:readline";
import { placeApprovals } from "./approvals.mjs";
import { readConfig, placeFiles } from "./config.mjs";
import { createHome } from "./home.mjs";
import { keepStill } from "./still-files.mjs";
import { loadSymbols } from "./symbols.mjs";

const wanted = [
  ...["createConfigIO", "setRuntimeConfigSnapshot", "clearRuntimeConfigSnapshot"],
  // The second is the first's name in early releases.
  ...["runSecurityAuditCore", "runSecurityAudit"],
  ...["loadExecApprovals", "normalizeExecApprovals", "parsePersistedExecApprovals", "parseConfigJson5", "openOpenClawStateDatabase"],
  ...["writeExecApprovalsConfigRow", "deleteExecApprovalsConfigRow", "resetExecApprovalsMigrationGateForTest"],
];

const [packageRoot, cache] = process.argv.slice(2);
const home = createHome();
process.on("exit", () => home.remove());
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
process.on("unhandledRejection", () => {});
const reply = process.stdout.write.bind(process.stdout);
home.enter();
process.chdir(home.work);
keepStill(packageRoot);
process.stdout.write = () => true;

try {
  const { found } = await loadSymbols({ packageRoot, cache, wanted, leaves: [] });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (line.trim()) reply(JSON.stringify(await answer({ found, home }, JSON.parse(line))) + "\n");
  }
} catch (error) {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(1);
}
process.exit(0);

async function answer(context, question) {
  placeFiles(context, question);
  placeApprovals(context, question).restore();
  const { valid, config, errors } = await readConfig(context);
  if (!valid) return { valid, checks: [], errors };
  const audit = context.found.runSecurityAuditCore ?? context.found.runSecurityAudit;
  const { stateDir, configPath } = context.home;
  try {
    const report = await audit({
      ...{ config, sourceConfig: config, env: process.env, stateDir, configPath },
      ...{ includeFilesystem: false, includeChannelSecurity: true, deep: false },
    });
    return { valid, checks: [...new Set(report.findings.map(({ checkId }) => checkId))], errors: [] };
  } catch (error) {
    return { valid, checks: [], errors: [String(error?.stack ?? error)] };
  }
}
