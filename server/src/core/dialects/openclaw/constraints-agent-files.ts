/** Rules over the folders and files of agents. Source: the packages' own validation, read and run. Only compares what is written: opens nothing. */
import { findMember, findNode, type Node } from "../../syntax/tree.ts";
import { roster } from "./constraints-agents.ts";
import type { Complaint, Constraint, Scope } from "./constraints-types.ts";
import { during, middle, newest, quoted, trimmed } from "./constraints-values.ts";
import { normalizePath } from "./normalize-path.ts";

export const agentFileConstraints: readonly Constraint[] = [
  ...during({ until: middle }, [{ at: ["agents.list"], judge: judgeFolders }]),
  ...during({ since: newest }, [{ at: ["agents.list", "agents.entries"], judge: judgeFolders }]),
  { at: ["agents.list.*.identity.avatar", "agents.entries.*.identity.avatar"], judge: judgeAvatar },
];

/** Two agents must not share the folder their sessions and logins are kept in. Of an id listed twice the first entry counts. */
function judgeFolders(_: Node, { root }: Scope): Complaint[] {
  const seen = new Map<string, string>();
  const ids = new Set<string>();
  return (roster(root) ?? []).flatMap(({ id, normalized, entry }): Complaint[] => {
    const node = findMember(entry, "agentDir");
    const written = trimmed(node);
    const isFirst = !ids.has(normalized);
    ids.add(normalized);
    if (!isFirst || !node || written === undefined) return [];
    const folder = normalizePath(written);
    const other = seen.get(folder);
    if (other === undefined) seen.set(folder, id);
    return other === undefined ? [] : [{ node, message: `This agent would share its folder with the agent${quoted(other)} above` }];
  });
}

/** A picture must lie inside the agent's workspace, or be a web or data address. */
function judgeAvatar(node: Node, { root }: Scope): Complaint | undefined {
  const avatar = trimmed(node);
  if (avatar === undefined || /^(?:data:|https?:\/\/)/i.test(avatar)) return undefined;
  if (avatar.startsWith("~") || (/^[a-z][a-z0-9+.-]*:/i.test(avatar) && !/^[a-z]:[\\/]/i.test(avatar))) {
    return { node, message: "An avatar is a path inside the agent's workspace, a web address or a data address" };
  }
  if (avatar.startsWith("/")) return outside(node, workspaceOf(node, root), avatar);
  return normalizePath(`/w/${avatar}`).startsWith("/w") && !climbs(avatar)
    ? undefined
    : { node, message: "An avatar must lie inside the agent's workspace" };
}

function climbs(path: string): boolean {
  let depth = 0;
  for (const step of path.split("/")) {
    if (step === "..") depth--;
    else if (step !== "" && step !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** The workspace written for the agent an avatar belongs to. */
function workspaceOf(avatar: Node, root: Node): string | undefined {
  const identity = avatar.parent?.parent;
  const agent = identity?.parent?.parent;
  return trimmed(findMember(agent, "workspace")) ?? trimmed(findNode(root, ["agents", "defaults", "workspace"]));
}

/** Where no workspace is written it is a folder in the state folder, whose name everybody leaves as it is. */
function outside(node: Node, workspace: string | undefined, avatar: string): Complaint | undefined {
  const path = normalizePath(avatar);
  const isInside =
    workspace === undefined
      ? path.includes("/.openclaw/")
      : !workspace.startsWith("/") || `${path}/`.startsWith(`${normalizePath(workspace)}/`);
  return isInside ? undefined : { node, message: "An avatar must lie inside the agent's workspace" };
}
