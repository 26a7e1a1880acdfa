/** Whether an agent held as much before: what every fix is judged by. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isHeld } from "../server/src/core/grants/compare.ts";
import type { Agent, Grant } from "../server/src/core/grants/grant.ts";

const grant = (more: Partial<Grant>): Grant => ({
  ...{ agent: "a", capability: "exec", reach: "sandbox", gate: "none", sessions: ["main"], via: [], because: [], certain: true },
  ...more,
});
const holding = (...grants: Grant[]): Agent => ({ grants }) as unknown as Agent;

describe("a grant is held", () => {
  it("by one as wide in the same kind of session", () => {
    assert.equal(isHeld(grant({}), holding(grant({ reach: "host" }))), true);
    assert.equal(isHeld(grant({ sessions: ["main", "dm"] }), holding(grant({}))), false);
    assert.equal(isHeld(grant({}), holding(grant({ gate: "deny" }))), false);
  });
  it("not by reaching another agent who holds it", () => {
    assert.equal(isHeld(grant({}), holding(grant({ via: ["b"] }))), false);
    assert.equal(isHeld(grant({ via: ["c"] }), holding(grant({ via: ["b"] }))), true);
    assert.equal(isHeld(grant({ via: ["b"] }), holding(grant({}))), true);
  });
});
