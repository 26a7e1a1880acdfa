/** Additions to profiles that add nothing or replace others, profiles that agents override, and lists of a sandbox that hold nothing back. */
import type { Edit } from "../../../finding.ts";
import type { IneffectiveSetting } from "../../../grants/ineffective.ts";
import { at, member, readWord, type Place } from "../../../reader.ts";
import type { Read } from "../../../read.ts";
import { listNames } from "../../../wording.ts";
import { noTools, type Mask } from "../catalogue.ts";
import { profileWords } from "../profile-layers.ts";
import type { Profile } from "../tables/tools.ts";
import { isBlank, readToolList, type ToolList } from "../tool-lists.ts";
import type { IneffectiveContext } from "./index.ts";
import { isEmpty, sandboxed } from "./tool-lists.ts";

export function ineffectiveToolScopes(context: IneffectiveContext): IneffectiveSetting[] {
  return [...idleAdditions(context), ...overriddenProfile(context), ...unlimitedSandboxLists(context), ...ignoredSandboxAdditions(context)];
}

interface Scope {
  readonly agent: string | undefined;
  readonly place: Place;
  readonly profile: Read<Profile>;
  readonly also: ToolList;
}

/** The common block and those of agents that have one, each with the profile that holds there. */
function scopesOf({ config, roster }: IneffectiveContext): { readonly common: Scope; readonly own: readonly Scope[] } {
  const read = (place: Place, agent?: string): Scope => ({
    agent,
    place,
    profile: readWord(member(place, "profile"), profileWords),
    also: readToolList(member(place, "alsoAllow")),
  });
  const common = read(member(config, "tools"));
  const own = roster.agents.flatMap(({ id, entry }) => {
    const tools = entry && member(entry, "tools");
    return tools?.node ? [read(tools, id)] : [];
  });
  return { common, own };
}

/** What is added where nothing is taken away adds nothing; what an agent adds stands in the place of what all have added. */
function idleAdditions(context: IneffectiveContext): IneffectiveSetting[] {
  const { common, own } = scopesOf(context);
  const isNeeded = own.some(({ profile, also }) => isNarrow(profile) && !also.isSet);
  const scopes = own.map((scope) => ({ scope, profile: scope.profile.state === "unset" ? common.profile : scope.profile }));
  const idle = (scope: Scope, profile: Read<Profile>): boolean =>
    !isNarrow(profile) && !isBlank(scope.also) && isOfCore(context, scope.also) && isBlank(readToolList(member(scope.place, "allow")));
  const isLimited = !isBlank(readToolList(member(common.place, "allow")));
  const found = scopes.flatMap(({ scope, profile }): IneffectiveSetting[] => {
    const named = { kind: "allow-list-has-no-effect", read: scope.also.read, because: [], certain: true } as const;
    const agents = scope.agent === undefined ? [] : [scope.agent];
    if (idle(scope, profile)) {
      const does = isLimited ? "what the common allow list leaves out stays out" : openly;
      return [
        { ...named, agents, meant: added(scope.also, ` for "${scope.agent}"`), does, ...(isLimited ? {} : { remedy: narrowing(scope) }) },
      ];
    }
    const lost = common.also.entries.filter(({ name }) => scope.also.entries.every((entry) => entry.name.trim() !== name.trim()));
    if (!isNarrow(profile) || !scope.also.isSet || scope.also.isOpen || lost.length === 0) return [];
    const does = `the list of agent "${scope.agent}" replaces the common one, so ${listNames(lost.map(({ name }) => name))} is not added there`;
    return [{ ...named, agents, meant: added(common.also, " for every agent"), does }];
  });
  if (isNeeded || !idle(common, common.profile)) return found;
  const read = { kind: "allow-list-has-no-effect", read: common.also.read, agents: undefined, because: [], certain: true } as const;
  return [...found, { ...read, meant: added(common.also, ""), does: openly, remedy: narrowing(common) }];
}

const openly = "without a profile or an allow list every tool is there already, so this adds nothing and keeps nothing out";

function added({ entries }: ToolList, where: string): string {
  return `${listNames(entries.map(({ name }) => name))} ${entries.length === 1 ? "is" : "are"} added${where}`;
}

function isNarrow(profile: Read<Profile>): boolean {
  return profile.state === "unknown" || (profile.state === "set" && profile.value !== "full");
}

