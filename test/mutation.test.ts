/** The check of the fixtures itself: it makes the changes it says, notices what a case shows, and says what no case shows. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { withoutEquivalents } from "../scripts/mutation/equivalents.mjs";
import { mutantsOf } from "../scripts/mutation/mutants.mjs";
import { tryRule } from "../scripts/mutation/try-rule.mjs";

const folder = mkdtempSync(join(tmpdir(), "grantlint-mutation-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const source = `import { declareRule } from "../rule.ts";

export default declareRule({
  id: "plain-token",
  severity: "error",
  summary: "a && b",
  why: "x > y.",
  atlas: { techniques: ["AML.T0083"], mitigations: [] },
  cwe: [],
  asi: [],

  check({ policy, report }) {
    for (const credential of policy.credentials) {
      if (credential.form !== "literal") continue;
      report(credential, { message: "A token", severity: credential.path.length > 2 ? "error" : "info" });
    }
  },
});
`;

const reported = `//# a token in plain text
//@ openclaw 2026.6.1
//- openclaw.json
{
  gateway: { auth: { token: "example-0123456789-not-a-real-token" } },
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A token
}
`;
const shallow = `
//# a key near the root is milder
//@ openclaw 2026.6.1
//- openclaw.json
{
  hooks: { token: "example-9876543210-not-a-real-token" },
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info: A token
}
`;
const silent = `
//# a variable is no token
//@ openclaw 2026.6.1
//- openclaw.json
{
  gateway: { auth: { token: "\${TOKEN}" } },
}
`;

describe("changes of a rule", () => {
  it("are small, and each is another text", () => {
    const mutants = mutantsOf(source);
    assert.deepEqual(
      mutants.map(({ line, what }) => `${line}: ${what}`),
      [
        '5: "error" → "warning"',
        "12: { for (const credential of policy.credentials) { if (credential.for... → {}",
        '14: credential.form !== "literal" → true',
        '14: credential.form !== "literal" → false',
        '14: credential.form !== "literal" → credential.form === "literal"',
        "15: credential.path.length > 2 → true",
        "15: credential.path.length > 2 → false",
        "15: credential.path.length > 2 → credential.path.length >= 2",
        '15: "error" → "warning"',
        '15: "info" → "hint"',
      ],
    );
    assert.equal(new Set([source, ...mutants.map((mutant) => mutant.source)]).size, mutants.length + 1);
  });
});

describe("a fixture", () => {
  const survivors = async (fixture: string): Promise<string[] | undefined> => {
    const result = await tryRule({ id: "plain-token", source, fixture }, mkdtempSync(join(folder, "try-")));
    return result.fits ? result.survivors.map(({ line, what }) => `${line}: ${what}`) : undefined;
  };

  it("that shows everything leaves only what makes no difference", async () => {
    assert.deepEqual(await survivors(reported + shallow + silent), ['5: "error" → "warning"']);
  });
  it("without a silent case does not notice a condition that never holds", async () => {
    assert.ok((await survivors(reported + shallow))?.includes('14: credential.form !== "literal" → false'));
  });
  it("that does not fit the rule as it is proves nothing", async () => {
    assert.equal(await survivors(reported.replace("error: A token", "error: Another")), undefined);
  });
});

describe("a change that makes no difference", () => {
  const survivors = [{ line: 3, what: "a → b" }];
  const entry = (rule: string, change: string) => ({ rule, change, why: "for the compiler" });

  it("is left out where it is listed for the rule", () => {
    const { left, stale } = withoutEquivalents("one", survivors, [entry("one", "a → b"), entry("other", "c → d")]);
    assert.deepEqual([left, stale], [[], []]);
  });
  it("stands for one survivor alone", () => {
    assert.deepEqual(withoutEquivalents("one", [...survivors, { line: 9, what: "a → b" }], [entry("one", "a → b")]).left, [
      { line: 9, what: "a → b" },
    ]);
  });
  it("has to go from the list once it is noticed, and counts for no other rule", () => {
    const listed = [entry("one", "c → d"), entry("other", "a → b")];
    assert.deepEqual(withoutEquivalents("one", survivors, listed), { left: survivors, stale: [listed[0]] });
  });
});
