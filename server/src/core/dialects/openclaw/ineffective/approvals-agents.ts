/** Agents of the approvals document that the program never looks up under the name they have there. */
import type { Edit } from "../../../finding.ts";
import type { IneffectiveSetting } from "../../../grants/ineffective.ts";
import { nearestWord } from "../../../schema/words.ts";
import { findMember, locationOf, members, type Node } from "../../../syntax/tree.ts";
import { listNames } from "../../../wording.ts";
import type { ApprovalsDocument } from "../approvals.ts";
import { normalizeId } from "../roster.ts";
import { moveWords, restricts, type Field } from "./approvals-remedy.ts";
import type { IneffectiveContext } from "./index.ts";

/** Looking for near names is slow; nobody reads more suggestions than these. */
const mostSuggestions = 20;

export function findMisnamedAgents(context: IneffectiveContext): IneffectiveSetting[] {
  const agents = findMember(context.approvals.root, "agents");
  if (agents?.type === "array" && (agents.children?.length ?? 0) > 0) {
    return [
      {
        ...settingAt(agents, ["agents"]),
        meant: "agents stand here in a list",
        does: "they are looked up by name, and in a list none has one",
      },
    ];
  }
  const ids = new Set(context.roster.agents.map(({ id }) => id));
  let suggestions = 0;
  const near = (id: string): string | undefined => (suggestions++ < mostSuggestions ? nearestWord(id, ids) : undefined);
  return members(agents).flatMap(({ key, keyNode, value }): IneffectiveSetting[] => {
    if (key === "*" || members(value).length === 0) return [];
    const found = key === "default" ? legacyDefault(context) : misnamed(key, value, { ...context, ids, near });
    return found ? [{ ...settingAt(keyNode, ["agents", key]), ...found }] : [];
  });
}

type Found = Pick<IneffectiveSetting, "meant" | "does"> & Partial<IneffectiveSetting>;

function settingAt(node: Node, path: readonly string[]): Omit<IneffectiveSetting, "meant" | "does"> {
  const read = { state: "set" as const, value: node, at: locationOf(node), path, node };
  return { kind: "ignored-approvals-setting", read, agents: undefined, because: [], certain: true };
}

interface Names extends IneffectiveContext {
  readonly ids: ReadonlySet<string>;
  readonly near: (id: string) => string | undefined;
}

function misnamed(key: string, value: Node | undefined, { approvals, roster, ids, near }: Names): Found | undefined {
  if (ids.has(key)) return undefined;
  const id = normalizeId(key);
  if (ids.has(id)) {
    return {
      agents: [id],
      meant: `"${key}" is written for agent "${id}"`,
      does: "agents are looked up by their exact id, so nothing of it holds",
      ...rename(approvals, key, value, id),
    };
  }
  if (!roster.isComplete) return undefined;
  const meant = near(id);
  const does =
    meant === undefined
      ? `no agent of the config has that id: there ${ids.size === 1 ? "is" : "are"} ${listNames([...ids])}`
      : `no agent of the config has that id; did you mean "${meant}"?`;
  const settled = {
    kind: "unknown-approvals-agent",
    agents: [],
    meant: `policy is written here for "${key}"`,
    does,
    isLeftover: !restricts(members(value)),
  } as const;
  return { ...settled, ...(meant === undefined ? {} : rename(approvals, key, value, meant)) };
}

/** Only what restricts may go over to the right agent: an allowlist would let something pass that does not today. */
function rename(approvals: ApprovalsDocument, key: string, value: Node | undefined, id: string): Pick<IneffectiveSetting, "remedy"> {
  const fields: Field[] = members(value);
  const { moved, edits } = moveWords(approvals, fields, ["agents", id]);
  if (moved.length === 0 || moved.length < fields.length) return {};
  const removal: Edit = { op: "remove", file: approvals.at.file, path: ["agents", key] };
  return { remedy: { title: `Write it for "${id}"`, edits: [...edits, removal] } };
}

/** An older name of the agent `main`, which reads like a word for all agents. */
function legacyDefault({ roster }: IneffectiveContext): Found | undefined {
  if (!roster.isComplete) return undefined;
  const others = roster.agents.flatMap(({ id }) => (id === "main" ? [] : [id]));
  if (others.length === 0) return undefined;
  const does =
    others.length === roster.agents.length
      ? 'it is an older name of "main", which is no agent of the config'
      : `it is an older name of "main", and does not hold for ${listNames(others)}`;
  return { agents: others, meant: '"default" reads like a policy for all agents', does };
}
