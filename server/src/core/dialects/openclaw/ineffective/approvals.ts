/** What stands in the approvals document and holds nowhere: words no release knows, keys nobody reads, agents nobody looks up. */
import type { Edit } from "../../../finding.ts";
import type { Agent } from "../../../grants/grant.ts";
import type { IneffectiveSetting } from "../../../grants/ineffective.ts";
import type { Read } from "../../../read.ts";
import { elements, findMember, locationOf, members, type Node, type Path } from "../../../syntax/tree.ts";
import { count, listNames } from "../../../wording.ts";
import type { ApprovalsDocument, Ignored } from "../approvals.ts";
import { approvalsKeys, inventedEntryKeys, inventedPolicyKeys } from "../tables/approvals-keys.ts";
import { findMisnamedAgents } from "./approvals-agents.ts";
import { moveWords, plainLetters, restrictingWord } from "./approvals-remedy.ts";
import type { IneffectiveContext } from "./index.ts";

export function findIgnoredApprovals(context: IneffectiveContext): readonly IneffectiveSetting[] {
  const { approvals } = context;
  if (!approvals.isTaken) return [];
  return [...findIgnoredWords(context), ...findIgnoredKeys(approvals), ...findIgnoredEntries(approvals), ...findMisnamedAgents(context)];
}

/** Whether something in a document that loads is told of as a setting without effect, so that nobody need call it invalid as well. */
export function ignoredIn({ isTaken, ignored }: ApprovalsDocument): (path: Path, key: string | undefined) => boolean {
  const told = new Set(ignored.map(({ path }) => path.join("\0")));
  const isInvented = (key: string | undefined) =>
    key !== undefined && [...inventedPolicyKeys, ...inventedEntryKeys].includes(plainLetters(key));
  return (path, key) => isTaken && (told.has(path.join("\0")) || isInvented(key));
}

const base = { kind: "ignored-approvals-setting", because: [], certain: true } as const;

/** `security: "off"`, `ask: "never"`: the next layer decides instead. */
function findIgnoredWords({ approvals, agents }: IneffectiveContext): IneffectiveSetting[] {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  return approvals.ignored.flatMap(({ node, path }): IneffectiveSetting[] => {
    const name = policyWords.find((word) => word === path.at(-1));
    const owner = path.length === 3 ? String(path[1]) : "*";
    const one = byId.get(owner === "default" ? "main" : owner);
    const served = owner === "*" ? agents : one ? [one] : [];
    if (name === undefined || served.length === 0) return [];
    const word = restrictingWord(name, node);
    return [
      {
        ...base,
        read: readOf(node, path),
        agents: served.map(({ id }) => id),
        meant: `${name} is ${typeof node.value === "string" ? JSON.stringify(node.value) : `a value of another kind`}`,
        does: `this release knows no such word and ignores it${heldInstead(name, served)}`,
        ...(word === undefined
          ? {}
          : { remedy: { title: `Write "${word}"`, edits: [{ op: "set", file: approvals.at.file, path, value: word }] } }),
      },
    ];
  });
}

const policyWords = ["security", "ask", "askFallback"] as const;

/** What is in force on the host for these agents; nothing where that cannot be known. */
function heldInstead(name: (typeof policyWords)[number], agents: readonly Agent[]): string {
  const policies = agents.flatMap(({ sessions }) => sessions.map(({ exec }) => exec));
  const onHost = policies.filter(({ host }) => host === "gateway" || host === "node");
  if (!onHost.every(({ certain }) => certain)) return "";
  const values = [...new Set(onHost.filter(({ unchecked }) => !unchecked).map((exec) => `"${exec[name]}"`))];
  if (values.length > 0) return `: ${values.join(" or ")} holds`;
  return onHost.length > 0 ? ": commands run without any check" : "";
}

