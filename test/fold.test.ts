/** A finding that another one says as well folds into it, and nothing is lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { severities, type Finding } from "../server/src/core/finding.ts";
import { foldCovered } from "../server/src/core/fold.ts";
import { analyzeTexts } from "./analyze-texts.ts";

const config = '{ tools: { exec: { security: "full", ask: "off" } } }';

test("one agent: the missing walls are said with the shell, and their fixes are offered with it", async () => {
  const files = { "openclaw.json": config };
  const folded = await analyzeTexts({ files, openclaw: "2026.6.1" });
  const rulesOf = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);
  assert.deepEqual(rulesOf(folded.findings), ["ungated-host-exec"]);
  const [finding] = folded.findings;
  assert.ok(finding?.related.some(({ message }) => message.endsWith("(unsandboxed-host-exec)")));
  assert.ok(finding?.remediations.some(({ title }) => title.includes("sandbox")));
  const strict = await analyzeTexts({ files, openclaw: "2026.6.1", strict: true });
  assert.ok(rulesOf(strict.findings).includes("unsandboxed-host-exec"));
});

test("several agents and one shell: the same", async () => {
  const files = { "openclaw.json": '{ agents: { list: [{ id: "main" }, { id: "desk", tools: { profile: "minimal" } }] } }' };
  const { findings } = await analyzeTexts({ files, openclaw: "2026.6.1" });
  assert.deepEqual(
    findings.map(({ rule }) => rule),
    ["ungated-host-exec"],
  );
});

test("an open door is said with what comes in by it, and what is outside the sandbox with the shell that is", async () => {
  const config = `{
    channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } },
    agents: { list: [{ id: "main", tools: { deny: ["exec"] } }, { id: "ops", sandbox: { mode: "non-main" } }] },
  }`;
  const { findings } = await analyzeTexts({ files: { "openclaw.json": config }, openclaw: "2026.2.17" });
  const rules = findings.map(({ rule }) => rule);
  for (const rule of ["lethal-combination", "ungated-host-exec"]) assert.ok(rules.includes(rule), rule);
  for (const rule of ["open-direct-messages", "main-session-unsandboxed"]) assert.ok(!rules.includes(rule), rule);
});

test("a weak login in plain text is one finding, and one elsewhere another", async () => {
  const at = async (text: string): Promise<string[]> =>
    (await analyzeTexts({ files: { "openclaw.json": text }, openclaw: "2026.6.1" })).findings
      .filter(({ rule }) => /credential|token/.test(rule))
      .map(({ rule, path, message }) => `${rule} ${path.join(".")}: ${message}`);
  const bot = 'channels: { telegram: { botToken: "0000000000:example-not-a-real-bot-token" } }';
  assert.deepEqual(await at(`{ gateway: { bind: "lan", auth: { token: "kq3-ZZp-71x" } }, ${bot} }`), [
    "plaintext-credential gateway.auth.token: The gateway token stands here in plain text, and is short enough to be guessed",
    "plaintext-credential channels.telegram.botToken: The Telegram bot token stands here in plain text",
  ]);
  assert.deepEqual(await at(`{ gateway: { bind: "lan", auth: { token: "changeme" } }, ${bot} }`), [
    "weak-gateway-token gateway.auth.token: The gateway token is one that anybody would try",
    "plaintext-credential channels.telegram.botToken: The Telegram bot token stands here in plain text",
  ]);
});

const names = ["a", "b", "c", "d"];
const some = fc.subarray(names);
const finding: fc.Arbitrary<Finding> = fc.record({
  rule: fc.constantFrom(...names),
  set: fc.constant("default" as const),
  severity: fc.constantFrom(...severities),
  confidence: fc.constant("high" as const),
  message: fc.string(),
  at: fc.record({ file: fc.constant("file:///f"), start: fc.nat(9), end: fc.nat(9) }),
  path: fc.constant([]),
  atlas: fc.constant({ techniques: [], mitigations: [] }),
  related: fc.constant([]),
  remediations: fc.constant([]),
  agents: some,
  covers: some,
  coversHere: some,
});

test("whatever covers what, each finding is still said once, and nothing folds into what is milder, or elsewhere and speaks of fewer agents", () => {
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 6 }), (findings) => {
      const whole = foldCovered(findings);
      const said = whole.length + whole.reduce((sum, { related }) => sum + related.length, 0);
      assert.equal(said, findings.length);
      for (const lost of findings.filter((each) => !whole.some((other) => other.at === each.at))) {
        const heirs = findings.filter(
          (other) =>
            (other.covers.includes(lost.rule) && lost.agents?.every((id) => other.agents?.includes(id))) ||
            (other.coversHere.includes(lost.rule) && other.at.start === lost.at.start && other.at.end === lost.at.end),
        );
        assert.ok(heirs.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(lost.severity)));
      }
    }),
  );
});
