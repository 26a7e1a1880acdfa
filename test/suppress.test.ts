/** Comments that say a finding is to be ignored: what they reach, what they need, and what is said about those that do nothing. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis } from "../server/src/core/analyze.ts";
import { applyTextEdits, ignoreComment, textEditsOf } from "../server/src/core/index.ts";
import { declareRule, type Report } from "../server/src/core/rule.ts";
import { analyzeTexts, nameOf } from "./analyze-texts.ts";

/** Reports every tool named `<name>` in a list, so that a test can put findings wherever it wants. */
const finder = (id: string, name: string, report: Partial<Report> = {}) =>
  declareRule({
    id,
    severity: "warning",
    summary: "Found",
    why: "Because.",
    atlas: { techniques: ["AML.T0053"], mitigations: [] },
    cwe: [],
    asi: [],
    check({ policy, report: tell }) {
      for (const reference of policy.toolReferences) {
        if (reference.name.state !== "set" || reference.name.value !== name) continue;
        tell({ at: reference.name.at, path: reference.name.path }, { message: `found ${name}`, agents: ["main"], ...report });
      }
    },
  });
const rules = [finder("one-thing", "one"), finder("other-thing", "other")];

interface Said {
  readonly found: readonly string[];
  readonly complaints: readonly string[];
  readonly ignored: readonly string[];
}

async function lint(text: string, options: Partial<Parameters<typeof analyzeTexts>[0]> = {}): Promise<Analysis> {
  return analyzeTexts({ files: { "openclaw.json": text }, openclaw: "2026.6.1", rules, ...options });
}

async function said(text: string, options: Partial<Parameters<typeof analyzeTexts>[0]> = {}): Promise<Said> {
  const { findings, ignored } = await lint(text, options);
  return {
    found: findings.filter(({ rule }) => rules.some(({ id }) => id === rule)).map(({ rule }) => rule),
    complaints: findings.filter(({ rule }) => rule === "suppression").map(({ severity, message }) => `${severity}: ${message}`),
    ignored: ignored.map(({ finding, reason }) => `${finding.rule}: ${reason}`),
  };
}

const deny = (...lines: readonly string[]): string =>
  `{\n  tools: {\n    deny: [\n${lines.map((line) => `      ${line}\n`).join("")}    ],\n  },\n}\n`;
const clean = { found: [], complaints: [] };

describe("a suppression of the next line", () => {
  it("ignores a finding that begins there and keeps the reason", async () => {
    const text = deny("// grantlint-ignore-next-line one-thing -- kept for the migration", '"one",');
    assert.deepEqual(await said(text), { ...clean, ignored: ["one-thing: kept for the migration"] });
  });
  it("ignores only the rules it names, several of them in any layout", async () => {
    const text = deny("// grantlint-ignore-next-line one-thing ,other-thing--both wanted", '"one", "other",');
    assert.deepEqual(await said(text), { ...clean, ignored: ["one-thing: both wanted", "other-thing: both wanted"] });
    const alone = deny("// grantlint-ignore-next-line one-thing -- wanted", '"one", "other",');
    assert.deepEqual((await said(alone)).found, ["other-thing"]);
  });
  it("passes over blank lines, other comments and its own line", async () => {
    const text = deny(
      '"exec", // grantlint-ignore-next-line one-thing -- a',
      "",
      "/* a comment",
      "   over lines */ // and another",
      "// grantlint-ignore-next-line other-thing -- b",
      '"one", "other",',
    );
    assert.deepEqual(await said(text), { ...clean, ignored: ["one-thing: a", "other-thing: b"] });
  });
  it("reaches no further than that line", async () => {
    const text = deny("// grantlint-ignore-next-line one-thing -- wanted", '"exec",', '"one",');
    assert.deepEqual((await said(text)).found, ["one-thing"]);
  });
  it("does not reach its own line", async () => {
    const text = deny('"one", // grantlint-ignore-next-line one-thing -- wanted', '"exec"');
    assert.deepEqual((await said(text)).found, ["one-thing"]);
  });
  it("may be a block comment, also with a reason over several lines", async () => {
    const text = deny("/* grantlint-ignore-next-line one-thing -- kept", "     * for the migration */", '"one",');
    assert.deepEqual(await said(text), { ...clean, ignored: ["one-thing: kept for the migration"] });
    const doc = deny("/**", " * grantlint-ignore-next-line one-thing -- kept", " */", '"one",');
    assert.deepEqual((await said(doc)).ignored, ["one-thing: kept"]);
  });
  it("counts lines that end in CRLF as one", async () => {
    const text = deny("// grantlint-ignore-next-line one-thing -- wanted", '"one",').replaceAll("\n", "\r\n");
    assert.deepEqual(await said(text), { ...clean, ignored: ["one-thing: wanted"] });
  });
  it("is not seen in a text that only looks like a comment", async () => {
    const text = deny('"// grantlint-ignore-next-line one-thing -- no comment",', '"one",');
    assert.deepEqual(await said(text), { found: ["one-thing"], complaints: [], ignored: [] });
  });
});

