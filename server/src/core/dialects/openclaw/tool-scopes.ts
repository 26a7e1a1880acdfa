/** Which agents no profile and no list limits, what an agent's own entry adds to the common limits, and which tools children get back. */
import type { Edit } from "../../finding.ts";
import type { Agent, Because, Capability, Session } from "../../grants/grant.ts";
import type { ChildTool, ToolScope } from "../../grants/tool-scope.ts";
import { at, elementsOf, member, readAny, readString, type Place } from "../../reader.ts";
import { noTools, type Catalogue, type Mask } from "./catalogue.ts";
import { policyContext, says, type PolicyContext } from "./layer.ts";
import { profileLayer } from "./profile-layers.ts";
import type { Behaviour } from "./releases.ts";
import type { Roster } from "./roster.ts";
import { toolCapabilities } from "./tables/capabilities.ts";
import { agentLayers } from "./tool-layers.ts";
import { adding, readToolList, type Passing } from "./tool-lists.ts";

export interface ScopeContext {
  readonly config: Place;
  readonly roster: Roster;
  readonly agents: readonly Agent[];
  readonly catalogue: Catalogue;
  readonly behaviour: Behaviour;
}

/** One for each agent. */
export function findToolScopes({ config, roster, agents, catalogue, behaviour }: ScopeContext): ToolScope[] {
  const context = policyContext(config, catalogue, behaviour);
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const inside = new Set(agents.filter(({ sessions }) => sessions.every(({ sandboxed }) => sandboxed)).map(({ id }) => id));
  return roster.agents.map(({ id, entry }) => {
    const own = says(entry, "tools") ? entry : undefined;
    const scope = context.once(`scope ${own ? id : ""}`, () => scopeOf(context, own));
    const gains = own ? gainsOf(context, own, byId.get(id)?.sessions ?? []) : [];
    // A sandbox has lists of its own.
    return { agent: id, ...scope, isUnlimited: scope.isUnlimited && !inside.has(id), gains };
  });
}

function scopeOf(context: PolicyContext, own: Place | undefined): Omit<ToolScope, "agent" | "gains"> {
  const { catalogue, config, behaviour } = context;
  const everything: Passing = { sure: catalogue.all, maybe: catalogue.all };
  const place = own && isWritten(at(own, "tools", "profile")) ? at(own, "tools", "profile") : at(config, "tools", "profile");
  const read = readAny(place);
  const because: Because = isWritten(place)
    ? { layer: "tools.profile", says: `is "${String(place.node?.value)}"`, read }
    : { layer: `default of ${behaviour.release}`, says: "no profile and no list is written", read };
  const isNarrow = isWritten(place) && place.node?.value !== "full";
  const bySender = [own, config].some((owner) => says(owner, "tools", "toolsBySender"));
  // The layers are put together only where they can be open: most agents with settings of their own have a profile.
  const isUnlimited =
    !isNarrow && !bySender && agentLayers(context, own, everything).every(({ passing }) => passing.sure === catalogue.all);
  const edits: Edit[] = [{ op: "set", file: place.at.file, path: place.path, value: narrow }];
  return { isUnlimited, because, limit: { profile: narrow, edits } };
}

/** A profile that is part of all others but the smallest one, and has no shell and no files. */
const narrow = "messaging";

function isWritten({ node, unknown }: Place): boolean {
  return node !== undefined || unknown !== undefined;
}

/** What the agent's own profile, with what it adds, lets through and the common one would not. */
function gainsOf(context: PolicyContext, entry: Place, sessions: readonly Session[]): ToolScope["gains"] {
  const { catalogue, config } = context;
  const global = member(config, "tools");
  const common = context.once("common profile", () => profileLayer(context, undefined, global));
  if (!common) return [];
  const own = profileLayer(context, member(entry, "tools"), global);
  const gained: Mask = (own?.passing.sure ?? noTools) & ~common.passing.maybe;
  return toolCapabilities.flatMap(({ capability, tools }) => {
    const tool = tools.find(
      (name) => sessions.some((session) => session.tools.includes(name)) && (catalogue.tool(name) & gained) !== noTools,
    );
    const because = tool === undefined ? undefined : own?.because(tool);
    return because ? [{ capability, because }] : [];
  });
}

/** Names in the list of tools that children get back, as far as their sessions then have them. */
export function findChildTools({ config, agents, catalogue, behaviour }: ScopeContext): ChildTool[] {
  if (!behaviour.childReallow) return [];
  const place = at(config, "tools", "subagents", "tools");
  const withheld = new Set([...catalogue.lists.childDeny, ...catalogue.lists.leafDeny]);
  const deny = readToolList(member(place, "deny"));
  return ["allow", "alsoAllow"].flatMap((key) =>
    elementsOf(member(place, key)).flatMap((element): ChildTool[] => {
      const name = readString(element);
      if (name.state !== "set") return [];
      const tool = catalogue.normalize(name.value);
      if (!withheld.has(tool)) return [];
      const holders = agents.filter(({ sessions }) =>
        sessions.some((session) => session.kind === "subagent" && session.tools.includes(tool)),
      );
      const capability: Capability | undefined = toolCapabilities.find(({ tools }) => tools.includes(tool))?.capability;
      const ids = holders.map(({ id }) => id);
      return ids.length === 0 ? [] : [{ name, capability, agents: ids, close: adding(place, "deny", deny, tool) }];
    }),
  );
}
