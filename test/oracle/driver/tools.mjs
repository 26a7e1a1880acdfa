/**
 * Which of the release's core tools survive all layers of tool policy in one session. The catalogue is the release's own; early releases have
 * none, so theirs stands here as a table (seen in what they instantiate).
 */
import fs from "node:fs";
import path from "node:path";

/** Tools of releases without a catalogue that stand in none of their groups, and the owners of tools that come from bundled plugins. */
const withoutCatalogue = {
  extra: ["apply_patch", "tts"],
  pluginOf: { memory_get: "memory-core", memory_search: "memory-core" },
};
/** Tools that exist but stand in no catalogue, group or profile of releases with one. */
const outsideCatalogue = { "2026.6.1": ["pdf", "transcripts"], "2026.9.6": ["transcripts"] };

/** @returns {{ names: string[], pluginOf: Record<string, string> }} every core tool of the release, and the plugin that brings it where one does. */
export function catalogueOf({ found, release, packageRoot }) {
  if (!Array.isArray(found.CORE_TOOL_DEFINITIONS)) {
    const grouped = Object.values(found.TOOL_GROUPS).flat();
    const names = [...grouped.filter((name) => !name.startsWith("group:")), ...withoutCatalogue.extra];
    return { names: [...new Set(names)].sort(), pluginOf: withoutCatalogue.pluginOf };
  }
  const names = [...found.CORE_TOOL_DEFINITIONS.map((tool) => tool.id), ...(outsideCatalogue[release] ?? [])];
  return { names: [...new Set(names)].sort(), pluginOf: readPluginTools(packageRoot, new Set(names)) };
}

/** Coding tools the release builds only under conditions that a config can state: a read-only sandbox has no tool that writes. */
const conditional = ["ls", "read", "write", "edit", "apply_patch", "exec", "process"];

/**
 * @param heard what `wiring.mjs` heard.
 * @param existence says of a tool's name whether it is there to be judged: plugin tools by `plugin`, the release's others by `other`.
 * @param probe names of made-up tools that stand for any plugin's.
 * @returns {{ tools: string[], notBuilt: string[], probes: string[] }} the names that pass every step, sorted; names that would pass, but the
 *   release does not build in this session; and the surviving probes.
 */
export function survivingTools(catalogue, heard, existence, probe) {
  const isBuilt = (name) => {
    if (conditional.includes(name)) return heard.built.includes(name);
    return catalogue.pluginOf[name] ? existence.plugin(name) : existence.other(name);
  };
  // Early releases judge a list by which of its names exist, so policy must meet just the tools that are built.
  const passing = passPolicy(catalogue, heard, catalogue.names.filter(isBuilt), probe);
  const absent = catalogue.names.filter((name) => !isBuilt(name));
  return {
    tools: passing.filter((name) => !probe.includes(name)),
    notBuilt: absent.length === 0 ? [] : passPolicy(catalogue, heard, absent, probe).filter((name) => !probe.includes(name)),
    probes: passing.filter((name) => probe.includes(name)),
  };
}

function passPolicy(catalogue, { steps, applyPipeline }, names, probe) {
  const tools = [...names, ...probe].map((name) => ({ name }));
  const toolMeta = ({ name }) => {
    const pluginId = probe.includes(name) ? "oracle-probe" : catalogue.pluginOf[name];
    return pluginId ? { pluginId } : undefined;
  };
  return applyPipeline({ tools, toolMeta, warn: () => {}, steps }).map(({ name }) => name);
}

/** What bundled plugins declare in their manifests; only names of the catalogue count. */
function readPluginTools(packageRoot, names) {
  const folder = path.join(packageRoot, "dist", "extensions");
  const pluginOf = {};
  for (const plugin of fs.readdirSync(folder)) {
    const manifest = path.join(folder, plugin, "openclaw.plugin.json");
    if (!fs.existsSync(manifest)) continue;
    const { id, contracts } = JSON.parse(fs.readFileSync(manifest, "utf8"));
    for (const name of contracts?.tools ?? []) if (names.has(name)) pluginOf[name] = id;
  }
  return pluginOf;
}