describe("a suppression of the whole file", () => {
  it("ignores every finding of the rule in its own file, wherever it stands", async () => {
    const text = deny('"one",', '"one", "other",', "// grantlint-ignore-file one-thing -- this file is generated");
    const { found, ignored } = await said(text);
    assert.deepEqual(found, ["other-thing"]);
    assert.equal(ignored.length, 2);
  });
  it("leaves other files of the set alone", async () => {
    const files = {
      "openclaw.json": '// grantlint-ignore-file one-thing -- only here\n{ $include: "tools.json" }',
      "tools.json": '{ tools: { deny: ["one"] } }',
    };
    assert.deepEqual((await said("", { files })).found, ["one-thing"]);
    const inside = { ...files, "tools.json": '// grantlint-ignore-file one-thing -- here\n{ tools: { deny: ["one"] } }' };
    assert.deepEqual((await said("", { files: inside })).found, []);
  });
});

describe("what does not count", () => {
  it("a suppression without a reason, and says so", async () => {
    for (const ending of ["", " --", " -- ", " -- ...", " because it is wanted"]) {
      const text = deny(`// grantlint-ignore-next-line one-thing${ending}`, '"one",');
      assert.deepEqual(await said(text), {
        found: ["one-thing"],
        complaints: ['warning: This comment ignores nothing until it gives a reason: write it behind "--"'],
        ignored: [],
      });
    }
  });
  it("a name of no rule, with the rule that was probably meant", async () => {
    const text = deny("// grantlint-ignore-next-line ungated-host-exek -- wanted", '"one",');
    assert.deepEqual((await said(text)).complaints, ['warning: There is no rule "ungated-host-exek"; did you mean "ungated-host-exec"?']);
  });
  it("no name at all, or a word that is none of ours", async () => {
    const text = deny("// grantlint-ignore-next-line -- wanted", "// grantlint-disable one-thing -- wanted", '"one",');
    assert.deepEqual((await said(text)).complaints, [
      "warning: This comment ignores nothing, because it names no rule",
      'warning: "grantlint-disable" means nothing: write grantlint-ignore-next-line or grantlint-ignore-file',
    ]);
  });
  it("a suppression of what OpenClaw itself says, or of what is said about suppressions", async () => {
    const text = "// grantlint-ignore-file schema, syntax, suppression -- no\n{ nonsense: 1, tools: {}, tools: {} }";
    const { findings } = await lint(text);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === "suppression").map(({ message }) => message),
      ["schema", "syntax", "suppression"].map((id) => `What "${id}" reports cannot be ignored`),
    );
    assert.ok(findings.some(({ rule }) => rule === "schema") && findings.some(({ rule }) => rule === "syntax"));
  });
  it("a comment in strict JSON, which is a fault there", async () => {
    const approvals = '// grantlint-ignore-file approvals-not-loaded -- no\n{ "version": 1 }';
    const { findings, ignored } = await analyzeTexts({
      files: { "openclaw.json": "{}", "exec-approvals.json": approvals },
      openclaw: "2026.6.1",
    });
    assert.deepEqual(ignored, []);
    assert.ok(findings.some(({ rule }) => rule === "approvals-not-loaded"));
    assert.ok(!findings.some(({ rule }) => rule === "suppression"));
  });
});