/** Names of plugins and their tools have an effect of their own: they bring tools into being that are not there otherwise. */
function isOfCore({ catalogue }: IneffectiveContext, { entries, isOpen }: ToolList): boolean {
  const masks = entries.map(({ name }) => catalogue.matches(name));
  return !isOpen && masks.every((mask) => mask !== noTools && (mask & catalogue.ofPlugins) === noTools);
}

/** What its author may have meant: nothing but these. */
function narrowing({ place, also }: Scope): { readonly title: string; readonly edits: readonly Edit[] } {
  const { file } = place.at;
  const value = also.entries.map(({ name }) => name);
  const edits: Edit[] = [
    { op: "set", file, path: member(place, "allow").path, value },
    { op: "remove", file, path: also.read.path },
  ];
  return { title: "Allow nothing but what this list names", edits };
}

/** The narrow profile all agents are meant to have, and those that have a wider one of their own. */
function overriddenProfile(context: IneffectiveContext): IneffectiveSetting[] {
  const { common, own } = scopesOf(context);
  const { profile } = common;
  if (profile.state !== "set" || profile.value === "full") return [];
  const { catalogue } = context;
  const toolsOf = (word: Profile): Mask => (word === "full" ? catalogue.all : (catalogue.profiles.get(word) ?? noTools));
  const limit = toolsOf(profile.value);
  const wider = own.filter((scope) => scope.profile.state === "set" && (toolsOf(scope.profile.value) & ~limit) !== noTools);
  if (wider.length === 0) return [];
  const agents = wider.flatMap(({ agent }) => agent ?? []);
  const does = `${listNames(agents)} ${agents.length === 1 ? "has a wider one of its own" : "have wider ones of their own"}`;
  const meant = `The common profile is "${profile.value}"`;
  const remedy = {
    title: `Remove the ${agents.length === 1 ? "profile" : "profiles"} of ${listNames(agents)}`,
    edits: wider.map(({ profile: own }): Edit => ({ op: "remove", file: own.at.file, path: own.path })),
  };
  return [{ kind: "overridden-tool-profile", read: profile, agents, meant, does, because: [], certain: true, remedy }];
}

/** Both lists empty: neither the release's own list of allowed tools nor that of denied ones holds any longer. */
function unlimitedSandboxLists(context: IneffectiveContext): IneffectiveSetting[] {
  const found = new Map<string, { readonly lists: readonly [ToolList, ToolList]; readonly agents: string[] }>();
  for (const { id, entry } of context.roster.agents) {
    const places = [entry, context.config].flatMap((owner) => (owner ? [at(owner, "tools", "sandbox", "tools")] : []));
    const [allow, deny] = ["allow", "deny"].map((key) =>
      places.map((place) => readToolList(member(place, key))).find(({ isSet }) => isSet),
    );
    if (!allow || !deny || !isEmpty(allow) || !isEmpty(deny) || sandboxed(context, id).length === 0) continue;
    const key = JSON.stringify([allow.read.at, deny.read.at]);
    const known = found.get(key) ?? { lists: [allow, deny], agents: [] };
    known.agents.push(id);
    found.set(key, known);
  }
  return [...found.values()].map(({ lists, agents }) => ({
    kind: "unlimited-sandbox-tools",
    read: lists[0].read,
    agents,
    meant: 'Both tool lists of the sandbox are empty and read like "no tools"',
    does: "empty lists let every tool in, also those that act outside the sandbox",
    because: [],
    certain: true,
    remedy: {
      title: "Go back to the release's own lists",
      edits: lists.map(({ read }) => ({ op: "remove", file: read.at.file, path: read.path })),
    },
  }));
}

/** Early releases read no `alsoAllow` in the tool list of a sandbox. */
function ignoredSandboxAdditions(context: IneffectiveContext): IneffectiveSetting[] {
  if (context.behaviour.sandboxReallow) return [];
  const owners = [{ id: undefined, entry: context.config }, ...context.roster.agents];
  return owners.flatMap(({ id, entry }): IneffectiveSetting[] => {
    const also = entry && readToolList(at(entry, "tools", "sandbox", "tools", "alsoAllow"));
    const agents = sandboxed(context, id);
    if (!also || isBlank(also) || also.isOpen || agents.length === 0) return [];
    const does = "this release reads no alsoAllow there";
    return [
      {
        kind: "allow-list-has-no-effect",
        read: also.read,
        agents,
        meant: added(also, " in the sandbox"),
        does,
        because: [],
        certain: true,
      },
    ];
  });
}
