/** How names and numbers are put into sentences, so that every message says them alike. */

/** `"a"`, `"a" and "b"`, `"a", "b" and 20 more`: at most three names. */
export function listNames(names: readonly string[], limit = 3): string {
  const quoted = names.map((name) => `"${name}"`);
  if (quoted.length === 1) return quoted[0] ?? "";
  if (quoted.length <= limit) return `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
  return `${quoted.slice(0, limit - 1).join(", ")} and ${quoted.length - limit + 1} more`;
}

/** `Agent "a"`, `Agents "a" and "b"`. */
export function agentSubject(ids: readonly string[]): string {
  return `${ids.length === 1 ? "Agent" : "Agents"} ${listNames(ids)}`;
}

/** `1 agent`, `2 agents`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
