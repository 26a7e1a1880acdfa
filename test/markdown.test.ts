/**
 * What a config says never becomes Markdown: whatever names it holds, hovers and documentation parsed as VS Code parses them (`marked`, with GitHub's
 * extensions) hold no link, image or HTML out of it.
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import { lexer, walkTokens, type Token } from "marked";
import { complete, explain, leastPrivilegePlan, type Analysis } from "../server/src/core/index.ts";
import { analyzeTexts } from "./analyze-texts.ts";
import { placesOf } from "./hostile/strings.ts";
import { testSchemas } from "./test-schemas.ts";

/** Each holds the word by which it is found again. */
const pieces = [
  "[evil](command:evil)",
  "![evil](https://evil.example/x.png)",
  "<img src=https://evil.example/x.png>",
  '<a href="command:evil">evil</a>',
  "https://evil.example/x",
  "www.evil.example",
  "evil@evil.example",
  "<https://evil.example>",
  "mailto:evil@evil.example",
  "[evil]: command:evil",
  "](command:evil)",
  "[evil][evil]",
  "`evil`",
  "\n\n# evil\n\n",
  "\n\n---\n\n",
  "\n    evil",
  "&lt;img src=evil&gt;",
  "|evil|\n|-|\n",
  "`",
  "``",
  "```\n",
  "\\",
  "~~~\n",
  "*",
  "_",
  "\r",
  "\u2028",
  "\0",
  "\ud800",
  " ",
  "exec",
];
const name = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(""));

function assertHarmless(markdown: string, where: string): void {
  void walkTokens(lexer(markdown, { gfm: true }), (token: Token) => {
    const isHarmful =
      token.type === "image" || token.type === "html" || (token.type === "link" && /evil|^command:/i.test(String(token["href"])));
    assert.ok(!isHarmful, `${where}: ${token.type} ${JSON.stringify(token.raw)} in\n${markdown}`);
  });
}

/** Everything said in Markdown about any place of a set. */
function checkAll(analysis: Analysis): number {
  let said = 0;
  for (const { uri, text } of analysis.set.files) {
    const step = Math.max(1, Math.floor(text.length / 400));
    for (let offset = 0; offset < text.length; offset += step) {
      const explanation = explain(analysis, uri, offset);
      if (!explanation) continue;
      said++;
      assertHarmless(explanation.text, `hover at ${offset}`);
    }
    for (let offset = 0; offset < text.length; offset += step * 20) {
      for (const { about } of complete(analysis, testSchemas, uri, offset))
        if (about !== undefined) assertHarmless(about, `completion at ${offset}`);
    }
  }
  return said;
}

describe("names in a config", () => {
  it("become no link, image or HTML in what is shown about it", async () => {
    await fc.assert(
      fc.asyncProperty(name, fc.constantFrom("2026.2.17", "2026.6.1", "2026.9.6"), async (hostile, openclaw) => {
        const analysis = await analyzeTexts({ files: placesOf(hostile), openclaw, strict: true });
        assert.ok(checkAll(analysis) > 0);
      }),
      { numRuns: Number(process.env["RUNS"] ?? 25) },
    );
  });

  it("become none one by one", async () => {
    for (const piece of pieces) checkAll(await analyzeTexts({ files: placesOf(piece), openclaw: "2026.6.1", strict: true }));
  });

  it("become none in the plan", async () => {
    for (const piece of pieces) {
      const agents = { list: [{ id: "main", name: piece, workspace: piece }, { id: piece }] };
      const contract = JSON.stringify({
        agents: { main: { purpose: piece, needs: [], reason: piece }, [piece]: { purpose: piece, needs: [] } },
      });
      const files = {
        "openclaw.json": JSON.stringify({ agents, tools: { exec: { security: "full", ask: "off" } } }),
        "grantlint.json": contract,
      };
      const plan = leastPrivilegePlan(await analyzeTexts({ files, openclaw: "2026.6.1" }));
      assertHarmless(typeof plan === "string" ? plan : JSON.stringify(plan), `plan for ${piece}`);
    }
  });
});

it("is found where it is not kept out", () => {
  for (const piece of pieces.slice(0, 8)) assert.throws(() => assertHarmless(`text ${piece}`, "bare"), piece);
});

it("the extension renders no HTML in Markdown and trusts commands only by name", () => {
  for (const file of readdirSync("client/src")) {
    // The other trust is the person's, in what is opened.
    const other = /isTrusted = \{ enabledCommands: \[[^\]]*\] \}|isTrusted: workspace\.isTrusted\b/g;
    const text = readFileSync(`client/src/${file}`, "utf8").replace(other, "");
    assert.doesNotMatch(text, /isTrusted|supportHtml/, file);
  }
});
