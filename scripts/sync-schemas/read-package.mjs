/**
 * Reads one installed OpenClaw release, in a process of its own, and writes what its config schema is made of to a file.
 *
 *   node read-package.mjs <package folder> <file>        (Node 24.16 or later, which the newest release needs)
 *
 * Chunk names and export names change with every build, so a chunk is found by what it defines and made to export it while it loads.
 */
import fs from "node:fs";
import nodeModule from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { keywordsOfRefinement } from "./refinements.mjs";
import { fromZod } from "./zod-to-schema.mjs";

const packageFolder = path.resolve(process.argv[2]);
const dist = path.join(packageFolder, "dist");
const { version } = JSON.parse(fs.readFileSync(path.join(packageFolder, "package.json"), "utf8"));

const home = fs.mkdtempSync(path.join(os.tmpdir(), "grantlint-schemas-"));
process.on("exit", () => fs.rmSync(home, { recursive: true, force: true }));
enterEmptyHome();

const wanted = ["OpenClawSchema", "readBestEffortRuntimeConfigSchema", "buildConfigSchema", "getSecretTargetRegistry"];
const found = await load(wanted);
const { schema: core, rules } = fromZod(found.OpenClawSchema, keywordsOfRefinement);
const manifests = readManifests();
const published = found.readBestEffortRuntimeConfigSchema
  ? await found.readBestEffortRuntimeConfigSchema()
  : found.buildConfigSchema({ plugins: manifests.map(toPluginMetadata), channels: [] });
const result = { version, origin: origin(), core, rules, published: published.schema, hints: published.uiHints, manifests };
fs.writeFileSync(process.argv[3], JSON.stringify(result));
process.exit(0);

/** Where the package came from: its checksum in the registry, its commit, the day it was built. */
function origin() {
  const build = JSON.parse(fs.readFileSync(path.join(dist, "build-info.json"), "utf8"));
  const lock = JSON.parse(fs.readFileSync(path.join(packageFolder, "..", ".package-lock.json"), "utf8"));
  const { integrity } = lock.packages["node_modules/openclaw"];
  return { commit: build.commit, built: build.builtAt.slice(0, 10), integrity };
}

/** The manifests of the plugins inside the package: the part of them that decides over a config. */
function readManifests() {
  const folder = [path.join(dist, "extensions"), path.join(packageFolder, "extensions")].find((candidate) => fs.existsSync(candidate));
  return fs
    .readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name, "openclaw.plugin.json"))
    .filter((file) => fs.existsSync(file))
    .map((file) => JSON.parse(fs.readFileSync(file, "utf8")));
}

function toPluginMetadata({ id, configSchema, uiHints }) {
  return { id, configSchema, configUiHints: uiHints };
}

/** Imports the chunks that define the wanted names; a name that this release does not have stays undefined. */
async function load(names) {
  const files = new Map();
  for (const name of names) {
    const file = chunkDefining(name);
    if (file) files.set(file, [...(files.get(file) ?? []), name]);
  }
  nodeModule.registerHooks({
    load(url, context, next) {
      const result = next(url, context);
      const added = url.startsWith("file:") ? files.get(fileURLToPath(url)) : undefined;
      if (!added) return result;
      const exports = added.map((name) => `${name} as grantlint_${name}`).join(", ");
      return { ...result, source: `${result.source}\nexport { ${exports} };\n` };
    },
  });
  const values = {};
  for (const [file, defined] of files) {
    const module = await import(pathToFileURL(file).href);
    for (const name of defined) values[name] = module[`grantlint_${name}`];
  }
  return values;
}

/** The smallest chunk that defines a name: old releases carry several copies, and the large ones start the program when loaded. */
function chunkDefining(name) {
  const definition = new RegExp(`^(?:async function|function|const|let|var) ${name}\\b`, "m");
  return fs
    .readdirSync(dist)
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => path.join(dist, file))
    .map((file) => ({ file, text: fs.readFileSync(file, "utf8") }))
    .filter(({ text }) => definition.test(text))
    .sort((a, b) => a.text.length - b.text.length)[0]?.file;
}

function enterEmptyHome() {
  const state = path.join(home, ".openclaw");
  fs.mkdirSync(state);
  fs.writeFileSync(path.join(state, "openclaw.json"), "{}");
  for (const name of Object.keys(process.env)) if (/^OPENCLAW|API_KEY|TOKEN/.test(name)) delete process.env[name];
  Object.assign(process.env, {
    HOME: home,
    OPENCLAW_HOME: home,
    OPENCLAW_STATE_DIR: state,
    OPENCLAW_OFFLINE: "1",
    npm_config_offline: "true",
  });
  process.chdir(home);
}
