/** Which files the server asks the editor to watch. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import type { ConfigSet } from "../server/src/core/index.ts";
import { createFileWatch, type FileWatch } from "../server/src/lsp/watch.ts";

interface Watching {
  readonly watch: FileWatch;
  /** What is watched now: one list for each registration that holds. */
  readonly now: () => string[][];
  readonly registrations: () => number;
  readonly failures: unknown[];
}

function start(refuses = false): Watching {
  const active = new Set<string[]>();
  const failures: unknown[] = [];
  let registrations = 0;
  const watch = createFileWatch(
    async (watchers) => {
      registrations += 1;
      await turn();
      if (refuses) throw new Error("no");
      const names = watchers.map(({ globPattern: { baseUri, pattern } }) => `${baseUri}/${pattern}`);
      active.add(names);
      return { dispose: () => void active.delete(names) };
    },
    (error) => failures.push(error),
  );
  return { watch, now: () => [...active], registrations: () => registrations, failures };
}

function set(files: readonly string[], missing: readonly string[] = []): ConfigSet {
  const named = (uri: string): { uri: string } => ({ uri });
  return { root: "file:///a", files: files.map(named), missing: missing.map(named) } as unknown as ConfigSet;
}

async function settle(): Promise<void> {
  for (let index = 0; index < 10; index += 1) await turn();
}

describe("files are watched", () => {
  it("that a set has read, and those it looked for", async () => {
    const { watch, now } = start();
    watch.replace(undefined, set(["file:///a/openclaw.json"], ["file:///a/exec-approvals.json"]));
    await settle();
    assert.deepEqual(now(), [["file:///a/exec-approvals.json", "file:///a/openclaw.json"]]);
  });

  it("with one registration, however often the same set is analyzed", async () => {
    const { watch, registrations } = start();
    const first = set(["file:///a/openclaw.json"]);
    const second = set(["file:///a/openclaw.json"]);
    watch.replace(undefined, first);
    watch.replace(first, second);
    watch.replace(second, set(["file:///a/openclaw.json"]));
    await settle();
    assert.equal(registrations(), 1);
  });

  it("of every open set, until it closes", async () => {
    const { watch, now } = start();
    const one = set(["file:///a/openclaw.json"]);
    const other = set(["file:///b/openclaw.json"]);
    watch.replace(undefined, one);
    watch.replace(undefined, other);
    await settle();
    assert.deepEqual(now(), [["file:///a/openclaw.json", "file:///b/openclaw.json"]]);
    watch.replace(one, undefined);
    await settle();
    assert.deepEqual(now(), [["file:///b/openclaw.json"]]);
    watch.replace(other, undefined);
    await settle();
    assert.deepEqual(now(), []);
  });

  it("by a pattern that names with glob signs still match, and never for a document without a file", async () => {
    const { watch, now } = start();
    watch.replace(undefined, set(["file:///a/part%5B1%5D%7Bx%7D.json5", "untitled:Untitled-1/openclaw.json"]));
    await settle();
    assert.deepEqual(now(), [["file:///a/part?1??x?.json5"]]);
  });

  it("as before when the editor refuses", async () => {
    const { watch, failures } = start(true);
    watch.replace(undefined, set(["file:///a/openclaw.json"]));
    await settle();
    assert.equal(failures.length, 1);
  });
});
