/** Where the approvals document lets commands and tools pass that nobody has looked at: unanswered prompts, programs of skills, tools granted for good. */
import type { Edit } from "../../finding.ts";
import type { Approvals, SkillPrograms, ToolGrant, UnansweredPrompt } from "../../grants/approvals.ts";
import type { Agent, Because, ExecPolicy } from "../../grants/grant.ts";
import { at, readAny, readString, type Place } from "../../reader.ts";
import { elements, findMember, locationOf, members, type Node, type Path } from "../../syntax/tree.ts";
import type { ApprovalsDocument } from "./approvals.ts";
import { resolveFloor } from "./exec-policy.ts";
import type { Behaviour } from "./releases.ts";
import { skillProgramsHost } from "./tables/programs.ts";

export function resolveLeniencies(config: Place, approvals: ApprovalsDocument, agents: readonly Agent[], behaviour: Behaviour): Approvals {
  return {
    unanswered: agents.flatMap((agent) => unansweredPrompt(approvals, agent, behaviour) ?? []),
    skillPrograms: agents.flatMap((agent) => skillPrograms(approvals, agent, behaviour) ?? []),
    toolGrants: behaviour.grantedTools && approvals.state !== "refused" ? findToolGrants(config, approvals) : [],
  };
}

/** Only a policy of the host asks anybody; what runs unchecked or in a sandbox does not. */
function isAsked({ host, unchecked, certain }: ExecPolicy): boolean {
  return (host === "gateway" || host === "node") && !unchecked && certain;
}

function prompts({ security, ask }: ExecPolicy): boolean {
  return (ask === "always" && security !== "deny") || (ask === "on-miss" && security === "allowlist");
}

function unansweredPrompt(approvals: ApprovalsDocument, { id, sessions }: Agent, behaviour: Behaviour): UnansweredPrompt | undefined {
  const exec = sessions.map((session) => session.exec).find((one) => isAsked(one) && prompts(one) && one.askFallback === "full");
  if (!exec) return undefined;
  const written = resolveFloor({ approvals, agentId: id, behaviour }, "askFallback", ({ askFallback }) => askFallback);
  const decisive = written?.because ?? defaultFallback(approvals, exec.because[0], behaviour);
  return {
    agent: id,
    does: exec.security === "full" ? "the command runs" : "the command runs although it is not on the allowlist",
    written: written !== undefined,
    because: [decisive, ...exec.because.filter(({ says }) => says !== decisive.says)],
    revoke: setTo(approvals, written?.because.read.path ?? ["defaults", "askFallback"], "deny"),
  };
}

/** The default sits where the setting would be written: in the document where there is one, beside what makes the prompt otherwise. */
function defaultFallback(approvals: ApprovalsDocument, prompt: Because | undefined, { release, unsetAskFallback }: Behaviour): Because {
  const { at, path } = approvals.defaults.askFallback;
  const place = approvals.root === undefined && prompt ? { at: prompt.read.at, path: prompt.read.path } : { at, path };
  return { layer: `default of ${release}`, says: `askFallback is "${unsetAskFallback}"`, read: { state: "unset", ...place } };
}

function skillPrograms(approvals: ApprovalsDocument, { id, sessions }: Agent, behaviour: Behaviour): SkillPrograms | undefined {
  const asking = sessions
    .map((session) => session.exec)
    .filter((one) => isAsked(one) && one.security === "allowlist" && one.ask !== "always");
  const exec = asking.find(({ host }) => host === skillProgramsHost) ?? asking[0];
  const written = resolveFloor({ approvals, agentId: id, behaviour }, "autoAllowSkills", ({ autoAllowSkills }) => autoAllowSkills);
  if (!exec || written?.value !== true) return undefined;
  const { because } = written;
  return {
    agent: id,
    onDevice: exec.host === skillProgramsHost,
    because: [because, ...exec.because.slice(0, 1)],
    revoke: setTo(approvals, because.read.path, false),
  };
}

function setTo({ root, at: { file } }: ApprovalsDocument, path: Path, value: string | boolean): readonly Edit[] {
  return root ? [{ op: "set", file, path, value }] : [];
}

/** A grant counts for a server the config has, unless that server's own setting asks anyway or never asks. */
function findToolGrants(config: Place, { root }: ApprovalsDocument): ToolGrant[] {
  const isInForce = (server: string) => {
    const place = at(config, "mcp", "servers", server);
    const mode = readString(at(place, "codex", "defaultToolsApprovalMode"));
    return readAny(place).state === "set" && (mode.state === "unset" || (mode.state === "set" && mode.value === "auto"));
  };
  return members(findMember(root, "agents")).flatMap(({ key, value }) => {
    const list = findMember(value, "mcpTools");
    // The wildcard agent's grants are never looked up.
    if (!list || key === "*") return [];
    const path: Path = ["agents", key, "mcpTools"];
    return elements(list).flatMap((node, index): ToolGrant[] => {
      const [server, tool] = [findMember(node, "server")?.value, findMember(node, "tool")?.value];
      if (typeof server !== "string" || typeof tool !== "string" || !isInForce(server)) return [];
      return [{ agent: key, server, tool, read: readOf(node, [...path, index]) }];
    });
  });
}

function readOf(node: Node, path: Path): ToolGrant["read"] {
  return { state: "set", value: node, at: locationOf(node), path, node };
}
