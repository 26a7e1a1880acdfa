/**
 * Which keys and values that generated configs contain are unknown to which release. A key not named here is known to all.
 * Source: the config schemas of the three releases.
 */
import type { Release } from "./shape.ts";

export interface KnownKey {
  /** `*` stands for any one key or index. */
  readonly path: readonly string[];
  /** Only this value of the key is meant. */
  readonly value?: string;
  readonly knownTo: readonly Release[];
}

const B = "2026.6.1";
const C = "2026.9.6";

/** The same key under `tools` and under the `tools` of each agent in the roster. */
function inTools(path: readonly string[], rest: Omit<KnownKey, "path">): KnownKey[] {
  return [
    { path: ["tools", ...path], ...rest },
    { path: ["agents", "roster", "*", "tools", ...path], ...rest },
  ];
}

export const knownKeys: readonly KnownKey[] = [
  ...inTools(["exec", "host"], { value: "auto", knownTo: [B, C] }),
  ...inTools(["exec", "mode"], { knownTo: [B, C] }),
  ...inTools(["exec", "strictInlineEval"], { knownTo: [B, C] }),
  ...inTools(["toolsBySender"], { knownTo: [B, C] }),
  { path: ["agents", "defaults", "subagents", "allowAgents"], knownTo: [B, C] },
  { path: ["agents", "defaults", "subagents", "requireAgentId"], knownTo: [B, C] },
  { path: ["agents", "roster", "*", "subagents", "requireAgentId"], knownTo: [B, C] },
  { path: ["session", "groupScope"], knownTo: [C] },
];

/** The value without the keys a release does not know. */
export function withoutUnknownKeys<Value>(value: Value, release: Release): Value {
  const unknown = knownKeys.filter(({ knownTo }) => !knownTo.includes(release));
  return prune(value, unknown) as Value;
}

function prune(value: unknown, keys: readonly KnownKey[]): unknown {
  if (keys.length === 0 || typeof value !== "object" || value === null) return value;
  const below = (name: string): KnownKey[] =>
    keys.filter(({ path: [first] }) => first === "*" || first === name).map((key) => ({ ...key, path: key.path.slice(1) }));
  if (Array.isArray(value)) return value.map((element: unknown, index) => prune(element, below(String(index))));
  const entries = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
    const rules = below(name);
    const isUnknown = rules.some((rule) => rule.path.length === 0 && (rule.value === undefined || rule.value === member));
    return isUnknown ? [] : [[name, prune(member, rules)]];
  });
  return Object.fromEntries(entries);
}
