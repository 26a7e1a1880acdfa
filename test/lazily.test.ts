import assert from "node:assert/strict";
import { it } from "node:test";
import { lazily } from "../server/src/core/lazily.ts";

it("works out what is asked for, once, and may ask for others on the way", () => {
  const worked: string[] = [];
  const shape: { one: number; two: number; never: number } = lazily<typeof shape>({
    one: () => worked.push("one"),
    two: () => shape.one + worked.push("two"),
    never: () => worked.push("never"),
  });
  assert.deepEqual([shape.two, shape.two, shape.one], [3, 3, 1]);
  assert.deepEqual(worked, ["one", "two"]);
  assert.deepEqual(Object.keys(shape), ["one", "two", "never"]);
});
