#!/usr/bin/env node
/**
 * How long an editor waits for us: from process start to the first diagnostics of the example organisation, and from a keystroke to its diagnostics,
 * through the real server over stdio. `node -e 0`, started in the same run, is the yardstick for the start.
 *
 *   npm run build && node bench/editor.mjs [runs]
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { quantile, startServer } from "./lsp-process.mjs";

const runs = Number(process.argv[2] ?? 10);
const path = "examples/founding-organisation/original/openclaw.json";
const text = readFileSync(path, "utf8");
const uri = pathToFileURL(path).href;

const starts = [];
const bare = [];
for (let run = 0; run < runs; run++) {
  const begun = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  bare.push(performance.now() - begun);
  const server = await startServer(process.execPath, ["dist/server.js", "--stdio"]);
  await server.opened(uri, text);
  starts.push(server.sinceStart());
  server.stop();
}
print("bare node", bare);
print("process start to first diagnostics", starts);
console.log(`ratio ${(quantile(starts, 0.5) / quantile(bare, 0.5)).toFixed(2)}`);

const server = await startServer(process.execPath, ["dist/server.js", "--stdio"]);
const { diagnostics } = await server.opened(uri, text);
const before = server.usage();
const lines = text.split("\n");
const edits = [];
for (let version = 2; version < 202; version += 2) {
  const line = (version * 7) % lines.length;
  const at = { line, character: Math.min(lines[line].length, version % 20) };
  edits.push(await server.changed(uri, version, [{ range: { start: at, end: at }, text: "x" }]));
  edits.push(await server.changed(uri, version + 1, [{ range: { start: at, end: { line, character: at.character + 1 } }, text: "" }]));
}
const after = server.usage();
print(`keystroke to diagnostics (${diagnostics.length} of them)`, edits);
console.log(
  `processor time per edit ${((after.cpu - before.cpu) / edits.length).toFixed(1)} ms, memory ${before.memory} MiB after open, ${after.peak} MiB at the peak`,
);
server.stop();

function print(what, numbers) {
  const [middle, late, worst] = [0.5, 0.95, 1].map((share) => quantile(numbers, share).toFixed(1));
  console.log(`${what}: p50 ${middle} ms, p95 ${late} ms, max ${worst} ms (${numbers.length})`);
}
