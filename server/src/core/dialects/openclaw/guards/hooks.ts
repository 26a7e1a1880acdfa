/** What callers of hooks may choose for themselves. */
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import { elementsOf, member, readBoolean, readString, readStringList, type Place } from "../../../reader.ts";
import { isSwitchedOn, loweredGuard, putting, type GuardContext } from "./context.ts";

export function findHookGuards(context: GuardContext): LoweredGuard[] {
  const hooks = member(context.config, "hooks");
  return isSwitchedOn(context.config, "hooks.enabled") ? [...agentChoice(hooks, context), ...sessionChoice(hooks)] : [];
}

/** With one agent there is nothing to choose. */
function agentChoice(hooks: Place, { roster, behaviour }: GuardContext): LoweredGuard[] {
  const list = readStringList(member(hooks, "allowedAgentIds"));
  if (roster.agents.length < 2 || list.state === "unknown") return [];
  const names = list.state === "set" ? list.value : [];
  const wildcard = names.find((name) => name.state === "set" && name.value.trim() === "*");
  const guard = (read: LoweredGuard["read"], says: string, restore?: LoweredGuard["restore"]): LoweredGuard[] => [
    loweredGuard({ kind: "hook-chooses-agent", read, says, door: "hooks", ...(restore ? { restore } : {}) }),
  ];
  if (list.state === "unset" || wildcard) {
    const says = `Whoever has the hooks' token chooses which of ${roster.agents.length} agents acts`;
    return guard(wildcard ?? list, says, putting("Let hooks reach no agent by its name, or list those they may reach", list, []));
  }
  const isListed = names.some((name) => name.state !== "set" || name.value.trim().toLowerCase() === roster.defaultAgent);
  if (behaviour.hookListLimitsAll || roster.defaultAgent === undefined || isListed) return [];
  return guard(list, `Callers who name no agent reach "${roster.defaultAgent}", which this list leaves out`);
}

/** Prefixes leave a caller a choice among the conversations that begin with them. */
function sessionChoice(hooks: Place): LoweredGuard[] {
  const read = readBoolean(member(hooks, "allowRequestSessionKey"));
  if (read.state !== "set" || !read.value) return [];
  const prefixes = elementsOf(member(hooks, "allowedSessionKeyPrefixes")).map(readString);
  const isLimited = prefixes.some((prefix) => prefix.state !== "set" || prefix.value.trim() !== "");
  return [
    loweredGuard({
      kind: "hook-chooses-session",
      read,
      says: `Whoever has the hooks' token chooses the conversation it writes into${isLimited ? ", among those with a listed prefix" : ", the owner's own included"}`,
      door: "hooks",
      weight: isLimited ? "minor" : "usual",
      restore: putting("Keep the choice of the conversation from callers", read, false),
    }),
  ];
}
