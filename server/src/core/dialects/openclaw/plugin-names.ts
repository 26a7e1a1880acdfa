/** Which names may belong to plugins and tool servers, as far as a config shows. Knows no tool of OpenClaw's own. */
import { at, elementsOf, membersOf, readString, type Place } from "../../reader.ts";
import { bundledPlugins } from "./tables/bundled-plugins.ts";
import { pluginToolPrefixes, pluginTools } from "./tables/plugin-tools.ts";

export interface PluginNames {
  /** Whether a normalized name looks like a plugin, one of its tools, or a tool server's. */
  includes(name: string): boolean;
  /** Whether plugins that are not bundled may be there, whose tools can have any name. */
  readonly isOpen: boolean;
}

export function pluginNames(config: Place): PluginNames {
  const entries = keysOf(at(config, "plugins", "entries"));
  const allowed = elementsOf(at(config, "plugins", "allow")).map(readString);
  const ids = [...entries, ...allowed.flatMap((read) => (read.state === "set" ? [read.value.trim().toLowerCase()] : []))];
  const known = new Set([...ids, ...bundledPlugins, ...pluginTools.flatMap(({ tool, plugin }) => [tool, plugin])]);
  const servers = keysOf(at(config, "mcp", "servers")).map((name) => `${name.replace(/[^a-z0-9_-]/g, "-")}__`);
  const prefixes = [...pluginToolPrefixes, ...servers, ...ids.map((id) => `${id}_`)];
  const places = ["installs", "load"].map((key) => at(config, "plugins", key));
  return {
    includes: (name) =>
      known.has(name) || name === "bundle-mcp" || name.includes("__") || prefixes.some((prefix) => name.startsWith(prefix)),
    isOpen: places.some(({ node, unknown }) => node !== undefined || unknown !== undefined) || ids.some((id) => !bundledPlugins.has(id)),
  };
}

function keysOf(place: Place): string[] {
  return membersOf(place).map(({ key }) => key.trim().toLowerCase());
}
