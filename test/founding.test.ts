/** The founding organisation, from its contract to the end state its owner's audit reached, by the command a user would type. `UPDATE=1` rewrites the page. */
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { unifiedDiff } from "../server/src/cli/diff.ts";
import { maskedFile } from "../server/src/cli/mask.ts";
import type { Agent, Analysis } from "../server/src/core/index.ts";
import { analyzeTexts } from "./analyze-texts.ts";
import { runCommand } from "./command-line.ts";

const example = "examples/founding-organisation";
const page = "docs/founding-organisation.md";
const root = mkdtempSync(join(tmpdir(), "grantlint-founding-"));
after(() => rmSync(root, { recursive: true, force: true }));

const read = (name: string): string => readFileSync(join(root, name), "utf8");
const own = ({ grants }: Agent, ...capabilities: string[]): boolean =>
  grants.some(({ capability, via, gate }) => capabilities.includes(capability) && via.length === 0 && gate !== "deny");

async function fix(...options: string[]): Promise<number> {
  return (await runCommand(["fix", ...options, root])).code;
}

describe("grantlint fix --apply --review on the founding organisation", () => {
  let original: Analysis;
  let fixed: Analysis;
  const agentsWith = (analysis: Analysis, ...capabilities: string[]): string[] =>
    analysis.policy.agents.filter((agent) => own(agent, ...capabilities)).map(({ id }) => id);

  before(async () => {
    copyFileSync(`${example}/original/openclaw.json`, join(root, "openclaw.json"));
    copyFileSync(`${example}/grantlint.json`, join(root, "grantlint.json"));
    const contract = read("grantlint.json");
    original = await analyzeTexts({ files: { "openclaw.json": read("openclaw.json"), "grantlint.json": contract } });
    assert.equal(await fix("--apply", "--review"), 0);
    fixed = await analyzeTexts({
      files: { "openclaw.json": read("openclaw.json"), "exec-approvals.json": read("exec-approvals.json"), "grantlint.json": contract },
    });
  });

  it("leaves exec with four agents", () => {
    assert.equal(agentsWith(original, "exec").length, 18);
    assert.deepEqual(agentsWith(fixed, "exec"), ["main", "mentor", "cto", "fullstack"]);
  });
  it("takes from each agent of the audit's table what the table says", () => {
    const web = ["net.fetch", "net.search"];
    const removed = [
      ["podcast", "exec"],
      ["chro", ...web],
      ["cso", "exec", ...web],
      ["prompt-engineering", ...web],
    ] as const;
    for (const [id, ...capabilities] of removed) {
      for (const capability of capabilities) {
        assert.ok(agentsWith(original, capability).includes(id), `${id} had ${capability}`);
        assert.ok(!agentsWith(fixed, capability).includes(id), `${id} still has ${capability}`);
      }
    }
    assert.ok(agentsWith(fixed, ...web).includes("podcast"), "podcast keeps the web");
  });
  it("leaves every agent what its contract says it needs", () => {
    for (const { id } of fixed.policy.agents) {
      const needs = fixed.contract.entries.find(({ agent }) => agent === id)?.needs ?? [];
      for (const { capability } of needs) assert.ok(agentsWith(fixed, capability).includes(id), `${id} lost ${capability}`);
    }
    const started = ({ policy }: Analysis): readonly string[] => policy.agents.find(({ id }) => id === "main")?.canSpawn ?? [];
    assert.deepEqual(started(fixed), started(original));
  });
  it("sandboxes all but main and mentor", () => {
    const outside = fixed.policy.agents.filter(({ sessions }) => sessions.some(({ sandboxed }) => !sandboxed)).map(({ id }) => id);
    assert.deepEqual(outside, ["main", "mentor"]);
  });
  it("writes an allowlist for each agent on the host, and asks about everything else", () => {
    assert.deepEqual(JSON.parse(read("exec-approvals.json")), {
      version: 1,
      defaults: { security: "allowlist", ask: "on-miss", askFallback: "deny" },
      agents: {
        main: { allowlist: [{ pattern: "/usr/bin/df" }, { pattern: "/usr/bin/ls" }, { pattern: "/usr/bin/uptime" }] },
        mentor: { allowlist: [{ pattern: "/usr/bin/ls" }, { pattern: "/usr/bin/stat" }] },
      },
    });
    const gates = fixed.policy.agents.flatMap(({ grants }) =>
      grants.filter(({ capability, reach, via }) => capability === "exec" && reach === "host" && via.length === 0).map(({ gate }) => gate),
    );
    assert.deepEqual([...new Set(gates)], ["ask-on-miss"]);
  });
  it("leaves no error, and a file the release takes", () => {
    assert.deepEqual(
      fixed.findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
      [],
    );
  });
  it("keeps every comment", () => {
    const comments = ({ set }: Analysis): string[] => {
      const [file] = set.files;
      return (file?.parsed.comments ?? []).map(({ offset, length }) => file?.text.slice(offset, offset + length) ?? "");
    };
    assert.deepEqual(comments(fixed), comments(original));
  });
  it("has nothing to do the second time", async () => {
    const text = read("openclaw.json");
    assert.equal(await fix("--review"), 0);
    assert.equal(await fix("--apply", "--review"), 0);
    assert.equal(read("openclaw.json"), text);
  });
  it("makes the difference that the page shows", () => {
    const diffs = fixed.set.files
      .filter(({ role }) => role !== "contract")
      .map(({ uri, text }) => {
        const old = original.set.files.find((file) => file.uri === uri);
        const shown = (analysis: Analysis): string => maskedFile(analysis, uri, () => true);
        const change = {
          name: uri.split("/").at(-1) ?? "",
          before: old && { text: old.text, shown: shown(original) },
          after: { text, shown: shown(fixed) },
        };
        return unifiedDiff(change)
          .map((line) => line.text.trimEnd())
          .join("\n");
      });
    const block = `<!-- gen:diff -->\n\n\`\`\`diff\n${diffs.join("\n")}\n\`\`\`\n\n<!-- /gen:diff -->`;
    const text = readFileSync(page, "utf8");
    if (process.env["UPDATE"] === "1")
      writeFileSync(
        page,
        text.replace(/<!-- gen:diff -->[\s\S]*<!-- \/gen:diff -->/, () => block),
      );
    else assert.ok(text.includes(block), "run UPDATE=1 npm test -- test/founding.test.ts and read the difference");
  });
});