describe("an unused suppression", () => {
  const unused = deny("// grantlint-ignore-next-line one-thing -- wanted", '"exec",');

  it("is worth a look, on the name of the rule", async () => {
    const { findings } = await lint(unused);
    const [{ severity, message, at } = assert.fail()] = findings;
    assert.equal(severity, "info");
    assert.equal(message, '"one-thing" reports nothing on the next line, so there is nothing to ignore');
    assert.equal(unused.slice(at.start, at.end), "one-thing");
  });
  it("is said of the file, or of the end of the file, in other words", async () => {
    assert.deepEqual(
      (await said("// grantlint-ignore-file one-thing -- wanted\n{}\n// grantlint-ignore-next-line one-thing -- x")).complaints,
      [
        'info: "one-thing" reports nothing in this file, so there is nothing to ignore',
        'info: No line follows in which "one-thing" could be ignored',
      ],
    );
  });
  it("is no claim about a rule that did not run, or while something is not known", async () => {
    assert.deepEqual((await said(unused, { levels: new Map([["one-thing", "off"]]) })).complaints, []);
    assert.deepEqual((await said(unused, { unknownFiles: ["exec-approvals.json"] })).complaints, []);
    assert.deepEqual((await said(unused.replace("],", ","))).complaints, []);
  });
  it("is none where the finding belongs to the strict set", async () => {
    const strict = [finder("one-thing", "one", { set: "strict" })];
    const text = deny("// grantlint-ignore-next-line one-thing -- wanted", '"one",');
    assert.deepEqual((await said(text, { rules: strict })).complaints, []);
  });

  const removals: readonly { readonly what: string; readonly before: string; readonly title: string; readonly after: string }[] = [
    { what: "with its line", before: unused, title: "Remove this comment", after: deny('"exec",') },
    {
      what: "at the end of a line",
      before: deny('"exec", // grantlint-ignore-next-line one-thing -- wanted', '"write",'),
      title: "Remove this comment",
      after: deny('"exec",', '"write",'),
    },
    {
      what: "before code on its line",
      before: deny('/* grantlint-ignore-next-line one-thing -- wanted */ "exec",', '"write",'),
      title: "Remove this comment",
      after: deny('"exec",', '"write",'),
    },
    {
      what: "at the very end",
      before: "{}\n// grantlint-ignore-next-line one-thing -- wanted",
      title: "Remove this comment",
      after: "{}\n",
    },
    {
      what: "in front of one that is used",
      before: deny("// grantlint-ignore-next-line one-thing, other-thing -- wanted", '"other",'),
      title: 'Ignore "one-thing" no longer',
      after: deny("// grantlint-ignore-next-line other-thing -- wanted", '"other",'),
    },
    {
      what: "behind one that is used",
      before: deny("// grantlint-ignore-next-line one-thing, other-thing -- wanted", '"one",'),
      title: 'Ignore "other-thing" no longer',
      after: deny("// grantlint-ignore-next-line one-thing -- wanted", '"one",'),
    },
  ];
  for (const { what, before, title, after } of removals) {
    for (const lineEnd of ["\n", "\r\n"]) {
      it(`is taken out ${what}${lineEnd === "\n" ? "" : " (CRLF)"}`, async () => {
        const text = before.replaceAll("\n", lineEnd);
        const analysis = await lint(text);
        const remediation = analysis.findings.flatMap(({ remediations }) => remediations).find((candidate) => candidate.title === title);
        const [edits] = (remediation && textEditsOf(analysis, remediation)) ?? [];
        assert.equal(edits && applyTextEdits(text, edits.edits), after.replaceAll("\n", lineEnd));
      });
    }
  }
});

describe("an ignored finding", () => {
  it("covers nothing, and is folded into nothing", async () => {
    const covering = [finder("one-thing", "one", { covers: ["other-thing"] }), finder("other-thing", "other")];
    const both = '"one",\n      "other",';
    const related = async (...lines: readonly string[]): Promise<unknown> => {
      const { findings } = await lint(deny(...lines), { rules: covering });
      return findings.map(({ rule, related: places }) => [rule, places.length]);
    };
    assert.deepEqual(await related(both), [["one-thing", 1]]);
    assert.deepEqual(await related("// grantlint-ignore-next-line one-thing -- wanted", both), [["other-thing", 0]]);
    assert.deepEqual(await related('"one",', "// grantlint-ignore-next-line other-thing -- wanted", '"other",'), [["one-thing", 0]]);
  });
});

