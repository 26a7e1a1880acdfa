/** What docs/editors.md says, and the program that it speaks of. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import manifest from "../../package.json" with { type: "json" };

const page = readFileSync("docs/editors.md", "utf8");

/** The path of the program in the project. */
export const server = manifest.bin["grantlint-language-server"];

/** The first block of that language. */
export function block(language: string): string {
  const [, text] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(page) ?? [];
  assert.ok(text !== undefined, `docs/editors.md has no ${language}`);
  return text;
}

/** The same, with the rules of the strict set switched on. */
export function strictBlock(language: string): string {
  const text = block(language);
  assert.match(text, /strict = false/);
  return text.replace("strict = false", "strict = true");
}
