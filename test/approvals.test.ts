/** The approvals document as a whole, safe programs, and who may elevate. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveApprovalsDocument } from "../server/src/core/dialects/openclaw/approvals-document.ts";
import { readApprovals } from "../server/src/core/dialects/openclaw/approvals.ts";
import { resolveElevated } from "../server/src/core/dialects/openclaw/elevated.ts";
import { behaviour } from "../server/src/core/dialects/openclaw/releases.ts";
import { resolveSafeBins } from "../server/src/core/dialects/openclaw/safe-bins.ts";
import type { PolicyDocument } from "../server/src/core/grants/policy.ts";
import { agentPlaceOf, approvalsOf, behaviourFor, configPlaceOf, releases } from "./openclaw-files.ts";

function documentOf(content: unknown, release: string): PolicyDocument {
  const found = behaviour(release);
  return resolveApprovalsDocument(approvalsOf(content, found), found);
}

/** What becomes of a document in 2026.2.17, 2026.6.1 and 2026.9.6. */
const states: readonly (readonly [says: string, content: unknown, expected: readonly [string, string, string]])[] = [
  ["no file", undefined, ["absent", "absent", "unknown"]],
  ["an untouched stub", { version: 1, socket: { path: "/x", token: "t" }, defaults: {}, agents: {} }, ["empty", "empty", "blocking"]],
  ["agents without any rule", { version: 1, agents: { main: { allowlist: [] } } }, ["empty", "empty", "blocking"]],
  ["a policy", { version: 1, defaults: { security: "deny" } }, ["loaded", "loaded", "blocking"]],
  ["an allowlist alone", { version: 1, agents: { main: { allowlist: ["/usr/bin/rg"] } } }, ["loaded", "loaded", "blocking"]],
  ["a trailing comma", '{ "version": 1, }', ["refused", "refused", "blocking"]],
  ["no version", { defaults: { security: "deny" } }, ["refused", "refused", "blocking"]],
  ["only words nobody knows", { version: 1, defaults: { security: "off", ask: "never" } }, ["empty", "empty", "blocking"]],
];

for (const [index, release] of releases.entries()) {
  test(`${release}: a document loads, is empty, is refused or blocks`, () => {
    for (const [says, content, expected] of states) {
      const document = documentOf(content, release);
      assert.equal(document.state, expected[index], says);
      assert.ok(document.why.length > 0 && document.consequence.length > 0, says);
    }
  });
}

test("a wrong version is the only fault with an edit, and only where the file is read at all", () => {
  const edits = (content: unknown, release: string) => documentOf(content, release).tighten.map((edit) => [edit.op, edit.path]);
  const repaired = [["set", ["version"]]];
  assert.deepEqual(edits({ defaults: { security: "deny" } }, "2026.6.1"), repaired);
  assert.deepEqual(edits({ version: "1", defaults: { security: "deny" } }, "2026.2.17"), repaired);
  assert.deepEqual(edits({ version: 1, agents: { main: null } }, "2026.6.1"), []);
  assert.deepEqual(edits('{ "version": 2, }', "2026.6.1"), []);
  assert.deepEqual(edits({ version: 2 }, "2026.9.6"), []);
});

test("the fault of a refused document is where it is said", () => {
  const document = documentOf('{ "version": "1" }', "2026.6.1");
  assert.deepEqual(document.path, ["version"]);
  assert.equal(document.at.start, 13);
});

test("an empty document is tightened by its defaults, any other is left alone", () => {
  const edits = documentOf({ version: 1 }, "2026.6.1").tighten;
  assert.deepEqual(
    edits.map((edit) => [edit.op, edit.path.join("."), edit.op === "set" ? edit.value : undefined]),
    [
      ["set", "defaults.security", "allowlist"],
      ["set", "defaults.ask", "on-miss"],
      ["set", "defaults.askFallback", "deny"],
    ],
  );
  assert.deepEqual(documentOf({ version: 1, defaults: { security: "full" } }, "2026.6.1").tighten, []);
  assert.deepEqual(documentOf("{", "2026.6.1").tighten, []);
});

test("what is written and not taken is named", () => {
  const ignored = (release: string) =>
    documentOf(
      {
        version: 1,
        defaults: { security: "off" },
        agents: { Main: { security: "deny" }, main: { allowlist: [5] }, default: { allowlist: ["/usr/bin/rg"] } },
      },
      release,
    ).ignored.map(({ path }) => path.join("."));
  assert.deepEqual(ignored("2026.6.1"), ["defaults.security", "agents.Main", "agents.main.allowlist.0", "agents.default.allowlist.0"]);
});

