/** What the names in lists of tools mean, release by release, and what is said of those that mean nothing. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { catalogueOf } from "../server/src/core/dialects/openclaw/catalogue.ts";
import { behaviour } from "../server/src/core/dialects/openclaw/releases.ts";
import { readRoster } from "../server/src/core/dialects/openclaw/roster.ts";
import { toolBlocks } from "../server/src/core/dialects/openclaw/tool-blocks.ts";
import { findToolReferences } from "../server/src/core/dialects/openclaw/tool-references.ts";
import type { ToolReference } from "../server/src/core/grants/policy.ts";
import { configPlaceOf, releases, type Release } from "./openclaw-files.ts";

function find(content: unknown, release: Release): ToolReference[] {
  const config = configPlaceOf(content);
  const blocks = toolBlocks(config, readRoster(config, behaviour(release)));
  return findToolReferences({ config, blocks, catalogue: catalogueOf(release), behaviour: behaviour(release) });
}

function spell({ name, means, suggestion, certain }: ToolReference): string {
  const text = name.state === "set" ? name.value : name.state;
  return `${text}: ${means}${suggestion === undefined ? "" : ` (${suggestion})`}${certain ? "" : " ?"}`;
}

/** A denied name, and what it means in 2026.2.17, 2026.6.1 and 2026.9.6. */
const names: readonly (readonly [name: string, means: readonly [string, string, string]])[] = [
  ["exec", ["tool", "tool", "tool"]],
  [" EXEC ", ["tool", "tool", "tool"]],
  ["bash", ["tool", "tool", "tool"]],
  ["cron", ["tool", "tool", "tool"]],
  ["automations", ["nothing (cron)", "nothing (cron)", "tool"]],
  ["image", ["tool", "tool", "nothing (view_image)"]],
  ["view_image", ["nothing (image)", "nothing (image)", "tool"]],
  ["update_plan", ["nothing", "tool", "tool"]],
  ["Group:Runtime", ["group", "group", "group"]],
  ["group:agents", ["nothing (group:sessions)", "group", "group"]],
  ["group:plugins", ["group", "group", "group"]],
  ["group:file", ["nothing (group:fs)", "nothing (group:fs)", "nothing (group:fs)"]],
  ["group:network", ["nothing (group:web)", "nothing (group:web)", "nothing (group:web)"]],
  ["group:*", ["nothing", "nothing", "nothing"]],
  ["*", ["everything", "everything", "everything"]],
  ["web_*", ["pattern", "pattern", "pattern"]],
  ["exe?", ["nothing (exec)", "nothing (exec)", "nothing (exec)"]],
  ["exce", ["nothing (exec)", "nothing (exec)", "nothing (exec)"]],
  ["write_file", ["nothing (write)", "nothing (write)", "nothing (write)"]],
  ["shell", ["nothing (exec)", "nothing (exec)", "nothing (exec)"]],
  ["memory-core", ["plugin", "plugin", "plugin"]],
  ["bundle-mcp", ["plugin", "plugin", "plugin"]],
  ["feishu_doc", ["plugin", "plugin", "plugin"]],
  ["lobster", ["plugin", "plugin", "plugin"]],
  ["github__create_issue", ["plugin", "plugin", "plugin"]],
];

describe("a denied name means", () => {
  for (const [name, means] of names) {
    it(`${name}: ${means.join(", ")}`, () => {
      releases.forEach((release, index) => {
        assert.deepEqual(find({ tools: { deny: [name] } }, release).map(spell), [`${name}: ${means[index]}`], release);
      });
    });
  }
});

describe("names of tools nobody bundled", () => {
  it("may be a plugin's where such a plugin is configured", () => {
    const [reference] = find({ tools: { deny: ["frobnicate"] }, plugins: { entries: { "my-plugin": { enabled: true } } } }, "2026.6.1");
    assert.equal(reference && spell(reference), "frobnicate: plugin ?");
  });
  it("mean nothing where only bundled plugins are", () => {
    const [reference] = find({ tools: { deny: ["frobnicate"] }, plugins: { entries: { telegram: { enabled: true } } } }, "2026.6.1");
    assert.equal(reference && spell(reference), "frobnicate: nothing");
  });
  it("are still slips when they are close to a tool", () => {
    const [reference] = find({ tools: { deny: ["web_serch"] }, plugins: { load: { paths: ["/opt/x"] } } }, "2026.6.1");
    assert.equal(reference && spell(reference), "web_serch: nothing (web_search)");
  });
  it("belong to the tool servers the config names", () => {
    const [reference] = find(
      { tools: { allow: ["read", "notes__list"] }, mcp: { servers: { notes: { command: "notes" } } } },
      "2026.6.1",
    ).slice(1);
    assert.equal(reference?.means, "plugin");
  });
});

describe("what a list comes to", () => {
  const consequences = (tools: object, release: Release) => [...new Set(find({ tools }, release).map(({ consequence }) => consequence))];
  it("is everything for strange names alone in early releases, and nothing in late ones", () => {
    assert.match(consequences({ allow: ["reed", "group:file"] }, "2026.2.17")[0] ?? "", /dropped and every tool is allowed/);
    assert.match(consequences({ allow: ["reed", "group:file"] }, "2026.6.1")[0] ?? "", /allows nothing/);
  });
  it("is everything for patterns and plugins alone in early releases", () => {
    assert.match(consequences({ allow: ["web_*"] }, "2026.2.17")[0] ?? "", /dropped and every tool is allowed/);
    assert.equal(consequences({ allow: ["web_*"] }, "2026.9.6")[0], "allows what it names");
  });
  it("is nothing denied for a denied slip", () => assert.deepEqual(consequences({ deny: ["exce"] }, "2026.9.6"), ["that denies nothing"]));
  it("is never dropped inside a sandbox's list", () => {
    const [reference] = find({ tools: { sandbox: { tools: { allow: ["reed"] } } } }, "2026.2.17");
    assert.doesNotMatch(reference?.consequence ?? "", /dropped/);
  });
});

describe("lists", () => {
  it("are found wherever a config can have them, each by its own name", () => {
    const config = {
      tools: {
        deny: ["a1"],
        byProvider: { openai: { allow: ["a2"] } },
        sandbox: { tools: { alsoAllow: ["a3"] } },
        subagents: { tools: { deny: ["a4"] } },
        toolsBySender: { "*": { deny: ["a5"] } },
      },
      agents: { list: [{ id: "HR", tools: { deny: ["a6"] } }] },
      channels: { telegram: { groups: { "-1": { tools: { deny: ["a7"] }, toolsBySender: { "id:1": { allow: ["a8"] } } } } } },
    };
    assert.deepEqual(
      find(config, "2026.6.1").map(({ layer, name }) => `${layer} ${name.state === "set" ? name.value : ""}`),
      [
        "tools.deny a1",
        "tools.byProvider.openai.allow a2",
        "tools.toolsBySender.*.deny a5",
        "tools.sandbox.tools.alsoAllow a3",
        "tools.subagents.tools.deny a4",
        "tools.deny (agent hr) a6",
        "tools.deny (telegram group -1) a7",
        "tools.allow (telegram group -1) a8",
      ],
    );
  });
  it("make no claim of a name from the environment", () => {
    const [reference] = find({ tools: { deny: ["${EXTRA}"] } }, "2026.9.6");
    assert.equal(reference?.certain, false);
  });
  it("mean the renamed tool by its old name inside a sandbox", () => {
    const [reference] = find({ tools: { sandbox: { tools: { deny: ["image"] } } } }, "2026.9.6");
    assert.equal(reference?.means, "tool");
  });
});
