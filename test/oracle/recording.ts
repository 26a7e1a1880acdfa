/** The compact form in which answers are kept: sessions that are alike share a line, tools are told as what is missing or what is left. */
import type { SessionKind } from "../../server/src/core/grants/grant.ts";
import type { ComparableAgent, ComparableSession } from "./comparable.ts";

/** `[kinds, sandboxed, tools, exec]`. */
type SessionLine = readonly [kinds: string, sandboxed: 0 | 1, tools: string, exec: string];

export interface RecordedAgent {
  readonly id: string;
  readonly messages: string;
  readonly spawns: string;
  readonly sessions: readonly SessionLine[];
}

export function encode(agents: readonly ComparableAgent[], catalogue: readonly string[]): RecordedAgent[] {
  return agents.map(({ id, messages, spawns, sessions }) => {
    const kindsOf = new Map<string, string[]>();
    for (const [kind, { sandboxed, tools, exec }] of Object.entries(sessions)) {
      const line = JSON.stringify([sandboxed ? 1 : 0, encodeTools(tools, catalogue), exec]);
      kindsOf.set(line, [...(kindsOf.get(line) ?? []), kind]);
    }
    const lines = [...kindsOf].map(([line, kinds]) => [kinds.join(" "), ...(JSON.parse(line) as [0 | 1, string, string])] as const);
    return { id, messages: messages.join(" "), spawns: spawns.join(" "), sessions: lines };
  });
}

export function decode(agents: readonly RecordedAgent[], catalogue: readonly string[]): ComparableAgent[] {
  return agents.map(({ id, messages, spawns, sessions }) => ({
    ...{ id, messages: words(messages), spawns: words(spawns) },
    sessions: Object.fromEntries(
      sessions.flatMap(([kinds, sandboxed, tools, exec]) => {
        const session: ComparableSession = { sandboxed: sandboxed === 1, tools: decodeTools(tools, catalogue), exec };
        return words(kinds).map((kind) => [kind as SessionKind, session]);
      }),
    ),
  }));
}

/** `- exec` is the catalogue without exec, `+ read` nothing but read. */
function encodeTools(tools: readonly string[], catalogue: readonly string[]): string {
  const missing = catalogue.filter((name) => !tools.includes(name));
  return missing.length < tools.length ? ["-", ...missing].join(" ") : ["+", ...tools].join(" ");
}

function decodeTools(text: string, catalogue: readonly string[]): string[] {
  const [sign, ...names] = words(text);
  return sign === "+" ? names : catalogue.filter((name) => !names.includes(name));
}

function words(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}
