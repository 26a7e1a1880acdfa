/**
 * The tools of one release with their groups, profiles and other names, and which of them a list entry means.
 * Sets of tools are bit masks over the catalogue, so that hundreds of agents with a dozen layers each stay cheap. Knows nothing of configs.
 */
import { perRelease } from "./per-release.ts";
import { reachedBy } from "./releases.ts";
import { pluginTools } from "./tables/plugin-tools.ts";
import { childDeny, leafDeny, ownerOnly, sandboxAllow, sandboxDeny, type ListChange } from "./tables/tool-lists.ts";
import { entryReplacements, toolAliases } from "./tables/tool-names.ts";
import { toolRows, type Profile } from "./tables/tools.ts";

/** A set of tools: bit n stands for the catalogue's tool n. */
export type Mask = bigint;

export const noTools: Mask = 0n;

/** The group of all plugins' tools. It is no group of the catalogue: patterns and early steps see it as a plain name. */
const pluginGroup = "group:plugins";

export interface Catalogue {
  /** Every tool, the one with bit 0 first: the release's own tools, then those of plugins that are on by themselves. */
  readonly names: readonly string[];
  readonly all: Mask;
  /** The release's own catalogue, without tools that only plugins beyond it bring. */
  readonly core: Mask;
  /** Tools that a plugin provides. */
  readonly ofPlugins: Mask;
  readonly plugins: ReadonlyMap<string, Mask>;
  readonly memoryPlugin: Mask;
  readonly groups: ReadonlyMap<string, Mask>;
  readonly profiles: ReadonlyMap<Profile, Mask>;
  readonly lists: { readonly [list in "sandboxAllow" | "sandboxDeny" | "childDeny" | "leafDeny" | "ownerOnly"]: readonly string[] };
  /** The tool of this exact name, or nothing. */
  tool(name: string): Mask;
  /** The tool of a normalized name, or those a pattern matches. */
  byName(name: string): Mask;
  /** What an entry is read as: trimmed, lower case, another name replaced by the tool's own. Empty for a blank. */
  normalize(entry: string): string;
  /** The tools an entry of a list stands for: a tool, a group, a plugin or a pattern. */
  matches(entry: string): Mask;
  /** The same without plugins and renamed tools: what an entry means where the program has not looked at those yet. */
  matchesPlainly(entry: string): Mask;
  /** The plugin tools an entry of a deny list means when plugins are asked for their tools. */
  blockedPluginTools(entry: string): Mask;
}

/** The catalogue of a release. What `matches` has worked out once it remembers, which is why every config gets one of its own. */
export function catalogueOf(release: string): Catalogue {
  const { work, ...tables } = tablesOf(release);
  const known = new Map<string, Mask>();
  return {
    ...tables,
    matches(entry) {
      const name = tables.normalize(entry);
      const mask = known.get(name) ?? work(name);
      known.set(name, mask);
      return mask;
    },
  };
}

