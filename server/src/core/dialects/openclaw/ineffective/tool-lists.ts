/** Lists of tools that do not say what their author thinks: empty ones, and names left to the environment. */
import type { Agent } from "../../../grants/grant.ts";
import type { IneffectiveSetting } from "../../../grants/ineffective.ts";
import { elementsOf, member, type Place } from "../../../reader.ts";
import type { ToolBlock } from "../tool-blocks.ts";
import { adding, isBlank, readToolList, type ToolList } from "../tool-lists.ts";
import type { IneffectiveContext } from "./index.ts";

export function ineffectiveToolLists(context: IneffectiveContext): IneffectiveSetting[] {
  return context.blocks.flatMap((block) => [...emptyAllowLists(context, block), ...unresolvedNames(context, block)]);
}

/** An empty list narrows nothing. Beside a profile it is a blank to be filled in, and the profile narrows; beside a denial of everything it does no harm. */
function emptyAllowLists(context: IneffectiveContext, { name, of, agent, kind, place }: ToolBlock): IneffectiveSetting[] {
  const allow = readToolList(member(place, "allow"));
  if (!allow.isSet || !isBlank(allow)) return [];
  const deny = readToolList(member(place, "deny"));
  const profile = member(place, "profile");
  const isNarrow = profile.unknown !== undefined || ["minimal", "coding", "messaging"].includes(String(profile.node?.value));
  if (isNarrow || deny.isOpen || deny.entries.some((entry) => entry.name.trim() === "*")) return [];
  // Where both lists are empty, or nothing runs in a sandbox at all, there is something else to say about a sandbox's lists.
  if (kind === "sandbox" && (isEmpty(deny) || sandboxed(context, agent).length === 0)) return [];
  return [
    {
      kind: "empty-allow-list",
      read: allow.read,
      agents: agent === undefined ? undefined : [agent],
      meant: `${name}.allow${of} is empty and reads like "no tools"`,
      does: `an empty list lets every tool through${left[kind] ?? ""}`,
      because: [],
      certain: true,
      remedy: { title: "Deny every tool, as the list reads", edits: adding(place, "deny", deny, "*") },
    },
  ];
}

/** What still holds besides an empty list, by the kind of its block. */
const left: Readonly<Partial<Record<ToolBlock["kind"], string>>> = {
  sandbox: ", except those denied in a sandbox",
  child: ", except those denied to every child",
};

/** Where a missing variable leaves its text in place, the text is the name of no tool. */
function unresolvedNames({ behaviour, config }: IneffectiveContext, { agent, place }: ToolBlock): IneffectiveSetting[] {
  if (behaviour.missingVariable !== "literal") return [];
  return elementsOf(member(place, "deny")).flatMap((entry): IneffectiveSetting[] => {
    const variable = entry.unknown === undefined ? undefined : /environment variable (\w+)/.exec(entry.unknown)?.[1];
    if (variable === undefined || isGiven(config, variable)) return [];
    return [
      {
        kind: "unresolved-deny-name",
        read: { state: "unknown", at: entry.at, path: entry.path, why: entry.unknown ?? "" },
        agents: agent === undefined ? undefined : [agent],
        meant: `What this denies is left to the environment variable ${variable}`,
        does: "where it is not set the text stays as it is and denies nothing",
        because: [],
        certain: true,
      },
    ];
  });
}

/** The config can set variables itself. */
function isGiven(config: Place, variable: string): boolean {
  const env = member(config, "env");
  return [member(env, variable), member(member(env, "vars"), variable)].some(({ node, unknown }) => node ?? unknown);
}

/** The agents a block is about of which some session surely runs in a sandbox. */
export function sandboxed({ agents }: { readonly agents: readonly Agent[] }, owner: string | undefined): string[] {
  const concerned = agents.filter(({ id }) => owner === undefined || id === owner);
  const isInside = ({ sessions }: Agent): boolean =>
    sessions.some((session) => session.sandboxed && session.sandboxBecause.every(({ read }) => read.state !== "unknown"));
  return concerned.filter(isInside).map(({ id }) => id);
}

export function isEmpty({ isSet, isOpen, entries }: ToolList): boolean {
  return isSet && !isOpen && entries.length === 0;
}
