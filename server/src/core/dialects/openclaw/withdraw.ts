/**
 * Takes capabilities from one agent with the fewest edits that do exactly that in this very config: entries of its own allow lists that go,
 * names that are denied, or a narrower profile. Every candidate is resolved; one that takes more, or gives anything, is none.
 */
import { readContract } from "../../contract.ts";
import type { ConfigSet, TargetRelease } from "../dialect.ts";
import type { Edit } from "../../finding.ts";
import { isWider } from "../../grants/compare.ts";
import { isNeeded, keepsNeeded, termsOf, type Need } from "../../grants/contract.ts";
import type { Agent, Grant } from "../../grants/grant.ts";
import type { EffectivePolicy } from "../../grants/policy.ts";
import { at, member, readString, type Place } from "../../reader.ts";
import type { Path, Uri } from "../../syntax/tree.ts";
import { agentEntry } from "./agent-entry.ts";
import { catalogueOf, noTools, type Catalogue, type Mask } from "./catalogue.ts";
import { configPlace } from "./config-root.ts";
import { capabilityRows } from "./own-grants.ts";
import { resolveSet } from "./resolve-set.ts";
import { tableRelease } from "./target-release.ts";
import { readToolList } from "./tool-lists.ts";
import { tryOut } from "./try-out.ts";

/** Profiles from wide to narrow. */
const narrowing = ["full", "coding", "messaging", "minimal"] as const;

/** Groups in which everything serves the group's one purpose, so that what a later release adds to them goes too. */
const wholeGroups = ["group:runtime", "group:fs", "group:web", "group:memory", "group:messaging", "group:nodes"];

export function withdraw(set: ConfigSet, release: TargetRelease, agent: Agent, unneeded: readonly Grant[]): readonly Edit[] {
  const before = resolveSet(set, release);
  const block = toolsOf(set, release, before.agents.length, agent.id);
  if (!block || unneeded.length === 0) return [];
  const catalogue = catalogueOf(tableRelease(release));
  const { contract } = readContract(set);
  const trial = (edits: readonly Edit[]): Trial | undefined => {
    const policy = tryOut(set, release, edits);
    return policy && { edits, policy, left: remaining(policy, agent, unneeded) };
  };
  let best: Candidate | undefined;
  for (const base of basesOf(block, catalogue, agent, unneeded, termsOf(contract, agent.id)?.needs ?? [])) {
    const last = finish(trial, base.edits, catalogue, agent, block);
    const price = last && last.edits.length + base.surcharge;
    if (!last || price === undefined || price === 0 || (best && best.price <= price)) continue;
    const isExact =
      last.left.length === 0 && keepsNeeded(last.policy.agents, before.agents, contract) && keepsOthers(last.policy, before, agent);
    if (isExact && !isWider(last.policy, before)) best = { edits: last.edits, price };
  }
  return best?.edits ?? [];
}

interface Candidate {
  readonly edits: readonly Edit[];
  readonly price: number;
}

/** Edits with what they lead to. */
interface Trial {
  readonly edits: readonly Edit[];
  readonly policy: EffectivePolicy;
  /** What of the unneeded is still there. */
  readonly left: readonly Grant[];
}

/** The same edits, and denied what they leave. Tools of plugins are in no session's list: they are named only where naming the rest is not enough. */
function finish(
  trial: (edits: readonly Edit[]) => Trial | undefined,
  base: readonly Edit[],
  catalogue: Catalogue,
  agent: Agent,
  block: Block,
): Trial | undefined {
  const half = trial(base);
  if (!half || half.left.length === 0) return half;
  const held = new Set(agent.sessions.flatMap(({ tools }) => tools));
  const names = namesOf(catalogue, half.left, (tool) => held.has(tool));
  const denied = trial([...base, ...appended(block, "deny", names)]);
  if (!denied || denied.left.length === 0) return denied;
  return trial([...base, ...appended(block, "deny", [...names, ...namesOf(catalogue, denied.left, () => true)])]);
}

/** Where the agent's own tool settings are, or would be written. */
interface Block {
  readonly file: Uri;
  readonly path: Path;
  readonly place: Place;
}

/** The agent that is there without being listed has the common settings for its own. */
function toolsOf(set: ConfigSet, release: TargetRelease, agents: number, id: string): Block | undefined {
  const config = configPlace(set);
  const entry = agentEntry(set, release, id);
  if (entry) return { file: entry.file, path: [...entry.path, "tools"], place: member(entry.place, "tools") };
  const isAlone = agents === 1 && config.node?.type === "object";
  return isAlone ? { file: config.at.file, path: ["tools"], place: member(config, "tools") } : undefined;
}