test("a document that nobody gave is unknown and says why", () => {
  const document = readApprovals({ uri: "file:///a", role: "approvals", state: "unknown", why: "it was not given" }, behaviour("2026.6.1"));
  assert.deepEqual([document.state, document.why], ["unknown", "it was not given"]);
});

function safeBinsOf(exec: object, release: string, own?: object) {
  const config = configPlaceOf({ tools: { exec }, agents: { list: [{ id: "main", tools: { exec: own ?? {} } }] } });
  return resolveSafeBins(config, agentPlaceOf(config, "main"), behaviourFor(release));
}

/** Safe programs that pass in the three releases; an exclamation mark where one can be made to run any other. */
const safe: readonly (readonly [exec: object, expected: readonly [string, string, string]])[] = [
  [{}, ["jq grep cut sort! uniq head tail tr wc", "cut uniq head tail tr wc", "cut uniq head tail tr wc"]],
  [{ safeBins: [] }, ["", "", ""]],
  [{ safeBins: [" WC ", "/usr/bin/wc"] }, ["wc", "wc", "wc"]],
  [{ safeBins: ["python3", "git"] }, ["python3! git!", "", ""]],
  [{ safeBins: ["python3"], safeBinProfiles: { python3: {} } }, ["python3!", "python3!", "python3!"]],
  [{ safeBins: ["awk"], safeBinProfiles: { awk: {} } }, ["awk!", "", ""]],
  [{ safeBins: ["jq"] }, ["jq", "jq", ""]],
];

for (const [index, release] of releases.entries()) {
  test(`${release}: safe programs pass or are ignored as they were seen to`, () => {
    for (const [exec, expected] of safe) {
      const passing = safeBinsOf(exec, release).bins.filter(({ state }) => state === "passes");
      const spelled = passing.map(({ name, leadsAnywhere }) => name + (leadsAnywhere ? "!" : "")).join(" ");
      assert.equal(spelled, expected[index], JSON.stringify(exec));
    }
  });
}

test("an agent's safe programs take the place of the global ones", () => {
  const { bins, because } = safeBinsOf({ safeBins: ["wc"] }, "2026.6.1", { safeBins: ["cut"] });
  assert.deepEqual(
    bins.map(({ name }) => name),
    ["cut"],
  );
  assert.equal(because[0]?.layer, "tools.exec (agent)");
});

function elevationsOf(elevated: object, release: string, rest: object = {}, own?: object): string[] {
  const config = configPlaceOf({ tools: { elevated }, agents: { list: [{ id: "main", tools: own ? { elevated: own } : {} }] }, ...rest });
  return resolveElevated(config, agentPlaceOf(config, "main"), behaviourFor(release)).map(({ channel, who }) => `${channel} ${who}`);
}

test("who may elevate: listed senders, everyone, or nobody", () => {
  for (const release of releases) {
    assert.deepEqual(elevationsOf({}, release), []);
    assert.deepEqual(elevationsOf({ allowFrom: { telegram: ["1"], matrix: ["*"], irc: [] } }, release), ["telegram listed", "matrix open"]);
    assert.deepEqual(elevationsOf({ enabled: false, allowFrom: { matrix: ["*"] } }, release), []);
    assert.deepEqual(elevationsOf({ allowFrom: { matrix: ["*"] } }, release, {}, { enabled: false }), []);
    assert.deepEqual(elevationsOf({ allowFrom: { matrix: ["*"], irc: ["a"] } }, release, {}, { allowFrom: { matrix: ["b"] } }), [
      "matrix listed",
    ]);
  }
});

test("over Discord the channel's own list once said who may elevate", () => {
  const discord = { channels: { discord: { allowFrom: ["*"] } } };
  assert.deepEqual(elevationsOf({}, "2026.2.17", discord), ["discord open"]);
  assert.deepEqual(elevationsOf({ allowFrom: { discord: ["1"] } }, "2026.2.17", discord), ["discord listed"]);
  assert.deepEqual(elevationsOf({}, "2026.6.1", discord), []);
});

test("the full level once overrode every policy", () => {
  const overrides = (release: string) => {
    const config = configPlaceOf({ tools: { elevated: { allowFrom: { matrix: ["*"] } } } });
    return resolveElevated(config, undefined, behaviour(release))[0]?.overridesPolicy;
  };
  assert.deepEqual(["2026.2.17", "2026.5.27", "2026.5.28", "2026.9.6"].map(overrides), [true, true, false, false]);
});

test("who may elevate is not certain when the lists are not known", () => {
  const config = configPlaceOf({ tools: { elevated: { enabled: "${ON}", allowFrom: { matrix: ["${WHO}"] } } } });
  assert.deepEqual(
    resolveElevated(config, undefined, behaviour("2026.6.1")).map(({ certain }) => certain),
    [false],
  );
});