describe("the comment the editor puts in", () => {
  async function inserted(
    text: string,
    rule: string,
    options: Partial<Parameters<typeof analyzeTexts>[0]> = {},
  ): Promise<string | undefined> {
    const analysis = await lint(text, options);
    const finding = analysis.findings.find((candidate) => candidate.rule === rule) ?? assert.fail(`no ${rule}`);
    const edit = ignoreComment(analysis, finding);
    if (!edit) return undefined;
    assert.equal(edit.newText.slice(edit.reasonAt).trim(), "", "the reason comes last");
    const whole = analysis.set.files.find(({ uri }) => uri === finding.at.file)?.text ?? "";
    return applyTextEdits(whole, [edit]);
  }

  it("stands above the finding, indented like it, and works once it has a reason", async () => {
    for (const lineEnd of ["\n", "\r\n"]) {
      const text = (await inserted(deny('"one",').replaceAll("\n", lineEnd), "one-thing")) ?? "";
      assert.equal(text, deny("// grantlint-ignore-next-line one-thing -- ", '"one",').replaceAll("\n", lineEnd));
      assert.deepEqual((await said(text)).found, ["one-thing"]);
      assert.deepEqual(await said(text.replace("-- ", "-- wanted")), { ...clean, ignored: ["one-thing: wanted"] });
    }
  });
  it("goes above a file of one line, behind its byte order mark", async () => {
    const line = '{ tools: { deny: ["one"] } }';
    assert.equal(await inserted(`\uFEFF${line}`, "one-thing"), `\uFEFF// grantlint-ignore-next-line one-thing -- \n${line}`);
  });
  it("is not offered where a comment would be part of a text or of another comment", async () => {
    assert.equal(await inserted('{ tools: { deny: ["a\\\nb", "one"] } }', "one-thing"), undefined);
    assert.equal(await inserted('{ tools: { deny: [/* a\nb */ "one"] } }', "one-thing"), undefined);
  });
  it("is not offered for what cannot be ignored, or in strict JSON", async () => {
    assert.equal(await inserted("{ tools: { nonsense: 1 } }", "schema"), undefined);
    const files = { "openclaw.json": "{}", "exec-approvals.json": "{ version: 1 }" };
    const analysis = await analyzeTexts({ files, openclaw: "2026.6.1" });
    const strict = analysis.findings.filter(({ at }) => nameOf(at.file) === "exec-approvals.json");
    assert.ok(strict.some(({ rule }) => rule === "approvals-not-loaded"));
    assert.deepEqual(
      strict.map((finding) => ignoreComment(analysis, finding)).filter((edit) => edit !== undefined),
      [],
    );
  });
});

describe("levels of rules", () => {
  const text = deny('"one", "other",');
  const levelsOf = async (
    levels: Record<string, "off" | "error" | "hint" | "info">,
    options: Partial<Parameters<typeof analyzeTexts>[0]> = {},
  ) => (await lint(text, { levels: new Map(Object.entries(levels)), ...options })).findings.map(({ rule, severity }) => [rule, severity]);

  it("set how severe a rule's findings are, or leave them out", async () => {
    assert.deepEqual(await levelsOf({ "one-thing": "error", "other-thing": "off" }), [["one-thing", "error"]]);
    assert.deepEqual(await levelsOf({ "one-thing": "hint" }), [
      ["one-thing", "hint"],
      ["other-thing", "warning"],
    ]);
  });
  it("bring a rule of the strict set into the default set", async () => {
    const strict = [finder("one-thing", "one", { set: "strict" })];
    assert.deepEqual(await levelsOf({}, { rules: strict }), []);
    assert.deepEqual(await levelsOf({ "one-thing": "info" }, { rules: strict }), [["one-thing", "info"]]);
  });
  it("leave out a rule before it covers others", async () => {
    const covering = [finder("one-thing", "one", { covers: ["other-thing"] }), finder("other-thing", "other")];
    assert.deepEqual(await levelsOf({ "one-thing": "off" }, { rules: covering }), [["other-thing", "warning"]]);
    assert.deepEqual(await levelsOf({ "one-thing": "hint" }, { rules: covering }), [
      ["one-thing", "hint"],
      ["other-thing", "warning"],
    ]);
  });
  it("hold for what is said about suppressions too", async () => {
    const unused = deny("// grantlint-ignore-next-line one-thing -- wanted", '"exec",');
    for (const [level, expected] of [
      ["error", ["error"]],
      ["off", []],
    ] as const) {
      const { findings } = await lint(unused, { levels: new Map([["suppression", level]]) });
      assert.deepEqual(
        findings.map(({ severity }) => severity),
        expected,
      );
    }
  });
});
