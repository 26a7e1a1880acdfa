/** Small configs whose verdict differs between releases, with what OpenClaw says of them: 2026.2.17, 2026.6.1, 2026.9.6. */

export interface ValidityRow {
  readonly config: unknown;
  readonly valid: readonly [boolean, boolean, boolean];
}

export const tableReleases = ["2026.2.17", "2026.6.1", "2026.9.6"] as const;

const never = [false, false, false] as const;
const always = [true, true, true] as const;

export const validityTable: readonly ValidityRow[] = [
  { config: {}, valid: always },
  { config: { tools: { foo: 1 } }, valid: never },
  { config: { tools: { bash: {} } }, valid: never },
  { config: { tools: { profile: "dev" } }, valid: never },
  { config: { tools: { exec: { host: "auto" } } }, valid: [false, true, true] },
  { config: { tools: { exec: { mode: "full" } } }, valid: [false, true, true] },
  { config: { tools: { exec: { mode: "full", ask: "off" } } }, valid: never },
  { config: { tools: { exec: { timeoutSec: 5 } } }, valid: [true, true, false] },
  { config: { agents: { entries: { main: {} } } }, valid: [false, false, true] },
  { config: { agents: { list: [{ id: "main" }] } }, valid: always },
  { config: { agents: { list: [{ id: "a" }, { id: "b" }] } }, valid: [true, true, false] },
  { config: { agents: { list: [{ id: "a", default: true }, { id: "b" }] } }, valid: always },
  { config: { agents: { entries: { a: {}, b: {} } } }, valid: never },
  { config: { agents: { ownership: "explicit", entries: { a: {}, b: {} } } }, valid: [false, false, true] },
  { config: { agents: { list: [{ id: "a" }], entries: { a: {} } } }, valid: never },
  { config: { agents: { defaults: { tools: {} } } }, valid: never },
  { config: { agents: { defaults: { sandbox: { perSession: true } } } }, valid: [true, false, false] },
  { config: { agents: { defaults: { sandbox: { docker: { network: "host" } } } } }, valid: never },
  { config: [], valid: never },
];
