/** The config examples of OpenClaw's own documentation, read from the installed package: fenced json and json5 blocks that are whole configs. */
import fs from "node:fs";
import path from "node:path";
import JSON5 from "json5";
import { installOpenClaw } from "./install.mjs";

/** Blocks that hold an object, all of whose keys are settings at the root of a config. */
export function documentedConfigs(release: string): { readonly id: string; readonly config: string }[] {
  const docs = path.join(installOpenClaw(release), "docs");
  const schema = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "../../schemas", release, "config.json"), "utf8")) as {
    readonly properties: Readonly<Record<string, unknown>>;
  };
  const found: { id: string; config: string }[] = [];
  for (const file of fs.readdirSync(docs, { recursive: true, encoding: "utf8" }).sort()) {
    if (!/\.mdx?$/.test(file)) continue;
    const text = fs.readFileSync(path.join(docs, file), "utf8");
    for (const [, indent = "", block = ""] of text.matchAll(/^([ \t]*)```(?:json5?|jsonc)[^\n]*\n([\s\S]*?)^\1```/gm)) {
      const config = block.replaceAll(new RegExp(`^${indent}`, "gm"), "");
      if (isConfig(config, schema.properties)) found.push({ id: `${file} ${found.length}`, config });
    }
  }
  return found;
}

function isConfig(text: string, roots: Readonly<Record<string, unknown>>): boolean {
  try {
    const value: unknown = JSON5.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
    const keys = Object.keys(value);
    return keys.length > 0 && keys.every((key) => Object.hasOwn(roots, key));
  } catch {
    return false;
  }
}
