/**
 * What must hold of every fix whatever the config says, on configs such as people write and on ones nobody would.
 * `RUNS=20000 SEED=1 npm test -- test/fix-laws.test.ts` tries more; what fails is printed with its seed.
 */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Analysis } from "../server/src/core/analyze.ts";
import { fixSet, tryFix, type Fix } from "../server/src/core/fix-set.ts";
import { covers } from "../server/src/core/grants/compare.ts";
import { capabilities, isNeeded, termsOf } from "../server/src/core/grants/contract.ts";
import type { Evidence } from "../server/src/core/grants/evidence.ts";
import type { Agent, Grant } from "../server/src/core/grants/grant.ts";
import { applyTextEdits, severities, textEditsOf, type Finding } from "../server/src/core/index.ts";
import { analyzeTexts, nameOf } from "./analyze-texts.ts";
import { toTexts } from "./oracle/compare.ts";
import { cases } from "./oracle/generate.ts";
import { releases, type Release } from "./oracle/shape.ts";

const runs = Number(process.env["RUNS"] ?? 45);
const seed = Number(process.env["SEED"] ?? (process.env["RUNS"] === undefined ? 1 : Date.now() % 2 ** 31));

/** A contract about some of the agents that generated configs have. */
const need = fc.oneof(
  fc.constantFrom(...capabilities),
  fc.record(
    { capability: fc.constant("exec" as const), reach: fc.constantFrom("host", "sandbox"), programs: fc.constant(["/usr/bin/ls", "git"]) },
    { requiredKeys: ["capability"] },
  ),
);
const contract = fc.option(
  fc.dictionary(fc.constantFrom("*", "main", "a", "b", "Ops", "work-1"), fc.record({ needs: fc.uniqueArray(need, { maxLength: 8 }) }), {
    maxKeys: 3,
  }),
  { nil: undefined },
);

/** Entries of allowlists, most with what they let pass last. */
const listed = fc.array(
  fc.constantFrom(
    { pattern: "/usr/bin/*", lastResolvedPath: "/usr/bin/jq", lastUsedCommand: "jq . a.json" },
    { pattern: "/**", lastUsedCommand: "/usr/bin/curl https://example.org/" },
    { pattern: "jq", lastResolvedPath: "/usr/bin/jq" },
    { pattern: "**/curl", lastResolvedPath: "/usr/bin/curl" },
    { pattern: "/usr/bin/python3", lastUsedCommand: "python3 /srv/a.py" },
    { pattern: "/usr/bin/python3", lastUsedCommand: "python3 -c 1 && ls" },
    { pattern: "/usr/bin/git", argPattern: "", lastUsedCommand: "git status" },
    { pattern: "/usr/bin/git", argPattern: "status" },
    { pattern: "/tmp/*", lastResolvedPath: "/tmp/jq" },
    { pattern: "git status" },
  ),
  { maxLength: 3 },
);

/** The approvals document with these entries for one of its agents, where it is one. */
function withEntries(text: string | undefined, entries: readonly unknown[]): { readonly "exec-approvals.json"?: string } {
  if (text === undefined) return {};
  if (entries.length === 0) return { "exec-approvals.json": text };
  try {
    const document = JSON.parse(text) as { agents?: Readonly<Record<string, object>> };
    const main = { ...document.agents?.["main"], allowlist: entries };
    return { "exec-approvals.json": JSON.stringify({ ...document, agents: { ...document.agents, main } }, null, 2) };
  } catch {
    return { "exec-approvals.json": text };
  }
}

/** What some of these agents were seen to use, which counts where no contract speaks of them. */
const evidence = fc.option(
  fc.record({
    days: fc.constant(90),
    agents: fc.uniqueArray(
      fc.record({
        agent: fc.constantFrom("main", "a", "b", "ops", "work-1"),
        sessions: fc.nat({ max: 3 }),
        used: fc.uniqueArray(fc.constantFrom(...capabilities), { maxLength: 5 }),
        gap: fc.constantFrom(undefined, undefined, "one of its sessions cannot be read"),
      }),
      { selector: ({ agent }) => agent, maxLength: 4 },
    ),
  }),
  { nil: undefined },
);

interface Case {
  readonly release: Release;
  readonly evidence: Evidence | undefined;
  readonly texts: Readonly<Record<string, string>>;
}

