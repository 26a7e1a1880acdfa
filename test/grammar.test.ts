/**
 * The colours of a config: every piece of the sample text with its scopes, as VS Code computes them, against a stored listing.
 * `UPDATE=1 node --import tsx --test test/grammar.test.ts` writes the listing anew; the difference is then to be read.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { it } from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const grammarPath = "syntaxes/openclaw.tmLanguage.json";
const sample = readFileSync("test/grammar/openclaw.json5", "utf8").trimEnd();
const listingPath = "test/grammar/openclaw.txt";

it("every piece of a config has the scopes that themes colour", async () => {
  const listing = await list(sample);
  if (process.env["UPDATE"]) writeFileSync(listingPath, listing);
  assert.equal(listing, readFileSync(listingPath, "utf8"));
});

it("the grammar leaves no context open behind a whole config", async () => {
  const grammar = await loadGrammar();
  const whole = ["{", "  a: { b: [1, 'two', { c: \"three\" }] }, // end", "}", ""];
  const end = whole.reduce<textmate.StateStack>((stack, line) => grammar.tokenizeLine(line, stack).ruleStack, textmate.INITIAL);
  assert.equal(end.depth, grammar.tokenizeLine("", textmate.INITIAL).ruleStack.depth);
});

/** Each line of the text, and below it its pieces: `"piece" scope scope`, without the scopes that only tell nesting. */
async function list(text: string): Promise<string> {
  const grammar = await loadGrammar();
  const lines: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    const pieces = tokens.map(({ startIndex, endIndex, scopes }) => ({
      piece: line.slice(startIndex, endIndex),
      scopes: scopes.filter(isColoured),
    }));
    const shown = pieces.filter(({ piece }) => piece.trim() !== "");
    lines.push(`> ${line}`, ...shown.map(({ piece, scopes }) => `    ${JSON.stringify(piece)} ${scopes.join(" ")}`.trimEnd()));
    stack = ruleStack;
  }
  return `${lines.join("\n")}\n`;
}

function isColoured(scope: string): boolean {
  return !/^(source|meta\.structure)\./.test(scope);
}

async function loadGrammar(): Promise<textmate.IGrammar> {
  await oniguruma.loadWASM(readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm")));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(readFileSync(grammarPath, "utf8"), grammarPath)),
  });
  const grammar = await registry.loadGrammar("source.json.openclaw");
  assert.ok(grammar);
  return grammar;
}
