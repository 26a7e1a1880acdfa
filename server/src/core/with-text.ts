/** A file of a set with another text. */
import type { ConfigFile, ConfigSet } from "./dialects/dialect.ts";
import { parseText } from "./syntax/parse.ts";
import type { Uri } from "./syntax/tree.ts";

export function withText(file: ConfigFile, text: string): ConfigFile {
  if (file.text === text) return file;
  return { ...file, text, parsed: file.reader?.(text, file.uri) ?? parseText(text, { grammar: file.grammar, file: file.uri }) };
}

/** The set in which one file has another text. */
export function setWithText(set: ConfigSet, uri: Uri, text: string): ConfigSet {
  return { ...set, files: set.files.map((file) => (file.uri === uri ? withText(file, text) : file)) };
}
