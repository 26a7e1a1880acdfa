#!/usr/bin/env node
/**
 * How long an editor waits: from process start to the first diagnostics, and from a keystroke to its diagnostics, through real language servers over stdio,
 * on configs of several sizes. Beside ours: the JSON server of VS Code with the same schema, which checks the schema and nothing else. Its answers wait for
 * half a second of silence, so what compares is processor time. `node -e 0` is the yardstick for the start.
 *
 *   npm run bench [-- edits]
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import JSON5 from "json5";
import { startServer } from "./lsp-process.mjs";
import { configOf } from "./organisation.mjs";
import { peer } from "./peers.mjs";
import { quantile } from "./quantile.mjs";

const wanted = Number(process.argv[2] ?? 100);
const uri = "file:///bench/openclaw.json";
const example = readFileSync("examples/founding-organisation/original/openclaw.json", "utf8");
const schema = JSON.parse(readFileSync("schemas/2026.9.6/config.json", "utf8"));

const servers = {
  // As the extension starts it.
  Grantlint: { args: ["--max-semi-space-size=4", "dist/server.js", "--stdio"], language: "openclaw-config" },
  "VS Code's JSON server": {
    args: [peer("vscode-langservers-extracted/bin/vscode-json-language-server"), "--stdio"],
    language: "json",
    settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ["openclaw.json"], url: "bench://schema", schema }] } },
  },
};

const texts = {
  "22 agents": { [servers.Grantlint.language]: example, json: `${JSON.stringify(JSON5.parse(example), null, 2)}\n` },
  "5 KB": configOf(5_000),
  "100 KB": configOf(100_000),
  "1 MB": configOf(1_000_000),
};

const bare = await repeat(10, () => timed(() => spawnSync(process.execPath, ["-e", "0"])));
console.log(`bare node: ${quantile(bare, 0.5).toFixed(0)} ms`);
console.log(`ESLint's server, start to first diagnostics: ${(await startOfEslint()).toFixed(0)} ms\n`);
console.log("config     server                 start  edit p50    p95    max  CPU per edit  memory after open  peak");
for (const [size, text] of Object.entries(texts)) {
  for (const [name, server] of Object.entries(servers)) {
    const own = typeof text === "string" ? text : text[server.language];
    const edits = Math.max(4, Math.min(wanted, Math.round(20_000_000 / own.length)));
    const figures = await measure(server, own, edits);
    const [start, p50, p95, worst] = [figures.start, ...[0.5, 0.95, 1].map((share) => quantile(figures.edits, share))];
    console.log(
      [
        size.padEnd(10),
        name.padEnd(21),
        ...[start, p50, p95, worst].map((number, index) => number.toFixed(index === 0 ? 0 : 1).padStart(index === 1 ? 9 : 6)),
        `${figures.cpu.toFixed(1)} ms`.padStart(13),
        `${figures.memory} MiB`.padStart(18),
        `${figures.peak} MiB`.padStart(8),
      ].join(" "),
    );
  }
}

/** What people are used to: the linter of JavaScript, with this project's own rules for plain scripts, on one of its files. */
async function startOfEslint() {
  const file = resolve("bench/quantile.mjs");
  const folder = { uri: pathToFileURL(resolve(".")).href, name: "grantlint" };
  const perDocument = {
    ...{
      validate: "on",
      run: "onType",
      useESLintClass: true,
      useFlatConfig: true,
      experimental: {},
      problems: {},
      rulesCustomizations: [],
    },
    ...{
      codeAction: {},
      codeActionOnSave: { mode: "all" },
      format: false,
      quiet: false,
      onIgnoredFiles: "off",
      options: {},
      nodePath: null,
    },
    ...{ workingDirectory: { directory: resolve(".") }, workspaceFolder: folder },
  };
  const starts = await repeat(3, async () => {
    const args = [peer("vscode-langservers-extracted/bin/vscode-eslint-language-server"), "--stdio"];
    const server = await startServer(process.execPath, args, { perDocument });
    await server.asked(pathToFileURL(file).href, "var unused = 1;\n", "javascript");
    const since = server.sinceStart();
    server.stop();
    return since;
  });
  return quantile(starts, 0.5);
}

/** Three starts, of which the middle one counts, then one server for all edits. */
async function measure({ args, language, settings }, text, edits) {
  const starts = await repeat(3, async () => {
    const server = await startServer(process.execPath, args, { settings });
    await server.opened(uri, text, language);
    const since = server.sinceStart();
    server.stop();
    return since;
  });
  const server = await startServer(process.execPath, args, { settings });
  await server.opened(uri, text, language);
  const before = server.usage();
  const times = await typeInto(server, text, edits);
  const after = server.usage();
  server.stop();
  return {
    start: quantile(starts, 0.5),
    edits: times,
    cpu: (after.cpu - before.cpu) / times.length,
    memory: before.memory,
    peak: after.peak,
  };
}

/** Types a letter somewhere and takes it out again. */
async function typeInto(server, text, edits) {
  const lines = text.split("\n");
  const times = [];
  for (let version = 2; times.length < edits; version += 2) {
    const line = (version * 7) % lines.length;
    const at = { line, character: Math.min(lines[line].length, version % 20) };
    times.push(await server.changed(uri, version, [{ range: { start: at, end: at }, text: "x" }]));
    times.push(await server.changed(uri, version + 1, [{ range: { start: at, end: { line, character: at.character + 1 } }, text: "" }]));
  }
  return times;
}

async function repeat(times, body) {
  const results = [];
  for (let run = 0; run < times; run++) results.push(await body());
  return results;
}

function timed(body) {
  const begun = performance.now();
  body();
  return performance.now() - begun;
}
