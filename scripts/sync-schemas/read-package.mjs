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

const found = await load([
  ...["OpenClawSchema", "readBestEffortRuntimeConfigSchema", "buildConfigSchema"],
  // Names the validator knows besides the schema; no release has all of them.
  ...["GENERATED_BUNDLED_CHANNEL_CONFIG_METADATA", "CHAT_CHANNEL_ORDER", "CHAT_CHANNEL_ALIASES", "BUILT_IN_MODEL_PROVIDER_OVERLAY_IDS"],
  ...["LEGACY_WEB_SEARCH_PROVIDER_CONFIG_KEYS", "resolveWebSearchInstallCatalogEntries", "unsupportedSecretRefConfigCandidatePatterns"],
  ...["LEGACY_REMOVED_PLUGIN_IDS", "RETIRED_PLUGIN_IDS", "BUILT_IN_PLUGIN_ALIAS_FALLBACKS", "BUNDLED_ENABLED_BY_DEFAULT"],
]);
const { schema: core, rules } = fromZod(found.OpenClawSchema, keywordsOfRefinement);
const manifests = readManifests();
const published = found.readBestEffortRuntimeConfigSchema
  ? await found.readBestEffortRuntimeConfigSchema()
  : found.buildConfigSchema({ plugins: manifests.map(toPluginMetadata), channels: [] });
const result = {
  version,
  origin: origin(),
  core,
  rules,
  published: published.schema,
  hints: published.uiHints,
  manifests,
  names: readNames(),
};
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

/** Lists the package keeps in code, as plain values. */
function readNames() {
  const channels = found.GENERATED_BUNDLED_CHANNEL_CONFIG_METADATA?.filter((entry) => entry.configurable !== false);
  const aliases = channels
    ? channels.flatMap(({ channelId, aliases: own = [] }) => own.map((alias) => [alias, channelId]))
    : Object.entries(found.CHAT_CHANNEL_ALIASES ?? {});
  return {
    channels: channels?.map(({ channelId }) => channelId) ?? found.CHAT_CHANNEL_ORDER,
    channelAliases: Object.fromEntries(aliases),
    builtInProviders: [...(found.BUILT_IN_MODEL_PROVIDER_OVERLAY_IDS ?? [])],
    legacyWebSearchKeys: [...(found.LEGACY_WEB_SEARCH_PROVIDER_CONFIG_KEYS ?? [])],
    installableWebSearch: Object.fromEntries(
      (found.resolveWebSearchInstallCatalogEntries?.() ?? []).map(({ provider, pluginId }) => [provider.id, pluginId]),
    ),
    plainSecrets: found.unsupportedSecretRefConfigCandidatePatterns ?? [],
    retiredPlugins: [...(found.RETIRED_PLUGIN_IDS ?? found.LEGACY_REMOVED_PLUGIN_IDS ?? [])],
    pluginAliases: Object.fromEntries(found.BUILT_IN_PLUGIN_ALIAS_FALLBACKS ?? []),
    enabledByDefault: [...(found.BUNDLED_ENABLED_BY_DEFAULT ?? [])],
  };
}

/** Imports the chunks that define the wanted names; a name that this release does not have stays undefined. */
async function load(names) {
  const files = chunksDefining(names);
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

/** For each name the smallest chunk that defines it: old releases carry several copies, and the large ones start the program when loaded. */
function chunksDefining(names) {
  const definition = new RegExp(`^(?:async function|function|const|let|var) (${names.join("|")})\\b`, "gm");
  const best = new Map();
  for (const name of fs.readdirSync(dist)) {
    if (!/\.m?js$/.test(name)) continue;
    const file = path.join(dist, name);
    const text = fs.readFileSync(file, "utf8");
    for (const [, defined] of text.matchAll(definition)) {
      const known = best.get(defined);
      if (!known || text.length < known.size) best.set(defined, { file, size: text.length });
    }
  }
  const files = new Map();
  for (const [name, { file }] of best) files.set(file, [...(files.get(file) ?? []), name]);
  return files;
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
