/** The differential tests' own tools: what is written down is read back, what is shrunk is smallest, what is compared is compared both ways. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ComparableAgent } from "./oracle/comparable.ts";
import { compareAgents } from "./oracle/compare.ts";
import { cases } from "./oracle/generate.ts";
import { withoutUnknownKeys } from "./oracle/known-keys.ts";
import { decode, encode } from "./oracle/recording.ts";
import { releases, toShape } from "./oracle/shape.ts";
import { shrink } from "./oracle/shrink.ts";
import { workedExamples } from "./oracle/worked-examples.ts";

const catalogue = ["edit", "exec", "read", "write"];
const names = fc.uniqueArray(fc.constantFrom("a", "b", "c")).map((some) => some.sort());
const session = fc.record({
  sandboxed: fc.boolean(),
  tools: fc.uniqueArray(fc.constantFrom(...catalogue)).map((some) => some.sort()),
  exec: fc.constantFrom("none", "deny", "gateway:full/off", "gateway:allowlist/on-miss/deny"),
});
const agents: fc.Arbitrary<ComparableAgent[]> = fc.array(
  fc.record({
    id: fc.constantFrom("a", "b", "main"),
    messages: names,
    spawns: names,
    sessions: fc.record({ main: session, cron: session }),
  }),
  { maxLength: 3 },
);

/** Sessions that are alike stand together in a recording, so their order does not count. */
function inOrder(some: readonly ComparableAgent[]): ComparableAgent[] {
  return decode(encode(some, catalogue), catalogue).map((agent, index) => {
    const sessions = some[index]?.sessions ?? {};
    return {
      ...agent,
      ...some[index],
      sessions: Object.fromEntries(Object.keys(agent.sessions).map((kind) => [kind, sessions[kind as "main"]])),
    };
  });
}

test("a recorded answer is read back as it was", () => {
  const written = (some: unknown): string => JSON.stringify(some);
  fc.assert(fc.property(agents, (some) => assert.equal(written(decode(encode(some, catalogue), catalogue)), written(inOrder(some)))));
});

test("an answer does not differ from itself, and any change of a session shows", () => {
  fc.assert(fc.property(agents, (some) => assert.deepEqual(compareAgents(some, some), [])));
  const one: ComparableAgent = {
    ...{ id: "main", messages: [], spawns: [] },
    sessions: { main: { sandboxed: false, tools: ["exec"], exec: "gateway:full/off" } },
  };
  const changed = (other: Partial<NonNullable<ComparableAgent["sessions"]["main"]>>): ComparableAgent[] => [
    { ...one, sessions: { main: { sandboxed: false, tools: ["exec"], exec: "gateway:full/off", ...other } } },
  ];
  const partsOf = (other: readonly ComparableAgent[]): string =>
    [compareAgents([one], other), compareAgents(other, [one])].map((each) => each[0]?.part).join();
  assert.equal(partsOf(changed({ sandboxed: true })), "sandboxed,sandboxed");
  assert.equal(partsOf(changed({ tools: ["exec", "read"] })), "tools,tools");
  assert.equal(partsOf(changed({ exec: "deny" })), "exec,exec");
  assert.equal(partsOf([{ ...one, messages: ["b"] }]), "messages,messages");
  assert.equal(partsOf([]), "agents,agents");
});

test("what the engine is not sure of it may leave out, but not make up", () => {
  const agent = (tools: string[], uncertain?: true): ComparableAgent => ({
    ...{ id: "main", messages: [], spawns: [] },
    sessions: { main: { sandboxed: false, tools, exec: "none", ...(uncertain ? { uncertain } : {}) } },
  });
  assert.deepEqual(compareAgents([agent(["read", "write"])], [agent(["read"], true)]), []);
  assert.equal(compareAgents([agent(["read"])], [agent(["read", "write"], true)])[0]?.part, "tools");
});

test("shrinking leaves only what a case needs to show what it shows", async () => {
  const value = { keep: { deep: [1, 2, { not: 1, it: "here" }] }, drop: { a: 1, b: [1, 2, 3] }, also: "gone" };
  const shows = (some: unknown): boolean => JSON.stringify(some).includes("here");
  const smallest = await shrink<unknown>(value, (candidates) => Promise.resolve(candidates.map(shows)));
  assert.deepEqual(smallest, { keep: { deep: [{ it: "here" }] } });
});

test("each release gets its own shape of roster, and no key it does not know", () => {
  const config = { agents: { roster: [{ id: "a" }, { id: "b" }] }, tools: { exec: { mode: "deny", host: "auto" } } };
  assert.deepEqual(toShape(withoutUnknownKeys(config, "2026.2.17"), "2026.2.17"), {
    agents: { list: [{ id: "a" }, { id: "b" }] },
    tools: { exec: {} },
  });
  assert.deepEqual(toShape(withoutUnknownKeys(config, "2026.9.6"), "2026.9.6"), {
    agents: { ownership: "explicit", entries: { a: {}, b: {} } },
    tools: { exec: { mode: "deny", host: "auto" } },
  });
});

test("generated cases are data, and a seed gives the same ones again", () => {
  for (const release of releases) {
    const sample = () => fc.sample(cases(release), { seed: 1, numRuns: 50 });
    assert.equal(JSON.stringify(sample()), JSON.stringify(sample()));
    assert.ok(sample().every(({ config }) => typeof config === "object"));
  }
});

test("worked examples have names of their own and an expectation for every release", () => {
  assert.equal(new Set(workedExamples.map(({ name }) => name)).size, workedExamples.length);
  for (const { name, expect } of workedExamples)
    for (const release of releases) assert.ok(expect[release] ?? expect.all, `${name} ${release}`);
});
