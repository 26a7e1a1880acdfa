/** Code of others inside the gateway: which plugins load, where they come from, what they get to see. */
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import { at, elementsOf, member, membersOf, readAny, readBoolean, readString, type Place } from "../../../reader.ts";
import { listNames } from "../../../wording.ts";
import { npmPin } from "../../packages.ts";
import { writableFolder } from "../patterns/writable.ts";
import { reachedBy } from "../releases.ts";
import { workspacesOf } from "../roster.ts";
import { bundledPlugins } from "../tables/bundled-plugins.ts";
import { installRecordsMoved } from "../tables/plugin-records.ts";
import { loweredGuard, putting, type GuardContext } from "./context.ts";

export function findPluginGuards(context: GuardContext): LoweredGuard[] {
  const plugins = member(context.config, "plugins");
  const enabled = readBoolean(member(plugins, "enabled"));
  if (plugins.node?.type !== "object" || enabled.state === "unknown" || (enabled.state === "set" && !enabled.value)) return [];
  return [...unlisted(plugins), ...loadPaths(context), ...unpinned(plugins, context), ...listeners(plugins)];
}

/** Plugins that somebody installed, by id. Those in the product's own box need no list to be trusted. */
function foreign(block: Place): { readonly id: string; readonly place: Place }[] {
  return membersOf(block)
    .map(({ key, place }) => ({ id: key.trim(), place }))
    .filter(({ id, place }) => !bundledPlugins.has(id.toLowerCase()) && !isOff(member(place, "enabled")));
}

function isOff(enabled: Place): boolean {
  const read = readBoolean(enabled);
  return read.state === "unknown" || (read.state === "set" && !read.value);
}

function unlisted(plugins: Place): LoweredGuard[] {
  const allow = member(plugins, "allow");
  if (allow.unknown !== undefined || elementsOf(allow).length > 0) return [];
  const names = [...new Set(["entries", "installs"].flatMap((key) => foreign(member(plugins, key)).map(({ id }) => id)))];
  if (names.length === 0 && elementsOf(at(plugins, "load", "paths")).length === 0) return [];
  const known = names.length > 0 ? `, not only ${listNames(names)}` : "";
  return [
    loweredGuard({ kind: "unlisted-plugins", read: readAny(allow), says: `Any plugin that is found may load${known}: no list says which` }),
  ];
}

/** Programs in these folders become part of the gateway, whoever put them there. */
function loadPaths({ config, roster, placesAt }: GuardContext): LoweredGuard[] {
  const workspaces = workspacesOf(config, roster);
  return placesAt("plugins.load.paths.*")
    .map(readString)
    .flatMap((read) => {
      if (read.state !== "set") return [];
      const writable = writableFolder(read.value, workspaces);
      return loweredGuard({
        kind: "plugin-load-path",
        read,
        says: `Whatever lies in "${read.value}"${writable ? `, ${writable.folder},` : ""} becomes part of the gateway`,
        weight: writable?.whose === "everyone" ? "worst" : writable?.whose === "agent" ? "usual" : "minor",
        restore: putting("Load no plugins from there", read, undefined),
      });
    });
}

/** The next update installs what the record names. */
function unpinned(plugins: Place, { behaviour }: GuardContext): LoweredGuard[] {
  if (reachedBy(behaviour.release)(installRecordsMoved)) return [];
  return membersOf(member(plugins, "installs")).flatMap(({ key, place }) => {
    const [source, spec, version] = ["source", "spec", "version"].map((name) => readString(member(place, name)));
    if (source?.state !== "set" || source.value !== "npm" || spec?.state !== "set" || npmPin(spec.value) === "exact") return [];
    const isName = /^(?:@[\w.-]+\/)?[\w.-]+$/.test(spec.value);
    const kept = version?.state === "set" && isName ? `${spec.value}@${version.value}` : undefined;
    return loweredGuard({
      kind: "plugin-install-unpinned",
      read: spec,
      says: `The next update of plugin "${key}" installs whatever "${spec.value}" is then`,
      weight: "minor",
      ...(kept !== undefined && npmPin(kept) === "exact" ? { restore: putting("Keep the version that is installed", spec, kept) } : {}),
    });
  });
}

/** Plugins of others see conversations only where this says so; adding to what agents are told they may unless it is forbidden. */
function listeners(plugins: Place): LoweredGuard[] {
  return foreign(member(plugins, "entries")).flatMap(({ id, place }) => {
    const access = readBoolean(at(place, "hooks", "allowConversationAccess"));
    const injection = readBoolean(at(place, "hooks", "allowPromptInjection"));
    if (access.state !== "set" || !access.value || injection.state === "unknown") return [];
    const adds = injection.state === "unset" || injection.value ? " and may add to what agents are told" : "";
    return loweredGuard({
      kind: "plugin-prompt-injection-allowed",
      read: access,
      says: `Plugin "${id}" reads every conversation${adds}`,
      weight: "minor",
      restore: putting("Keep conversations from the plugin", access, false),
    });
  });
}
