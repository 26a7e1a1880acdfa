/** How names and numbers are put into sentences, so that every message says them alike. */
import type { TargetRelease } from "./dialects/dialect.ts";

/** `a`, `a and b`, `a, b and 20 more`: at most three of them. */
export function listWords(words: readonly string[], limit = 3): string {
  if (words.length <= 1) return words[0] ?? "";
  if (words.length <= limit) return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  return `${words.slice(0, limit - 1).join(", ")} and ${words.length - limit + 1} more`;
}

/** `2026.6.1`; `2027.1.1 as if it were 2026.9.6, the newest known here`. */
export function releaseWords({ version, schema, beyond }: TargetRelease): string {
  return beyond === undefined ? version : `${version} as if it were ${schema}, the ${beyond} known here`;
}

/** `"a"`, `"a" and "b"`, `"a", "b" and 20 more`: at most three names. */
export function listNames(names: readonly string[], limit = 3): string {
  return listWords(
    names.map((name) => `"${name}"`),
    limit,
  );
}

/** `Agent "a"`, `Agents "a" and "b"`. */
export function agentSubject(ids: readonly string[]): string {
  return `${ids.length === 1 ? "Agent" : "Agents"} ${listNames(ids)}`;
}

/** `both agents`, `all 5 agents`. */
export function all(number: number, nouns: string): string {
  return number === 2 ? `both ${nouns}` : `all ${number} ${nouns}`;
}

/** The same inside a sentence: `agent "a"`, `agents "a" and "b"`. */
export function agentObject(ids: readonly string[]): string {
  return `${ids.length === 1 ? "agent" : "agents"} ${listNames(ids)}`;
}

/** `; nor does 1 more`, `; nor do 2 more`: the rest of a sentence about the first of several. Nothing where there are no others. */
export function nor(others: number, where: string): string {
  return others === 0 ? "" : `; nor ${others === 1 ? "does" : "do"} ${others} more ${where}`;
}

/** `1 agent`, `2 agents`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** How a sentence begins about agents that somebody else's text reaches: `Anyone on telegram can write to "a", which`, `Agent "a" reads what others write and`. */
export function reachedBy(ids: readonly string[], doors: readonly string[]): string {
  if (doors.length > 0) return `Anyone on ${listWords([...new Set(doors)])} can write to ${listNames(ids)}, which`;
  return `${agentSubject(ids)} ${ids.length === 1 ? "reads" : "read"} what others write and`;
}
