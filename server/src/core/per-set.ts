/**
 * Remembers the last answer about a config set for as long as somebody holds the set. Sets never change: an edit makes another one. Trying fixes out asks
 * the same things about the same sets again and again.
 */
import type { ConfigSet } from "./dialects/dialect.ts";

/** `keyOf` spells everything besides the set that the answer depends on. */
export function perSet<More extends readonly unknown[], Answer>(
  keyOf: (...more: More) => string,
  work: (set: ConfigSet, ...more: More) => Answer,
): (set: ConfigSet, ...more: More) => Answer {
  const known = new WeakMap<ConfigSet, { readonly key: string; readonly answer: Answer }>();
  return (set, ...more) => {
    const key = keyOf(...more);
    const last = known.get(set);
    if (last?.key === key) return last.answer;
    const answer = work(set, ...more);
    known.set(set, { key, answer });
    return answer;
  };
}
