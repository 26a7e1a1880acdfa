/** What findings rest on: which read decides, and whether one stands within another. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decidedBy, type Because, type Grant } from "../server/src/core/grants/grant.ts";
import { isWithin, type Read } from "../server/src/core/read.ts";

function readAt(start: number, end: number, file = "file:///openclaw.json"): Read<unknown> {
  return { state: "unset", at: { file, start, end }, path: [] };
}

describe("a grant that one of its reads decided", () => {
  const [policy, host]: [Because, Because] = [
    { layer: "tools.exec", says: 'security is "full"', read: readAt(1, 2) },
    { layer: "tools.exec", says: 'host is "gateway"', read: readAt(3, 4) },
  ];
  const grant: Grant = {
    agent: "main",
    capability: "exec",
    reach: "host",
    gate: "none",
    sessions: ["main"],
    via: [],
    because: [policy, host],
    certain: true,
  };

  it("names that one first, and once", () => {
    assert.deepEqual(decidedBy(host, grant), { ...grant, because: [host, policy] });
    assert.deepEqual(decidedBy({ ...host, says: "it is chosen" }, grant).because, [{ ...host, says: "it is chosen" }, policy]);
  });
});

describe("what was read", () => {
  const whole = readAt(10, 20);
  it("stands within another thing up to its edges", () => {
    for (const part of [readAt(10, 20), readAt(10, 12), readAt(18, 20)]) assert.ok(isWithin(part, whole));
  });
  it("does not where it begins before it, ends behind it or is in another file", () => {
    for (const part of [readAt(9, 12), readAt(18, 21), readAt(1, 2), readAt(12, 14, "file:///agents.json5")])
      assert.ok(!isWithin(part, whole));
  });
});
