/**
 * What can be written at a place: keys and words the schema knows, names that mean something there, and blocks worth writing at once.
 * Works on half-typed text, because the tree does.
 */
import type { Analysis } from "./analyze.ts";
import { schemasAt } from "./schema/places.ts";
import type { SchemaDocument, SchemaObject, Word as SchemaWord } from "./schema/schema.ts";
import { resolveSchema, wordsOf } from "./schema/schema.ts";
import type { SchemaSource } from "./schema/schema-source.ts";
import { writingAt, type Writing } from "./syntax/writing-at.ts";
import type { Location, Uri } from "./syntax/tree.ts";

export interface Completion {
  readonly label: string;
  readonly kind: "key" | "value" | "tool" | "group" | "profile" | "agent" | "block";
  readonly detail: string | undefined;
  /** Markdown. */
  readonly about: string | undefined;
  readonly text: string;
  /** The text has places to fill in, `${1:…}`. */
  readonly isSnippet: boolean;
  /** What it replaces. */
  readonly at: Location;
}

export function complete(analysis: Analysis, schemas: SchemaSource, uri: Uri, offset: number): Completion[] {
  const { set, dialect, release, policy } = analysis;
  const file = set.files.find((candidate) => candidate.uri === uri);
  const writing = file && writingAt(file.parsed, file.text, offset);
  if (!file || !writing) return [];
  const { role } = file;
  const document = dialect.schema(role, release, schemas);
  const at: Location = { file: uri, start: writing.start, end: writing.end };
  const spell = speller(file.parsed.grammar, writing);
  const wordsPath = writing.what === "key" ? [...writing.path, ""] : writing.path;
  const words = dialect.words({ role, path: wordsPath, release, policy });
  const blocks = dialect
    .blocks(role, writing.path, release)
    .filter(() => writing.isBare)
    .map(({ name, detail, snippet }): Completion => ({
      label: name,
      kind: "block",
      detail,
      about: undefined,
      text: snippet,
      isSnippet: true,
      at,
    }));
  const named = words.map(({ word, kind, detail, about }): Completion => {
    const text = writing.what === "key" ? spell.key(word, "{ $0 }") : spell.value(word);
    return { label: word, kind: kindOf(kind), detail, about, text, isSnippet: writing.what === "key", at };
  });
  const forms = document ? schemasAt(document, writing.path) : [];
  const known = new Set(words.map(({ word }) => word));
  const plain = document && writing.what === "key" ? keys(forms, document) : values(forms, document, spell);
  const rest = plain.filter(({ label }) => !known.has(label) && !writing.taken.includes(label));
  return [
    ...named.filter(({ label }) => !writing.taken.includes(label)),
    ...rest.map(({ label, detail, text, value }): Completion => {
      const about = writing.what === "key" ? dialect.aboutKey(role, [...writing.path, label], release) : undefined;
      const isKey = writing.what === "key";
      return {
        label,
        kind: isKey ? "key" : "value",
        detail,
        about,
        text: isKey ? spell.key(label, value ?? "$0") : (text ?? label),
        isSnippet: isKey,
        at,
      };
    }),
    ...blocks,
  ];
}

interface Plain {
  readonly label: string;
  readonly detail: string | undefined;
  readonly text?: string;
  /** Keys: the value to begin with, as a snippet. */
  readonly value?: string;
}

function keys(forms: readonly SchemaObject[], document: SchemaDocument): Plain[] {
  const found = new Map<string, Plain>();
  for (const { properties = {} } of forms) {
    for (const [label, schema] of Object.entries(properties)) {
      const resolved = resolveSchema(schema, document);
      if (resolved !== false && !found.has(label)) found.set(label, { label, detail: shortType(resolved), value: beginning(resolved) });
    }
  }
  return [...found.values()];
}

function values(forms: readonly SchemaObject[], document: SchemaDocument | undefined, { value }: Speller): Plain[] {
  const words = new Map<string, Plain>();
  const add = (word: SchemaWord): void => {
    const label = String(word);
    if (!words.has(label)) words.set(label, { label, detail: undefined, text: value(word) });
  };
  for (const form of document ? forms : []) {
    (wordsOf(form) ?? []).forEach(add);
    if (form.type === "boolean") [true, false].forEach(add);
  }
  return [...words.values()];
}

function shortType(schema: SchemaObject): string | undefined {
  const words = wordsOf(schema);
  if (words) return words.map(String).join(" | ");
  return typeof schema.type === "string" ? schema.type : undefined;
}

function beginning(schema: SchemaObject): string {
  const words = wordsOf(schema);
  if (words) return "$0";
  switch (schema.type) {
    case "object":
      return "{ $0 }";
    case "array":
      return "[$0]";
    default:
      return "$0";
  }
}

interface Speller {
  key(name: string, value: string): string;
  value(word: SchemaWord): string;
}

/** As the file is written: bare keys in JSON5 unless the neighbours are quoted; a value inside quotes replaces them along with the text. */
function speller(grammar: string, { quotesKeys, hasValue }: Writing): Speller {
  const quoted = grammar === "json" || quotesKeys;
  const literal = (text: string): string => JSON.stringify(text);
  return {
    key: (name, value) => {
      const key = quoted || !/^[A-Za-z_$][\w$]*$/.test(name) ? literal(name) : name;
      return hasValue ? escapeSnippet(key) : `${escapeSnippet(key)}: ${value}`;
    },
    value: (word) => (typeof word === "string" ? literal(word) : String(word)),
  };
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

const kinds: readonly string[] = ["tool", "group", "profile", "agent"];

function kindOf(kind: string): Completion["kind"] {
  return kinds.includes(kind) ? (kind as Completion["kind"]) : "value";
}
