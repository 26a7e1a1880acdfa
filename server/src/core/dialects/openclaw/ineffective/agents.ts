/** Settings between agents: names that no agent has, and sight that a sandbox widens. */
import type { Edit } from "../../../finding.ts";
import type { IneffectiveSetting } from "../../../grants/ineffective.ts";
import { at, elementsOf, member, readString, readWord, type Place } from "../../../reader.ts";
import type { Read } from "../../../read.ts";
import { nearestWord } from "../../../schema/words.ts";
import { listNames } from "../../../wording.ts";
import { compareReleases, reachedBy, type Behaviour } from "../releases.ts";
import { implicitAgent, normalizeId } from "../roster.ts";
import { strayBindingRefused, strayChild } from "../tables/peers.ts";
import type { IneffectiveContext } from "./index.ts";

export function agentSettings(context: IneffectiveContext): IneffectiveSetting[] {
  return [...strayNames(context), ...widenedSight(context)];
}

/** Places that name agents, with what becomes of a name that no agent has. */
interface Mention {
  readonly places: readonly Place[];
  readonly meant: (names: string) => string;
  /** Undefined where that is not known. */
  readonly does: string | undefined;
  /** Other ids are brought to their usual form before they are looked up; these are compared as written. */
  readonly isExact?: boolean;
  /** Whether correcting a name is offered: it hands a chat on, and gives no agent more power. */
  readonly isDoor?: boolean;
}

function strayNames(context: IneffectiveContext): IneffectiveSetting[] {
  const { roster, behaviour } = context;
  if (!roster.isComplete) return [];
  const ids = new Set(roster.agents.map(({ id }) => id));
  // Late releases have an idea of their own of the agent that is there when none is listed.
  if (behaviour.strayBinding === "nobody") ids.add(implicitAgent);
  return [...doors(context), ...lists(context)].flatMap((mention) => strayName(mention, ids));
}

/** Who gets a chat or the call of a hook. */
function doors({ config, roster: { defaultAgent }, behaviour }: IneffectiveContext): Mention[] {
  const hooks = member(config, "hooks");
  const fallback = defaultAgent === undefined ? "nobody answers" : `the default agent "${defaultAgent}" answers`;
  const bindings = elementsOf(member(config, "bindings")).filter((each) => readWord(member(each, "type"), ["acp"]).state !== "set");
  // Once the release refuses such a config it says so itself.
  const isRefused = reachedBy(behaviour.release)(strayBindingRefused);
  return [
    ...(isRefused ? [] : bindings).map((each) => ({
      places: [member(each, "agentId")],
      meant: (name: string) => `A chat is bound to agent ${name}`,
      does: fallback,
      isDoor: true,
    })),
    ...elementsOf(member(hooks, "mappings")).map((each) => ({
      places: [member(each, "agentId")],
      meant: (name: string) => `A hook is for agent ${name}`,
      does: fallback,
      isDoor: true,
    })),
    {
      places: elementsOf(member(hooks, "allowedAgentIds")),
      meant: (names) => `The list of agents that hooks may call names ${names}`,
      does: "that admits nobody",
      isDoor: true,
    },
  ];
}

/** Who may start and write to whom. */
function lists({ config, roster, behaviour }: IneffectiveContext): Mention[] {
  const starters = [at(config, "agents", "defaults"), ...roster.agents.flatMap(({ entry }) => entry ?? [])];
  return [
    ...starters.map((each) => ({
      places: elementsOf(at(each, "subagents", "allowAgents")),
      meant: (names: string) => `The list of agents that may be started names ${names}`,
      does: childOf(behaviour),
    })),
    {
      places: elementsOf(at(config, "tools", "agentToAgent", "allow")),
      meant: (names) => `The list of agents that may write to each other names ${names}`,
      does: "that admits nobody",
      isExact: true,
    },
  ];
}

/** What is started by a name that no agent has; undefined in releases of which that is not known. */
function childOf({ release }: Behaviour): string | undefined {
  if (compareReleases(release, strayChild.lastStarted) <= 0) return "a child of that name runs with the common settings alone";
  return compareReleases(release, strayChild.firstRefused) < 0 ? undefined : "that starts nobody";
}

/** One for all the names of a list that no agent has. */
function strayName({ places, meant, does, isExact, isDoor }: Mention, ids: ReadonlySet<string>): IneffectiveSetting[] {
  const strays = places.map(readString).flatMap((read) => {
    const name = read.state === "set" ? read.value.trim() : "";
    const isStray = name !== "" && !name.includes("*") && !ids.has(isExact === true ? name : normalizeId(name));
    return isStray ? [{ read, name, near: nearestWord(name, ids) }] : [];
  });
  const [first] = strays;
  if (!first || does === undefined) return [];
  const near = [...new Set(strays.flatMap((stray) => stray.near ?? []))];
  const hint = near.length === 0 ? "" : `; did you mean ${listNames(near)}?`;
  const edits = strays.flatMap(({ read, near: value }): Edit[] =>
    isDoor === true && value !== undefined ? [{ op: "set", file: read.at.file, path: read.path, value }] : [],
  );
  return [
    {
      kind: "misspelt-agent-reference",
      read: first.read,
      agents: undefined,
      meant: meant(listNames(strays.map(({ name }) => name))),
      does: `no agent is called ${isExact === true ? "exactly that" : "that"}, so ${does}${hint}`,
      because: [],
      certain: true,
      ...(edits.length > 0 ? { remedy: { title: `Name ${listNames(near)}`, edits } } : {}),
    },
  ];
}

/** Sessions in a sandbox see what they started even where everybody else sees only itself. */
function widenedSight({ config, agents }: IneffectiveContext): IneffectiveSetting[] {
  const read: Read<string> = readWord(at(config, "tools", "sessions", "visibility"), ["self", "tree", "agent", "all"]);
  const inSandbox = readWord(at(config, "agents", "defaults", "sandbox", "sessionToolsVisibility"), ["spawned", "all"]);
  const isClamped = inSandbox.state === "unset" || (inSandbox.state === "set" && inSandbox.value === "spawned");
  if (read.state !== "set" || read.value !== "self" || !isClamped) return [];
  const sandboxed = agents.flatMap(({ id, sessions }) => {
    const session = sessions.find((each) => each.sandboxed && each.tools.some((tool) => sightTools.has(tool)));
    const isKnown = session?.sandboxBecause.every((because) => because.read.state !== "unknown");
    return session && isKnown ? [{ id, because: session.sandboxBecause }] : [];
  });
  const [first] = sandboxed;
  if (!first) return [];
  const ids = sandboxed.map(({ id }) => id);
  return [
    {
      kind: "visibility-wider-than-written",
      read,
      agents: ids,
      meant: "Sessions are to see only themselves",
      does: `those of ${listNames(ids)} that run in a sandbox also see and write to what they started`,
      because: first.because,
      certain: true,
    },
  ];
}

const sightTools: ReadonlySet<string> = new Set(["sessions_list", "sessions_history", "sessions_send", "sessions_search"]);