/** All of it that does not depend on what somebody wrote. `work` gives the tools a normalized entry stands for. */
const tablesOf = perRelease((release): Omit<Catalogue, "matches"> & { work(name: string): Mask } => {
  const isReached = reachedBy(release);
  const holds = (row: { readonly since: string }) => isReached(row.since);
  const rows = new Map(toolRows.filter(holds).map((row) => [row.tool, row]));
  const tools = [...rows.values()].flatMap((row) => ("gone" in row ? [] : [row]));
  const owned = pluginTools.filter(holds);
  const beyond = owned.filter(({ tool, loads }) => loads !== "on-request" && !rows.has(tool));
  const names = [...tools.map(({ tool }) => tool), ...beyond.map(({ tool }) => tool)];
  const bits = new Map(names.map((name, index) => [name, 1n << BigInt(index)]));
  const tool = (name: string): Mask => bits.get(name) ?? noTools;
  const union = (chosen: readonly { readonly tool: string }[]): Mask => chosen.reduce((mask, each) => mask | tool(each.tool), noTools);
  const aliases = new Map(toolAliases.filter(holds).map((alias) => [alias.name, alias.tool]));
  const replaced = new Map(entryReplacements.filter(holds).map((entry) => [entry.name, entry.tools]));
  const plugins = groupBy(
    owned.filter(({ tool: name }) => bits.has(name)),
    ({ plugin }) => plugin,
    union,
  );
  const sections = groupBy(
    tools.filter(({ section }) => section !== undefined),
    ({ section }) => `group:${section}`,
    union,
  );
  sections.set("group:openclaw", union(tools.filter(({ inOpenClaw }) => inOpenClaw)));
  const ofPlugins = union(owned);
  const groups = new Map([...sections, [pluginGroup, ofPlugins]]);
  const normalize = (entry: string): string => {
    const text = entry.trim().toLowerCase();
    return aliases.get(text) ?? text;
  };
  const work = (entry: string): Mask => {
    const own = replaced.get(entry) ?? [entry];
    return own.reduce((mask, name) => mask | (groups.get(name) ?? plugins.get(name) ?? byName(name)), noTools);
  };
  const byName = (name: string): Mask => {
    if (!name.includes("*")) return tool(name);
    return union(names.filter((candidate) => matchesPattern(candidate, name)).map((candidate) => ({ tool: candidate })));
  };
  return {
    names,
    all: (1n << BigInt(names.length)) - 1n,
    core: union(tools),
    ofPlugins,
    plugins,
    memoryPlugin: union(owned.filter(({ loads }) => loads === "memory-slot")),
    groups,
    profiles: new Map(
      (["minimal", "coding", "messaging"] as const).map((profile) => [
        profile,
        union([...tools, ...beyond].filter(({ profiles }) => profiles?.includes(profile))),
      ]),
    ),
    lists: {
      sandboxAllow: listOf(sandboxAllow, holds),
      sandboxDeny: listOf(sandboxDeny, holds),
      childDeny: listOf(childDeny, holds),
      leafDeny: listOf(leafDeny, holds),
      ownerOnly: listOf(ownerOnly, holds),
    },
    tool,
    byName,
    normalize,
    work,
    matchesPlainly(entry) {
      const name = normalize(entry);
      return sections.get(name) ?? byName(name);
    },
    blockedPluginTools(entry) {
      const name = normalize(entry);
      if (matchesPattern(pluginGroup, name)) return ofPlugins;
      const owners = [...plugins].filter(([plugin]) => matchesPattern(plugin, name));
      return owners.reduce((mask, [, owned]) => mask | owned, byName(name) & ofPlugins);
    },
  };
});

/** The names in a mask, sorted. */
export function namesIn(catalogue: Catalogue, mask: Mask): string[] {
  return catalogue.names.filter((_, index) => (mask >> BigInt(index)) & 1n).sort();
}

/** `*` stands for any run of characters; nothing else is special. Stops at the first part that is not in the text, so long patterns cost little. */
export function matchesPattern(text: string, pattern: string): boolean {
  const first = pattern.indexOf("*");
  if (first < 0) return text === pattern;
  const last = pattern.lastIndexOf("*");
  const end = text.length - (pattern.length - last - 1);
  if (first > end || !text.startsWith(pattern.slice(0, first)) || !text.endsWith(pattern.slice(last + 1))) return false;
  let from = first;
  for (let star = first; star < last;) {
    const next = pattern.indexOf("*", star + 1);
    const found = text.indexOf(pattern.slice(star + 1, next), from);
    from = found + next - star - 1;
    if (found < 0 || from > end) return false;
    star = next;
  }
  return true;
}

function listOf(changes: readonly ListChange[], holds: (change: ListChange) => boolean): string[] {
  const list = new Set<string>();
  for (const { add = [], drop = [] } of changes.filter(holds)) {
    for (const name of add) list.add(name);
    for (const name of drop) list.delete(name);
  }
  return [...list];
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string, union: (rows: readonly Row[]) => Mask): Map<string, Mask> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) grouped.set(key(row), [...(grouped.get(key(row)) ?? []), row]);
  return new Map([...grouped].map(([name, members]) => [name, union(members)]));
}
