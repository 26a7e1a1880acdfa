/** The last part of NOTICE: whose code is inside of the bundles, and under which licence, in the words that came with it. */
import { readFileSync, readdirSync } from "node:fs";

const rule = "-".repeat(78);
const heading = `${rule}\nLibraries inside the bundles (written by npm run gen)\n${rule}\n`;

/** The notice with its last part renewed. `packages`: their names. Throws where a package says nothing of its licence. */
export function withLibraries(notice, packages) {
  const own = notice.split(heading)[0].trimEnd();
  const byText = new Map();
  for (const name of packages) {
    const text = licenceOf(name);
    byText.set(text, [...(byText.get(text) ?? []), titleOf(name)]);
  }
  const parts = [...byText].map(([text, titles]) => `${titles.join("\n")}\n\n${text}\n`);
  return `${own}\n\n${heading}\n${parts.join(`\n${rule}\n`)}`;
}

function titleOf(name) {
  const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
  return `${name} ${version}, ${license}`;
}

function licenceOf(name) {
  const file = readdirSync(`node_modules/${name}`).find((each) => /^licen[cs]e\b/i.test(each));
  if (file === undefined) throw new Error(`${name} comes without the text of its licence`);
  const text = readFileSync(`node_modules/${name}/${file}`, "utf8");
  return text
    .replaceAll("\r\n", "\n")
    .replace(/[^\S\n]+$/gm, "")
    .trim();
}
