/** Rules over plugins, search providers and secrets kept outside the config. Source: the packages' own validation, read and run. */
import { elements, findMember, members, type Node } from "../../syntax/tree.ts";
import { select, type Complaint, type Constraint, type Scope } from "./constraints-types.ts";
import { during, isOpen, keyOf, middle, missingName, newest, oldest, text } from "./constraints-values.ts";

const targets = ["agents.defaults.heartbeat.target", "agents.list.*.heartbeat.target", "agents.entries.*.heartbeat.target"];

export const pluginConstraints: readonly Constraint[] = [
  ...during({ until: oldest }, [
    { at: ["plugins"], judge: judgeNames },
    { at: ["plugins"], judge: judgeNeededSettings },
    { at: ["plugins.slots.memory"], judge: judgeMemorySlot([]) },
    { at: targets, judge: judgeTarget(["last", "none"]) },
  ]),
  ...during({ since: middle }, [
    { at: ["tools.web.search.provider"], judge: judgeSearchProvider },
    { at: [""], judge: judgePlainSecrets },
  ]),
  // OpenClaw runs without this one until it is installed.
  ...during({ since: middle }, [{ at: ["plugins.slots.memory"], judge: judgeMemorySlot(["memory-lancedb"]) }]),
  ...during({ since: middle, until: middle }, [
    { at: ["tools.web.search"], judge: judgeSearchKeys([]) },
    { at: targets, judge: judgeTarget(["last", "none"]) },
  ]),
  ...during({ since: newest }, [
    { at: ["tools.web.search"], judge: judgeSearchKeys(["apiKey"]) },
    { at: targets, judge: judgeTarget(["owner", "last", "none"]) },
  ]),
];

/** The first of the releases refuses a config that names a plugin it does not find. */
function judgeNames(plugins: Node, { registry }: Scope): Complaint[] {
  const known = new Set(registry.plugins);
  const entries = members(findMember(plugins, "entries")).map(({ key, keyNode }) => ({ id: key, node: keyNode }));
  const lists = ["allow", "deny"]
    .flatMap((key) => elements(findMember(plugins, key)))
    .flatMap((node) => {
      const id = text(node);
      return id === undefined || id.trim() === "" ? [] : [{ id, node }];
    });
  return [...entries, ...lists].flatMap(({ id, node }) => (known.has(id) ? [] : [missingName(node, "plugin", id, registry.plugins)]));
}

function judgeNeededSettings(plugins: Node, { registry }: Scope): Complaint[] {
  if (findMember(plugins, "enabled")?.value === false) return [];
  const [allow, deny] = ["allow", "deny"].map((key) => elements(findMember(plugins, key)).map((node) => text(node)?.trim() ?? ""));
  const slot = findMember(findMember(plugins, "slots"), "memory");
  return registry.needConfig.flatMap((id): Complaint[] => {
    const entry = findMember(findMember(plugins, "entries"), id);
    const isChosen = text(slot)?.trim() === id;
    const isOn = isChosen || findMember(entry, "enabled")?.value === true;
    const isBlocked = deny?.includes(id) || (allow !== undefined && allow.length > 0 && !allow.includes(id));
    const isLeftOut = registry.memoryPlugins.includes(id) && !isChosen;
    if (!isOn || isBlocked || isLeftOut || findMember(entry, "config") || isOpen(entry) || isOpen(plugins)) return [];
    const node = entry ? keyOf(findMember(plugins, "entries") ?? plugins, id) : (slot ?? plugins);
    return [{ node, message: `The plugin "${id}" needs settings in "config"` }];
  });
}

/** `tolerated`: plugins that may be chosen without being there. */
function judgeMemorySlot(tolerated: readonly string[]): Constraint["judge"] {
  return (slot, { root, registry }) => {
    const id = text(slot)?.trim();
    if (id === undefined || id === "" || id.toLowerCase() === "none") return undefined;
    const known = [...registry.plugins, ...registry.retiredPlugins, ...tolerated];
    return known.includes(id) || isOpen(findMember(root, "plugins")) ? undefined : missingName(slot, "plugin", id, known);
  };
}

/** `words`: targets that are no channels. */
function judgeTarget(words: readonly string[]): Constraint["judge"] {
  return (target, { registry }) => {
    const written = text(target);
    if (written === undefined) return undefined;
    const name = written.trim().toLowerCase();
    if (name === "") return { node: target, message: "A heartbeat's target must not be empty" };
    if ([...words, ...registry.channels, ...Object.keys(registry.channelAliases)].includes(name)) return undefined;
    return missingName(target, "channel", name, [...words, ...registry.channels]);
  };
}

/** Settings of search providers moved to the providers' plugins. `moved`: keys that moved whatever their value. */
function judgeSearchKeys(moved: readonly string[]): Constraint["judge"] {
  return (search, { registry }) =>
    members(search).flatMap(({ key, keyNode, value }): Complaint[] => {
      const isLegacy = registry.legacyWebSearchKeys.includes(key) && value?.type === "object";
      return isLegacy || moved.includes(key)
        ? [{ node: keyNode, message: `"${key}" moved to plugins.entries.<plugin>.config.webSearch` }]
        : [];
    });
}

function judgeSearchProvider(provider: Node, { root, registry }: Scope): Complaint | undefined {
  const id = text(provider)?.trim();
  if (id === undefined) return undefined;
  if (id === "") return { node: provider, message: "A search provider must not be empty" };
  const { bundled, installable } = registry.webSearch;
  if (bundled.includes(id)) return undefined;
  const plugin = Object.hasOwn(installable, id) ? installable[id] : undefined;
  if (isSpokenOf(root, [id, ...(plugin === undefined ? [] : [plugin])], plugin === undefined ? registry.plugins : [])) return undefined;
  if (plugin === undefined) return missingName(provider, "search provider", id, [...bundled, ...Object.keys(installable)]);
  return {
    node: provider,
    message: `The search provider "${id}" comes with the plugin "${plugin}"; the config is refused until it is installed`,
    unless: "installed",
  };
}

/** A plugin that is spoken of but not there is forgiven; one that is there does not have what is asked for. */
function isSpokenOf(root: Node, ids: readonly string[], present: readonly string[]): boolean {
  const plugins = findMember(root, "plugins");
  if (isOpen(plugins) || isOpen(root)) return true;
  const names = [
    ...["entries", "installs"].flatMap((key) => members(findMember(plugins, key)).map((member) => member.key)),
    ...elements(findMember(plugins, "allow")).map((node) => text(node) ?? ""),
  ].map((name) => name.trim().toLowerCase());
  return ids.some((id) => !present.includes(id) && names.includes(id.toLowerCase()));
}

/** Some secrets are changed while the program runs and must stand in the file itself. */
function judgePlainSecrets(root: Node, { registry }: Scope): Complaint[] {
  return registry.plainSecrets
    .flatMap((path) => select(root, path.replaceAll("[]", ".*")))
    .filter((node) => node.type === "object" && isReference(node))
    .map((node) => ({ node, message: "This secret must be a plain text (${NAME} is one), not a reference" }));
}

function isReference(node: Node): boolean {
  const source = findMember(node, "source")?.value;
  return (
    typeof source === "string" && ["env", "file", "exec", "store"].includes(source) && typeof findMember(node, "id")?.value === "string"
  );
}
