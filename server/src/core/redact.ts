/**
 * Takes secrets out of what is said of a set. Rules quote what people wrote, and people write secrets where none belongs: in a pattern, in a name,
 * under a key that does not exist.
 */
import type { ConfigSet } from "./dialects/dialect.ts";
import { findByShape } from "./dialects/secrets/value.ts";
import type { Credential } from "./grants/policy.ts";
import { nodeAt } from "./syntax/node-at.ts";

export type Redact = (text: string) => string;

/** Replaces every value of the set that holds a secret, and whatever looks like one by itself. */
export function redactorOf(set: ConfigSet, credentials: readonly Credential[]): Redact {
  let known: readonly string[] | undefined;
  return (text) => {
    known ??= valuesOf(set, credentials);
    return withoutShapes(known.reduce((rest, value) => rest.replaceAll(value, hidden), text));
  };
}

const hidden = "********";

/** A shorter value is as likely a word of ours. */
const shortestValue = 8;

/** The longest first: one may be part of another. */
function valuesOf({ files }: ConfigSet, credentials: readonly Credential[]): string[] {
  const values = credentials.flatMap(({ form, at }) => {
    const value = form === "literal" ? nodeAt(files.find(({ uri }) => uri === at.file)?.parsed.root, at.start)?.value : undefined;
    // As it stands, as names are read, and as it is written in a text.
    const spellings = typeof value === "string" ? [value, value.trim(), JSON.stringify(value).slice(1, -1)] : [];
    return spellings.filter(({ length }) => length >= shortestValue);
  });
  return [...new Set(values)].sort((one, other) => other.length - one.length);
}

function withoutShapes(text: string): string {
  let rest = text;
  for (let found = findByShape(rest); found; found = findByShape(rest)) rest = rest.replaceAll(found.part, hidden);
  return rest;
}
