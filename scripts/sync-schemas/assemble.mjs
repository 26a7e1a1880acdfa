/** Puts a release's schema together: the core's own, the channels' and the plugins', each where it stands in a config. */
import { compact } from "./compact.mjs";
import { repair } from "./plugin-schemas.mjs";
import { readRegistry } from "./registry.mjs";
import { wordingOfPattern } from "./refinements.mjs";

/** What a release does with the schemas of plugins and channels before and while it validates with them. */
const validators = {
  "2026.2.17": { fillsDefaults: false, checksUris: false, channelSchemas: false },
  "2026.6.1": { fillsDefaults: true, checksUris: true, channelSchemas: true },
  "2026.9.6": { fillsDefaults: true, checksUris: true, channelSchemas: true },
};

export function assemble(raw) {
  const validator = validators[raw.version];
  if (!validator) throw new Error(`say in assemble.mjs how ${raw.version} validates plugin schemas`);
  const root = structuredClone(raw.core);
  if (validator.channelSchemas) addChannels(root.properties.channels, raw.published.properties.channels.properties, validator);
  addPlugins(root.properties.plugins.properties.entries, raw, validator);
  return {
    config: compact(addWordings(root)),
    sensitive: readSensitive(raw),
    registry: readRegistry(raw, needingConfig(root.properties.plugins.properties.entries)),
  };
}

function addChannels(channels, published, validator) {
  for (const id of Object.keys(published).sort()) {
    if (!(id in channels.properties)) channels.properties[id] = repair(published[id], validator);
  }
}

function addPlugins(entries, { manifests, published }, validator) {
  const publishedEntries = published.properties.plugins.properties.entries.properties ?? {};
  entries.properties = {};
  for (const { id } of manifests) {
    const config = publishedEntries[id]?.properties?.config;
    if (!config) continue;
    const entry = structuredClone(entries.additionalProperties);
    entry.properties.config = repair(config, validator);
    entries.properties[id] = entry;
  }
}

/** Plugins whose settings, left out altogether, are refused. */
function needingConfig(entries) {
  return Object.entries(entries.properties)
    .filter(([, entry]) => refusesEmpty(entry.properties.config))
    .map(([id]) => id);
}

function refusesEmpty({ required = [], minProperties = 0, allOf = [], anyOf, oneOf }) {
  const choices = anyOf ?? oneOf;
  return required.length > 0 || minProperties > 0 || allOf.some(refusesEmpty) || (choices !== undefined && choices.every(refusesEmpty));
}

function addWordings(node) {
  if (Array.isArray(node)) return node.map(addWordings);
  if (typeof node !== "object" || node === null) return node;
  const result = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, addWordings(value)]));
  const wording = typeof node.pattern === "string" && node.expects === undefined ? wordingOfPattern(node.pattern) : undefined;
  return wording === undefined ? result : { ...result, expects: wording };
}

/** Paths whose value the release treats as a secret, and paths of URLs that may carry one. */
function readSensitive({ hints }) {
  const select = (test) =>
    Object.entries(hints)
      .filter(([, hint]) => test(hint))
      .map(([path]) => path)
      .sort();
  return { secrets: select((hint) => hint.sensitive === true), urls: select((hint) => (hint.tags ?? []).includes("url-secret")) };
}
