#!/usr/bin/env node
/**
 * How long the command line takes, as whole processes: one set beside a bare Node, agentlinter and, where it is installed, OpenClaw itself; and a thousand
 * sets at once. Processor time is what compares; the others start once for each set. Linux only.
 *
 *   npm run bench:cli
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { organisation } from "./organisation.mjs";
import { peer } from "./peers.mjs";
import { quantile } from "./quantile.mjs";

const runs = 7;
const sets = 1000;
const cache = process.env["GRANTLINT_CACHE"] ?? join(homedir(), ".cache", "grantlint");
const newest = "2026.9.6";
const openclaw = join(cache, "openclaw", newest, "node_modules", "openclaw", "openclaw.mjs");
const node24 = join(cache, "node24", "node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");

const folder = mkdtempSync(join(tmpdir(), "grantlint-bench-"));
try {
  const example = join(folder, "example");
  mkdirSync(example);
  writeFileSync(join(example, "openclaw.json"), readFileSync("examples/founding-organisation/original/openclaw.json"));
  const home = { HOME: folder, OPENCLAW_STATE_DIR: example, OPENCLAW_CONFIG_PATH: join(example, "openclaw.json") };

  console.log("one set of 22 agents                      CPU   wall  memory");
  const bare = measure([process.execPath, "-e", "0"]);
  print("bare node", bare);
  const ours = measure([process.execPath, "dist/cli.js", "lint", example]);
  print("grantlint lint", ours);
  const agentlinter = measure([process.execPath, peer("agentlinter/dist/bin.js"), "--local", example]);
  print("agentlinter --local", agentlinter);
  if (existsSync(openclaw)) {
    for (const command of [
      ["config", "validate"],
      ["security", "audit", "--json"],
    ])
      print(`openclaw ${command.join(" ")}`, measure([node24, openclaw, ...command], home, 2));
  }

  const many = join(folder, "many");
  for (let index = 0; index < sets; index++) {
    mkdirSync(join(many, String(index)), { recursive: true });
    writeFileSync(join(many, String(index), "openclaw.json"), JSON.stringify(organisation(1 + (index % 8)), null, 2));
  }
  const all = measure([process.execPath, "dist/cli.js", "lint", "--format", "json", many], {}, 1);
  const each = measure([process.execPath, peer("agentlinter/dist/bin.js"), "--local", join(many, "7")]);
  console.log(
    `\n${sets} sets of 1 to 8 agents: ${(all.cpu / 1000).toFixed(1)} s CPU, ${all.memory} MiB, ${((sets * 1000) / all.wall).toFixed(0)} sets a second`,
  );
  console.log(
    `agentlinter, once for each: ${((each.cpu * sets) / 1000).toFixed(0)} s CPU, ${((each.cpu * sets) / all.cpu).toFixed(0)} times as much`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** Milliseconds of processor and wall time, and MiB at the peak: the middle of several runs. */
function measure(command, env = {}, times = runs) {
  const figures = Array.from({ length: times }, () => {
    const { stderr } = spawnSync("/usr/bin/time", ["-f", "%e %U %S %M", ...command], {
      env: { ...process.env, ...env },
      maxBuffer: 2 ** 28,
    });
    const [wall, user, system, memory] = String(stderr).trim().split("\n").at(-1).split(" ").map(Number);
    return { cpu: (user + system) * 1000, wall: wall * 1000, memory: Math.round(memory / 1024) };
  });
  const middle = (name) =>
    quantile(
      figures.map((figure) => figure[name]),
      0.5,
    );
  return { cpu: middle("cpu"), wall: middle("wall"), memory: middle("memory") };
}

function print(name, { cpu, wall, memory }) {
  console.log(
    `${name.padEnd(36)} ${(cpu / 1000).toFixed(2).padStart(6)} s ${(wall / 1000).toFixed(2).padStart(5)} s ${`${memory} MiB`.padStart(8)}`,
  );
}
