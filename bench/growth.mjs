#!/usr/bin/env node
/**
 * How the time for a whole analysis grows with one thing at a time: agents that may all write to each other, allowlist entries, names in a tool list, text
 * that is only there. Straight growth shows as a last column that stays where it is.
 *
 *   npm run bench:growth [-- --plot docs/images/growth.svg]
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { nodeSchemaSource } from "../server/src/entry/schemas-node.ts";
import { analyze, dialectFor, gatherConfigSet } from "../server/src/core/index.ts";
import { organisation } from "./organisation.mjs";
import { plot } from "./plot.mjs";

const openclaw = dialectFor("file:///openclaw.json");
const schemas = nodeSchemaSource(fileURLToPath(new URL("../schemas", import.meta.url)));

const grows = {
  agents: [[1, 10, 100, 500, 1000, 2000], (count) => ({ "openclaw.json": text(organisation(count)) })],
  "allowlist entries": [
    [10, 100, 1000, 5000],
    (count) => ({ "openclaw.json": text(organisation(2)), "exec-approvals.json": approvals(count) }),
  ],
  "names in a list": [[10, 100, 1000], (count) => ({ "openclaw.json": text(organisation(2, names(count))) })],
  "KiB of comments": [
    [10, 100, 1000],
    (count) => ({ "openclaw.json": `${"// a comment of this config, and more of it\n".repeat(count * 23)}${text(organisation(2))}` }),
  ],
};

const lines = [];
for (const [what, [sizes, write]] of Object.entries(grows)) {
  const points = [];
  lines.push({ what, points });
  for (const size of sizes) {
    const files = write(size);
    const bytes = Object.values(files).reduce((sum, text) => sum + text.length, 0);
    const { resolve, total, findings } = await fastest(files);
    console.log(
      `${String(size).padStart(5)} ${what.padEnd(18)} ${(bytes / 1024).toFixed(0).padStart(5)} KiB  ` +
        `resolve ${resolve.toFixed(1).padStart(7)} ms  analysis ${total.toFixed(1).padStart(7)} ms  ${findings} findings  ` +
        `${((total * 1000) / size).toFixed(0).padStart(6)} µs each`,
    );
    points.push([size, total]);
  }
}
const [option, file] = process.argv.slice(2);
if (option === "--plot") writeFileSync(file, plot(lines));

/** The fastest of several runs: what the machine did besides only ever adds. */
async function fastest(files) {
  const set = await gatherConfigSet(openclaw, "file:///set/openclaw.json", ({ uri }) => {
    const text = files[uri.slice("file:///set/".length)];
    return text === undefined ? { state: "absent" } : { state: "read", text };
  });
  const release = openclaw.targetRelease(set, undefined);
  let [resolve, total, findings] = [Infinity, Infinity, 0];
  for (let run = 0; run < 4; run++) {
    // Answers about a set are remembered with it, so each run gets sets of its own.
    const [once, again] = [{ ...set }, { ...set }];
    const begun = performance.now();
    openclaw.resolve(once, release);
    const resolved = performance.now();
    findings = analyze(again, openclaw, { schemas }).findings.length;
    resolve = Math.min(resolve, resolved - begun);
    total = Math.min(total, performance.now() - resolved);
  }
  return { resolve, total, findings };
}

function text(config) {
  return JSON.stringify(config, null, 2);
}

function approvals(count) {
  const allowlist = Array.from({ length: count }, (_, index) => ({ pattern: `/opt/tools/bin/tool-${index}` }));
  return JSON.stringify({ version: 1, defaults: { security: "allowlist", ask: "on-miss" }, agents: { "*": { allowlist } } }, null, 2);
}

function names(count) {
  return Array.from({ length: count }, (_, index) => (index % 3 === 0 ? "read" : `plugin_tool_${index}`));
}
