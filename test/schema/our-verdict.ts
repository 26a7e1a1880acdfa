/** What we say about a config, given as a text or as a plain value. */
import path from "node:path";
import type { ConfigFile, ConfigSet } from "../../server/src/core/dialects/dialect.ts";
import { includeLinks } from "../../server/src/core/dialects/openclaw/include.ts";
import { targetRelease } from "../../server/src/core/dialects/openclaw/target-release.ts";
import { validateSet } from "../../server/src/core/dialects/openclaw/validate.ts";
import type { Finding } from "../../server/src/core/finding.ts";
import { parseText } from "../../server/src/core/syntax/parse.ts";
import { nodeSchemaSource } from "../../server/src/entry/schemas-node.ts";

export const schemas = nodeSchemaSource(path.join(import.meta.dirname, "../../schemas"));

const folder = "file:///set";

/** A set of one config file; whatever it includes does not exist. */
export function setOf(text: string): ConfigSet & { readonly config: ConfigFile } {
  const uri = `${folder}/openclaw.json`;
  const config: ConfigFile = { uri, role: "config", grammar: "json5", text, parsed: parseText(text, { grammar: "json5", file: uri }) };
  const missing = includeLinks(config).map(({ to: include }) => ({
    uri: include,
    role: "include",
    state: "absent" as const,
    why: "it does not exist",
  }));
  return { root: folder, files: [config], missing, config };
}

export function findingsFor(config: unknown, release: string): readonly Finding[] {
  const set = setOf(typeof config === "string" ? config : JSON.stringify(config));
  return validateSet(set, targetRelease(set, set.config.parsed.root, release), schemas);
}

/** A text that is no JSON5 is no valid config either, whatever is said about the rest of it. */
export function ourVerdict(config: unknown, release: string): { readonly valid: boolean; readonly messages: readonly string[] } {
  const { parsed } = setOf(typeof config === "string" ? config : JSON.stringify(config)).config;
  const syntax = parsed.problems.filter(({ severity }) => severity === "error").map(({ message }) => message);
  const messages = findingsFor(config, release).map(({ message, path: at }) => `${at.join(".")}: ${message}`);
  return { valid: syntax.length + messages.length === 0, messages: [...syntax, ...messages] };
}