/** Keys that look like policy and are never read: one setting for each object that has some. */
function findIgnoredKeys(approvals: ApprovalsDocument): IneffectiveSetting[] {
  const { root } = approvals;
  const objects: { readonly node: Node | undefined; readonly path: Path; readonly known: readonly string[] }[] = [
    { node: root, path: [], known: approvalsKeys.document },
    { node: findMember(root, "defaults"), path: ["defaults"], known: approvalsKeys.defaults },
    ...members(findMember(root, "agents")).map(({ key, value }) => ({ node: value, path: ["agents", key], known: approvalsKeys.agent })),
  ];
  return objects.flatMap(({ node, path, known }): IneffectiveSetting[] => {
    const invented = members(node).filter(({ key }) => !known.includes(key) && inventedPolicyKeys.includes(plainLetters(key)));
    const [first] = invented;
    if (!first?.value) return [];
    const target: Path = path.length === 0 ? ["defaults"] : path;
    const { moved, edits } = moveWords(approvals, invented, target);
    const removals = moved.map((key): Edit => ({ op: "remove", file: approvals.at.file, path: [...path, key] }));
    const many = invented.length > 1;
    return [
      {
        ...base,
        read: readOf(first.value, [...path, first.key]),
        agents: undefined,
        meant: `${listNames(invented.map(({ key }) => key))} ${many ? "stand" : "stands"} here as policy`,
        does: `no release reads ${many ? "them" : "it"}: ${leftOver(approvals)}`,
        ...(edits.length === 0 ? {} : { remedy: { title: `Write it into ${target.join(".")}`, edits: [...edits, ...removals] } }),
      },
    ];
  });
}

function leftOver({ state }: ApprovalsDocument): string {
  return state === "empty" ? "host commands follow the config alone" : "only the rest of the document counts";
}

/** Lists that are none, entries that are none, and what an entry says besides its pattern and nobody reads. */
function findIgnoredEntries(approvals: ApprovalsDocument): IneffectiveSetting[] {
  const droppedOf = droppedEntries(approvals);
  return members(findMember(approvals.root, "agents")).flatMap(({ key, value }): IneffectiveSetting[] => {
    const list = findMember(value, "allowlist");
    const path: Path = ["agents", key, "allowlist"];
    if (!list || list.type === "null") return [];
    const agents = key === "*" ? undefined : [key];
    if (list.type !== "array") {
      return [
        { ...base, read: readOf(list, path), agents, meant: "programs stand here", does: "an allowlist that is no list has no entries" },
      ];
    }
    return [...droppedOf(key), ...findUnreadLimits(list, path)].map((found) => ({ ...base, agents, ...found }));
  });
}

type Found = Pick<IneffectiveSetting, "read" | "meant" | "does">;

/** The entries of each agent's list that are dropped, as one finding. */
function droppedEntries({ ignored }: ApprovalsDocument): (agent: string) => Found[] {
  const byAgent = new Map<string, Ignored[]>();
  for (const entry of ignored) {
    if (entry.isRepeated === true || entry.path.length !== 4) continue;
    const key = String(entry.path[1]);
    const known = byAgent.get(key);
    if (known) known.push(entry);
    else byAgent.set(key, [entry]);
  }
  return (agent) => {
    const [first, ...others] = byAgent.get(agent) ?? [];
    if (!first) return [];
    const meant = others.length === 0 ? "an entry stands here" : `${others.length + 1} entries like this stand on the list`;
    return [{ read: readOf(first.node, first.path), meant, does: `${first.why}, and allows nothing` }];
  };
}

function findUnreadLimits(list: Node, path: Path): Found[] {
  const unread = elements(list).flatMap((entry, index) =>
    members(entry).flatMap(({ key, value }) => (value && isInventedLimit(key) ? [{ key, value, path: [...path, index, key] }] : [])),
  );
  const [first] = unread;
  if (!first) return [];
  const more = unread.length > 1 ? ` in ${count(unread.length, "place")} of this list` : "";
  const does = "no release reads it: the entry admits its program as if it were not there";
  return [{ read: readOf(first.value, first.path), meant: `"${first.key}" limits an entry${more}`, does }];
}

function isInventedLimit(key: string): boolean {
  return !approvalsKeys.entry.some((known) => known === key) && [...inventedEntryKeys, "argpattern"].includes(plainLetters(key));
}

function readOf(node: Node, path: Path): Read<unknown> {
  return { state: "set", value: node, at: locationOf(node), path, node };
}
