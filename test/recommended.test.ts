/**
 * What OpenClaw's own documentation recommends is not scolded without a reason. Each file names the page it follows, the releases it is for, and
 * the rules that speak at warning or above all the same, with the reason; nothing else may. The texts are ours, cut down to what matters;
 * a part of a config comes with a login for the gateway, which 2026.2.17 has only where it is written.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { analyzeTexts } from "./analyze-texts.ts";

interface Recommended {
  readonly page: string;
  readonly releases: readonly string[];
  readonly flagged: readonly { readonly rule: string; readonly reason: string }[];
  readonly files: Readonly<Record<string, string>>;
}

/** The head's lines, then openclaw.json, then other files behind a line `//- name`. */
function readRecommended(text: string): Recommended {
  const head = (key: string): string[] => [...text.matchAll(new RegExp(`^// ${key}: (.+)$`, "gm"))].map(([, value = ""]) => value);
  const [config = "", ...others] = text.split(/^\/\/- /m);
  const flagged = head("flagged").map((line) => {
    const [, rule = "", reason = ""] = /^(\S+) - (.+)$/.exec(line) ?? assert.fail(line);
    return { rule, reason };
  });
  const files = others.map((other): [string, string] => {
    const end = other.indexOf("\n");
    return [other.slice(0, end), other.slice(end + 1)];
  });
  return {
    page: head("page")[0] ?? "",
    releases: head("for")[0]?.split(" ") ?? [],
    flagged,
    files: { "openclaw.json": config, ...Object.fromEntries(files) },
  };
}

const names = readdirSync("test/recommended");

describe("what upstream recommends", () => {
  it("is twelve or more configs", () => assert.ok(names.length >= 12));

  for (const name of names) {
    const { page, releases, flagged, files } = readRecommended(readFileSync(`test/recommended/${name}`, "utf8"));
    it(`${name.replace(/\.json5$/, "")} (${page}) is flagged only where it says so`, async () => {
      assert.ok(page !== "" && releases.length > 0);
      const found = new Set<string>();
      for (const openclaw of releases) {
        const { findings } = await analyzeTexts({ files, openclaw });
        for (const { rule, severity } of findings) if (severity === "error" || severity === "warning") found.add(rule);
      }
      assert.deepEqual([...found].sort(), flagged.map(({ rule }) => rule).sort());
    });
    for (const { rule } of flagged) {
      it(`${name.replace(/\.json5$/, "")}: the page of ${rule} says why upstream's advice is flagged`, () => {
        assert.ok(existsSync(`docs/rules/${rule}.md`));
        assert.match(readFileSync(`docs/rules/${rule}.md`, "utf8"), /OpenClaw's (?:own )?documentation/);
      });
    }
  }
});
