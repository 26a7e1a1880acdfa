/**
 * What can be written at a place: keys and words the schema knows, names that mean something there, and blocks worth writing at once.
 * Works on half-typed text, because the tree does.
 */
import type { Analysis } from "./analyze.ts";
import type { ConfigFile, FoundProgram, WordKind } from "./dialects/dialect.ts";
import { schemasAt } from "./schema/places.ts";
import type { SchemaDocument, SchemaObject, Word as SchemaWord } from "./schema/schema.ts";
import { resolveSchema, wordsOf } from "./schema/schema.ts";
import type { SchemaSource } from "./schema/schema-source.ts";
import { writingAt, type Writing } from "./syntax/writing-at.ts";
import type { Location, Uri } from "./syntax/tree.ts";

export interface Completion {
  readonly label: string;
  readonly kind: WordKind | "key" | "value" | "block";
  readonly detail: string | undefined;
  /** Markdown. */
  readonly about: string | undefined;
  readonly text: string;
  /** The text has places to fill in, `${1:…}`. */
  readonly isSnippet: boolean;
  /** What it replaces. */
  readonly at: Location;
}

/** Whether a program of the machine may be named at an offset. */
export function asksForProgram(analysis: Analysis, uri: Uri, offset: number): boolean {
  const place = writingIn(analysis, uri, offset);
  return place?.writing.what === "value" && (analysis.dialect.asksForProgram?.(place.role, place.writing.path) ?? false);
}

/** `programs`: those of the machine, for a place that asks for one. */
export function complete(
  analysis: Analysis,
  schemas: SchemaSource,
  uri: Uri,
  offset: number,
  programs: readonly FoundProgram[] = [],
): Completion[] {
  const { dialect, release } = analysis;
  const place = writingIn(analysis, uri, offset);
  if (!place) return [];
  const { file, role, writing } = place;
  const spell = speller(file.parsed.grammar, writing);
  const named = nameCompletions(analysis, role, writing, spell, programs);
  const isNamed = ({ label }: Draft): boolean => named.some((other) => other.label === label);
  const document = dialect.schema(role, release, schemas);
  const fromSchema = document ? schemaCompletions(analysis, role, writing, document, spell) : [];
  const written = [...named, ...fromSchema.filter((draft) => !isNamed(draft))].filter(({ label }) => !writing.taken.includes(label));
  const at: Location = { file: uri, start: writing.start, end: writing.end };
  return [...written, ...blockCompletions(analysis, role, writing)].map((draft) => ({ ...draft, at }));
}

/** With the role and the path that count: those of an included file are those of the config it is a part of. */
function writingIn(
  { set, dialect }: Analysis,
  uri: Uri,
  offset: number,
): { readonly file: ConfigFile; readonly role: string; readonly writing: Writing } | undefined {
  const file = set.files.find((candidate) => candidate.uri === uri);
  const writing = file && writingAt(file.parsed, file.text, offset);
  if (!writing) return undefined;
  const { role, into } = dialect.readAs(set, file);
  return { file, role, writing: { ...writing, path: [...into, ...writing.path] } };
}

/** A completion whose place is not settled: it is the same for all. */
type Draft = Omit<Completion, "at">;

/** Names that mean something here: tools, groups, agents. */
function nameCompletions(
  { dialect, release, policy }: Analysis,
  role: string,
  { what, path }: Writing,
  spell: Speller,
  programs: readonly FoundProgram[],
): Draft[] {
  const isKey = what === "key";
  const question = { role, path: isKey ? [...path, ""] : path, release, policy, programs };
  return dialect.words(question).map(({ word, kind, detail, about }) => {
    const text = isKey ? spell.key(word, "{ $0 }") : spell.value(word);
    return { label: word, kind, detail, about, text, isSnippet: isKey };
  });
}

/** What the schema knows: keys with the value to begin with, or words. */
function schemaCompletions(
  { dialect, release }: Analysis,
  role: string,
  { what, path }: Writing,
  document: SchemaDocument,
  spell: Speller,
): Draft[] {
  const forms = schemasAt(document, path);
  if (what !== "key") {
    return values(forms).map((word) => ({
      label: String(word),
      kind: "value",
      detail: undefined,
      about: undefined,
      text: spell.value(word),
      isSnippet: false,
    }));
  }
  return keys(forms, document).map(({ label, detail, value }) => {
    const about = dialect.aboutKey(role, [...path, label], release);
    return { label, kind: "key", detail, about, text: spell.key(label, value), isSnippet: true };
  });
}

/** Blocks worth writing at once, where nothing is begun yet. */
function blockCompletions({ dialect, release }: Analysis, role: string, { path, isBare }: Writing): Draft[] {
  if (!isBare) return [];
  return dialect.blocks(role, path, release).map(({ name, detail, snippet }) => ({
    label: name,
    kind: "block",
    detail,
    about: undefined,
    text: snippet,
    isSnippet: true,
  }));
}

interface Key {
  readonly label: string;
  readonly detail: string | undefined;
  /** The value to begin with, as a snippet. */
  readonly value: string;
}

function keys(forms: readonly SchemaObject[], document: SchemaDocument): Key[] {
  const found = new Map<string, Key>();
  for (const { properties = {} } of forms) {
    for (const [label, schema] of Object.entries(properties)) {
      const resolved = resolveSchema(schema, document);
      if (resolved !== false && !found.has(label)) found.set(label, { label, detail: shortType(resolved), value: beginning(resolved) });
    }
  }
  return [...found.values()];
}

/** The words a value can be, each once. */
function values(forms: readonly SchemaObject[]): SchemaWord[] {
  const words = forms.flatMap((form): readonly SchemaWord[] => [
    ...(wordsOf(form) ?? []),
    ...(form.type === "boolean" ? [true, false] : []),
  ]);
  return [...new Map(words.map((word) => [String(word), word])).values()];
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