/** What can be done before anything is denied. What also takes tools that no capability speaks of costs as much as several names more. */
function basesOf(
  block: Block,
  catalogue: Catalogue,
  agent: Agent,
  unneeded: readonly Grant[],
  needs: readonly Need[],
): { readonly edits: readonly Edit[]; readonly surcharge: number }[] {
  const { file, path, place } = block;
  const profile = readString(member(place, "profile"));
  const from = profile.state === "set" ? narrowing.findIndex((name) => name === profile.value) : 0;
  const narrower = from < 0 ? [] : narrowing.slice(from + 1);
  const toProfile = (value: string): Edit => ({ op: "set", file, path: [...path, "profile"], value });
  const shorter = shorterLists(block, catalogue, agent, unneeded);
  const needed = namesOf(catalogue, ownRest(agent, unneeded), () => true);
  const hasAllow = member(place, "allow").node !== undefined;
  // What is needed in a sandbox goes there with everything else the agent does.
  const isToBeInside =
    path.length > 1 && unneeded.some(({ capability, reach }) => reach === "host" && isNeeded(needs, { capability, reach: "sandbox" }));
  return [
    ...(isToBeInside
      ? [{ edits: [{ op: "set" as const, file, path: [...path.slice(0, -1), "sandbox", "mode"], value: "all" }], surcharge: 0 }]
      : []),
    ...(shorter.length > 0 ? [{ edits: shorter, surcharge: 0 }] : []),
    { edits: [], surcharge: 0 },
    ...narrower.map((name) => ({ edits: [toProfile(name)], surcharge: profile.state === "set" ? 0 : 2 })),
    // A profile that has next to nothing, and by name what is needed.
    ...(hasAllow || from < 0 ? [] : [{ edits: [toProfile("minimal"), ...appended(block, "alsoAllow", needed)], surcharge: 4 }]),
  ];
}

/** Takes out the entries of the agent's own allow lists that let in nothing else. */
function shorterLists(block: Block, catalogue: Catalogue, agent: Agent, unneeded: readonly Grant[]): Edit[] {
  const unwanted = maskOf(catalogue, unneeded);
  const wanted = maskOf(catalogue, ownRest(agent, unneeded));
  return ["allow", "alsoAllow"].flatMap((key) =>
    readToolList(at(block.place, key)).entries.flatMap(({ name, read }): Edit[] => {
      const meant = catalogue.matches(name);
      const isUnwanted = (meant & unwanted) !== noTools && (meant & wanted) === noTools;
      return isUnwanted ? [{ op: "remove", file: read.at.file, path: read.path }] : [];
    }),
  );
}

/** What the agent holds itself besides what is unneeded. */
function ownRest(agent: Agent, unneeded: readonly Grant[]): Grant[] {
  return agent.grants.filter((grant) => grant.via.length === 0 && !unneeded.includes(grant));
}

/** The names of what gives these grants: of a group when it holds nothing else, of tools otherwise. */
function namesOf(catalogue: Catalogue, grants: readonly Grant[], isMeant: (tool: string) => boolean): string[] {
  const meant = new Set(grants.map(({ capability }) => capability));
  const rows = capabilityRows(catalogue);
  return rows.flatMap(({ capability, tools, mask }) => {
    if (!meant.has(capability)) return [];
    const group = wholeGroups.find((name) => {
      const members = catalogue.groups.get(name) ?? noTools;
      return (members & mask) !== noTools && rows.every((row) => (row.mask & members) === noTools || meant.has(row.capability));
    });
    const covered = (group === undefined ? undefined : catalogue.groups.get(group)) ?? noTools;
    const rest = tools.filter((tool) => catalogue.tool(tool) !== noTools && (catalogue.tool(tool) & covered) === noTools);
    return [...(group === undefined ? [] : [group]), ...rest.filter(isMeant)];
  });
}

function appended({ file, path }: Block, list: "deny" | "alsoAllow", names: readonly string[]): Edit[] {
  return [...new Set(names)].map((value): Edit => ({ op: "append", file, path: [...path, list], value }));
}

function maskOf(catalogue: Catalogue, grants: readonly Grant[]): Mask {
  const wanted = new Set(grants.map(({ capability }) => capability));
  return capabilityRows(catalogue).reduce((mask, row) => (wanted.has(row.capability) ? mask | row.mask : mask), noTools);
}

function remaining(policy: EffectivePolicy, agent: Agent, unneeded: readonly Grant[]): Grant[] {
  const own = ownOf(policy, agent.id);
  return own.filter(({ capability, reach }) => unneeded.some((grant) => grant.capability === capability && grant.reach === reach));
}

/** Whether everybody else has what they had. */
function keepsOthers(after: EffectivePolicy, before: EffectivePolicy, { id }: Agent): boolean {
  return before.agents.every((agent) => {
    const now = new Set(ownOf(after, agent.id).flatMap(spell));
    return (
      agent.id === id ||
      ownOf(before, agent.id)
        .flatMap(spell)
        .every((key) => now.has(key))
    );
  });
}

function ownOf({ agents }: EffectivePolicy, id: string): Grant[] {
  return (agents.find((agent) => agent.id === id)?.grants ?? []).filter(({ via, gate }) => via.length === 0 && gate !== "deny");
}

function spell({ capability, reach, sessions }: Grant): string[] {
  return sessions.map((kind) => `${capability} ${reach} ${kind}`);
}
