/**
 * Every name in every list of tools, and what it means in the release: a tool, a group, a pattern, a plugin's tool, everything, or nothing.
 * Knows what a name means in its list, not what follows for an agent.
 */
import type { ToolReference } from "../../grants/policy.ts";
import { elementsOf, member, readString, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { noTools, type Catalogue } from "./catalogue.ts";
import { pluginNames, type PluginNames } from "./plugin-names.ts";
import type { Behaviour } from "./releases.ts";
import { suggestTool } from "./suggest-tool.ts";
import type { ToolBlock } from "./tool-blocks.ts";

export interface ReferenceContext {
  readonly config: Place;
  readonly blocks: readonly ToolBlock[];
  readonly catalogue: Catalogue;
  readonly behaviour: Behaviour;
}

/** All names in lists of tools, list by list in the config's order of precedence. */
export function findToolReferences(context: ReferenceContext): ToolReference[] {
  const plugins = pluginNames(context.config);
  return context.blocks.flatMap((block) => referencesIn(context, plugins, block));
}

function referencesIn(context: ReferenceContext, plugins: PluginNames, block: ToolBlock): ToolReference[] {
  const allowed = elementsOf(member(block.place, "allow")).map(readString);
  const outcome = allowOutcome(context, block, allowed);
  return (["allow", "alsoAllow", "deny"] as const).flatMap((key) => {
    const layer = `${block.name}.${key}${block.of}`;
    const list = key === "deny" ? "deny" : "allow";
    return elementsOf(member(block.place, key)).map((place): ToolReference => {
      const name = readString(place);
      const meaning = meaningOf(context, plugins, block, name);
      const effect = key === "allow" ? outcome : undefined;
      const consequence = consequenceOf(key, meaning.means, effect);
      return { list, layer, name, ...meaning, consequence, letsAllThrough: effect === "dropped" };
    });
  });
}

type Meaning = Pick<ToolReference, "means" | "suggestion" | "certain">;

function meaningOf({ catalogue, behaviour }: ReferenceContext, plugins: PluginNames, block: ToolBlock, read: Read<string>): Meaning {
  const known = (means: ToolReference["means"]): Meaning => ({ means, suggestion: undefined, certain: true });
  if (read.state !== "set") return { means: "nothing", suggestion: undefined, certain: false };
  const name = catalogue.normalize(read.value);
  if (name === "*") return known("everything");
  if (catalogue.groups.has(name)) return known("group");
  const isImage = name === "image" && block.name === "tools.sandbox.tools" && behaviour.sandboxImageTool !== "image";
  if (isImage || (catalogue.tool(name) & catalogue.core) !== noTools) return known("tool");
  const isPattern = name.includes("*");
  if (catalogue.matches(name) !== noTools) return known(isPattern ? "pattern" : catalogue.plugins.has(name) ? "plugin" : "tool");
  if (plugins.includes(name)) return known("plugin");
  const suggestion = isPattern ? undefined : suggestTool(catalogue, name);
  // A plugin nobody bundled may bring tools of any name; a name close to one that means something is still taken for a slip.
  if (plugins.isOpen && suggestion === undefined && name !== "" && !name.startsWith("group:"))
    return { means: "plugin", suggestion, certain: false };
  return { means: "nothing", suggestion, certain: true };
}

/** What an allow list comes to as a whole, where that is not what its author thinks. */
type Outcome = "dropped" | "nothing" | undefined;

function allowOutcome({ catalogue, behaviour }: ReferenceContext, block: ToolBlock, reads: readonly Read<string>[]): Outcome {
  const names = reads.map((read) => (read.state === "set" ? catalogue.normalize(read.value) : undefined));
  if (names.includes(undefined) || names.includes("*") || names.every((name) => name === "")) return undefined;
  const core = catalogue.core & ~catalogue.ofPlugins;
  const namesCore = names.some((name) => ((catalogue.groups.get(name ?? "") ?? catalogue.tool(name ?? "")) & core) !== noTools);
  if (!namesCore && isDroppable(block) && behaviour.unknownOnlyAllowList === "everything") return "dropped";
  return names.every((name) => catalogue.matches(name ?? "") === noTools) ? "nothing" : undefined;
}

/** Early releases drop an allow list that names no core tool, but not that of a sandbox or of children. */
function isDroppable({ kind }: ToolBlock): boolean {
  return kind !== "sandbox" && kind !== "child";
}

function consequenceOf(key: "allow" | "alsoAllow" | "deny", means: ToolReference["means"], outcome: Outcome): string {
  if (outcome === "dropped") return "the list names no tool of OpenClaw's own, so it is dropped and every tool is allowed";
  if (means !== "nothing") return `${key === "deny" ? "denies" : "allows"} what it names`;
  if (key === "deny") return "that denies nothing";
  if (key === "alsoAllow") return "that adds nothing";
  return outcome === "nothing" ? "that allows nothing, and no other name in the list does" : "that allows nothing";
}
