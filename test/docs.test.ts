/** The pages of the rules tell the truth: what they call reported is reported, what they call not reported is not. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { rules } from "../server/src/core/index.ts";
import { analyzeTexts } from "./analyze-texts.ts";
import { keptOf } from "./fixture.ts";

/** Rules about files that the release's own reader complains of. */
const aboutFaults: ReadonlySet<string> = new Set(["approvals-not-loaded", "broken-config-opens", "shadowed-setting"]);

const headings = ["Reported", "Not reported", "Remediation", "When it is fine"];

for (const rule of rules) {
  describe(`docs/rules/${rule.id}.md`, () => {
    const page = readFileSync(`docs/rules/${rule.id}.md`, "utf8");

    it("has the head and the sections of every page", () => {
      assert.match(page, new RegExp(`^# ${rule.id}\n`));
      assert.deepEqual(
        [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
        headings,
      );
    });
    it("says why there is no quick fix, where there is none", () => {
      const remediation = sectionOf(page, "Remediation");
      assert.equal(page.includes("quick fix: no"), /\b[Tt]here is no (?:quick )?fix\b/.test(remediation), remediation);
    });
    for (const [heading, isReported] of [
      ["Reported", true],
      ["Not reported", false],
    ] as const) {
      it(`${heading}: its blocks do what it says`, async () => {
        const sets = exampleSets(page, heading);
        assert.ok(sets.length > 0, "no example");
        for (const { files, openclaw, isStrict, kept } of sets) {
          const { findings, failures } = await analyzeTexts({ files, openclaw, strict: isStrict || rule.set === "strict", ...kept });
          assert.deepEqual(failures, []);
          assert.deepEqual(
            findings
              .filter((finding) => finding.rule === "schema" || finding.rule === "syntax")
              .map(({ message }) => message)
              .filter(() => !aboutFaults.has(rule.id)),
            [],
          );
          assert.equal(
            findings.some((finding) => finding.rule === rule.id),
            isReported,
            JSON.stringify(files),
          );
        }
      });
    }
  });
}

interface ExampleSet {
  readonly files: Record<string, string>;
  readonly openclaw: string | undefined;
  readonly isStrict: boolean;
  readonly kept: Pick<Parameters<typeof analyzeTexts>[0], "kept">;
}

/**
 * The config sets of a section. A block begins with a comment naming its file and the release (`// openclaw.json for 2026.6.1`, cut out for strict JSON),
 * with `(strict)` behind it where a rule of the default set reports this in the strict set only, and `(kept 0644)` where the machine is asked for modes; blocks that follow each other without another
 * openclaw.json belong together.
 */
function exampleSets(page: string, heading: string): ExampleSet[] {
  const section = sectionOf(page, heading);
  const sets: ExampleSet[] = [];
  for (const [, language, block = ""] of section.matchAll(/^```(json5?|yaml|dockerfile)\n([\s\S]*?)^```/gm)) {
    const [, name = "", openclaw, strict, mode] =
      /^(?:\/\/|#) (\S+)(?: for (\S+))?( \(strict\))?(?: \(kept (0[0-7]{3})\))?\n/.exec(block) ?? [];
    assert.notEqual(name, "", "a block must begin with // <file name> for <release>");
    const text = block.slice(block.indexOf("\n") + 1);
    const current = sets.at(-1);
    // A container file stands for itself.
    if (name === "openclaw.json" || !/json/.test(language ?? "") || !current)
      sets.push({
        files: { [name]: text },
        openclaw,
        isStrict: strict !== undefined,
        kept: mode === undefined ? {} : { kept: keptOf([`${name} ${mode}`]) },
      });
    else current.files[name] = text;
  }
  return sets;
}

function sectionOf(page: string, heading: string): string {
  return new RegExp(`^## ${heading}\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, "m").exec(page)?.[1] ?? "";
}