const generated: fc.Arbitrary<Case> = fc.constantFrom(...releases).chain((release) =>
  fc
    .record({
      config: cases(release),
      agents: contract,
      seen: evidence,
      entries: listed,
      comments: fc.boolean(),
      isSpread: fc.boolean(),
      token: fc.boolean(),
    })
    .map(({ config, agents, seen, entries, comments, isSpread, token }) => {
      const { "openclaw.json": text = "{}", ...others } = toTexts(config, release);
      const withToken = token
        ? text.replace(/\}\s*$/, `${text.trim() === "{}" ? "" : ","}"gateway":{"auth":{"token":"example-0123456789-not-a-real-token"}}}`)
        : text;
      return {
        release,
        evidence: seen,
        texts: {
          "openclaw.json": decorate(withToken, comments, isSpread),
          ...others,
          ...withEntries(others["exec-approvals.json"], entries),
          ...(agents === undefined ? {} : { "grantlint.json": JSON.stringify({ agents }) }),
        },
      };
    }),
);

/** The same config as somebody might have laid it out, with a comment on every fifth line. */
function decorate(text: string, comments: boolean, isSpread: boolean): string {
  if (!isSpread || text.includes("'")) return comments ? `// by hand\n${text} // the end\n` : text;
  let spread: string;
  try {
    spread = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
  const lines = spread.split("\n");
  return `${(comments ? lines.map((line, index) => (index % 5 === 3 ? `${line} // note ${index}` : line)) : lines).join("\n")}\n`;
}

async function analyzed(
  { texts, release, evidence: seen }: Case,
  more: Readonly<Record<string, string>> = {},
): Promise<Analysis | undefined> {
  const analysis = await analyzeTexts({ files: { ...texts, ...more }, openclaw: release, strict: true, evidence: seen });
  // What the release refuses means nothing; no law is about it.
  return analysis.findings.some(({ rule, severity }) => (rule === "schema" || rule === "syntax") && severity === "error")
    ? undefined
    : analysis;
}

const fixesOf = ({ findings }: Analysis): Fix[] =>
  findings.flatMap((finding) => finding.remediations.map((remediation): Fix => ({ finding, remediation })));
const errorsOf = ({ findings }: Analysis): string[] =>
  findings.filter(({ rule, severity }) => (rule === "schema" || rule === "syntax") && severity === "error").map(({ message }) => message);

/** Power as lines: what each agent may do in each kind of session, what it sees and whom it reaches. */
function assertNotWider(after: Analysis, before: Analysis, name: string): void {
  for (const agent of after.policy.agents) {
    const earlier = before.policy.agents.find(({ id }) => id === agent.id);
    assert.ok(earlier, `${name}: agent ${agent.id} is new`);
    for (const grant of agent.grants) {
      for (const kind of grant.sessions) {
        // What goes through others is told once for all kinds of session, and only where the agent does not hold it itself.
        const isThere = ({ sessions, via }: Pick<Grant, "sessions" | "via">): boolean =>
          grant.via.length > 0 || (via.length === 0 && sessions.includes(kind));
        const isCovered = earlier.grants.some((other) => isThere(other) && covers(other, grant));
        assert.ok(isCovered, `${name}: ${agent.id} gains ${grant.capability} on ${grant.reach} behind ${grant.gate} in ${kind}`);
      }
    }
    for (const { kind, tools } of agent.sessions) {
      const then: readonly string[] = earlier.sessions.find((session) => session.kind === kind)?.tools ?? [];
      assert.deepEqual(
        tools.filter((tool) => !then.includes(tool)),
        [],
        `${name}: ${agent.id} gains tools in ${kind}`,
      );
    }
    for (const reached of ["canMessage", "canSpawn"] as const) {
      assert.deepEqual(
        agent[reached].filter((id) => !earlier[reached].includes(id)),
        [],
        `${name}: ${agent.id} ${reached} more`,
      );
    }
    for (const { who, through, name: channel } of agent.exposures) {
      const isKnown = earlier.exposures.some(
        (other) => other.through === through && other.name === channel && (other.who === "open" || who !== "open"),
      );
      assert.ok(isKnown, `${name}: ${agent.id} is exposed to ${channel}`);
    }
  }
}

/** What agents need and hold themselves. */
function neededIn({ policy, contract: wanted }: Analysis): string[] {
  const held = ({ id, grants }: Agent): string[] => {
    const needs = termsOf(wanted, id)?.needs ?? [];
    const own = grants.filter((grant) => grant.via.length === 0 && grant.gate !== "deny" && isNeeded(needs, grant));
    return own.flatMap(({ capability, sessions }) => sessions.map((kind) => `${id} ${capability} ${kind}`));
  };
  return policy.agents.flatMap(held);
}

function comments({ set }: Analysis): string[] {
  return set.files.flatMap(({ text, parsed }) => parsed.comments.map(({ offset, length }) => text.slice(offset, offset + length)));
}

describe(`fixes, ${runs} cases, seed ${seed}`, () => {
  it("that are offered tighten, stay valid, keep comments and what is needed", async () => {
    let offered = 0;
    await fc.assert(
      fc.asyncProperty(generated, async (each) => {
        const before = await analyzed(each);
        if (!before) return;
        for (const { finding, remediation } of fixesOf(before)) {
          const fileEdits = textEditsOf(before, remediation);
          if (!fileEdits) continue;
          offered++;
          const name = `${finding.rule}: ${remediation.title}`;
          const changed = Object.fromEntries(
            fileEdits.map(({ file, edits }) => [nameOf(file), applyTextEdits(each.texts[nameOf(file)] ?? "", edits)]),
          );
          const after = await analyzeTexts({
            files: { ...each.texts, ...changed },
            openclaw: each.release,
            strict: true,
            evidence: each.evidence,
          });
          assert.deepEqual(errorsOf(after), [], name);
          assertNotWider(after, before, name);
          const isRemoval = remediation
            .edits()
            .some((edit) => edit.op === "remove" || edit.op === "comment" || (edit.op === "set" && typeof edit.value === "object"));
          const kept = comments(after);
          // What is taken out takes along the comments on its own line, and no other.
          if (isRemoval)
            assert.ok(
              kept.every((comment) => comments(before).includes(comment)),
              name,
            );
          else assert.deepEqual(kept, comments(before), name);
          const needed = new Set(neededIn(after));
          assert.deepEqual(
            neededIn(before).filter((line) => !needed.has(line)),
            [],
            name,
          );
        }
      }),
      { numRuns: runs, seed },
    );
    assert.ok(offered > runs / 2, `only ${offered} fixes were tried`);
  });

  it("that are made take their finding away, bring none as severe, and leave nothing to do", async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (each) => {
        const before = await analyzed(each);
        if (!before) return;
        const { fixes, after } = fixSet(before, { review: true, strict: false, rules: [] });
        assertNotWider(after, before, "all of them");
        assert.deepEqual(errorsOf(after), []);
        assert.deepEqual(
          fixSet(after, { review: true, strict: false, rules: [] }).fixes.map(({ remediation }) => remediation.title),
          [],
        );
        if (fixes.length === 0) return;
        const worst = (findings: readonly Finding[]): number =>
          Math.min(...findings.map(({ severity }) => severities.indexOf(severity)), severities.length);
        assert.ok(worst(after.findings) >= worst(before.findings), "something is worse than everything before");
        const rules = new Set(before.findings.map(({ rule }) => rule));
        const strangers = after.findings.filter(({ rule, severity }) => severity === "error" && !rules.has(rule));
        assert.deepEqual(
          strangers.map(({ message }) => message),
          [],
          "a kind of error that was not there",
        );
      }),
      { numRuns: Math.ceil(runs / 3), seed },
    );
  });

  it("that do not depend on each other come to the same in any order", async () => {
    await fc.assert(
      fc.asyncProperty(generated, fc.nat(), fc.nat(), async (each, one, other) => {
        const before = await analyzed(each);
        const fixes = before ? fixesOf(before).filter(({ remediation }) => textEditsOf(before, remediation)) : [];
        const [first, second] = [fixes[one % fixes.length], fixes[other % fixes.length]];
        if (!before || !first || !second || first === second) return;
        const both = (earlier: Fix, later: Fix): Analysis | undefined => {
          const half = tryFix(before, earlier);
          const left = half && fixesOf(half).find((fix) => isSame(fix, later));
          return half && left && tryFix(half, left);
        };
        const [forth, back] = [both(first, second), both(second, first)];
        // One that is superfluous or impossible after the other depends on it.
        if (!forth || !back) return;
        assertNotWider(forth, back, "forth");
        assertNotWider(back, forth, "back");
      }),
      { numRuns: Math.ceil(runs / 3), seed },
    );
  });
});

function isSame(one: Fix, other: Fix): boolean {
  return (
    one.finding.rule === other.finding.rule &&
    one.remediation.title === other.remediation.title &&
    String(one.finding.path) === String(other.finding.path) &&
    one.finding.at.file === other.finding.at.file
  );
}
