/** What we say about a config, given as a text or as a plain value. */
import path from "node:path";
import type { ConfigFile, ConfigSet } from "../../server/src/core/dialects/dialect.ts";
import { includedFiles } from "../../server/src/core/dialects/openclaw/include.ts";
import { targetRelease } from "../../server/src/core/dialects/openclaw/target-release.ts";
import { validateSet } from "../../server/src/core/dialects/openclaw/validate.ts";
import type { Finding } from "../../server/src/core/finding.ts";
import { parseText } from "../../server/src/core/syntax/parse.ts";
import { nodeSchemaSource } from "../../server/src/entry/schemas-node.ts";

export const schemas = nodeSchemaSource(path.join(import.meta.dirname, "../../schemas"));

export function findingsFor(config: unknown, release: string): readonly Finding[] {
  const text = typeof config === "string" ? config : JSON.stringify(config);
  const uri = "file:///set/openclaw.json";
  const parsed = parseText(text, { grammar: "json5", file: uri });
  const file: ConfigFile = { uri, role: "config", grammar: "json5", text, parsed };
  const missing = includedFiles(file).map((include) => ({
    uri: include,
    role: "include",
    state: "absent" as const,
    why: "it does not exist",
  }));
  const set: ConfigSet = { root: "file:///set", files: [file], missing };
  return validateSet(set, targetRelease(set, parsed.root, release), schemas);
}

export function ourVerdict(config: unknown, release: string): { readonly valid: boolean; readonly messages: readonly string[] } {
  const messages = findingsFor(config, release).map(({ message, path: at }) => `${at.join(".")}: ${message}`);
  return { valid: messages.length === 0, messages };
}
