/** Completion: the core's answers as items of LSP. */
import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem, type CompletionParams } from "vscode-languageserver";
import {
  asksForProgram,
  complete,
  lineIndex,
  normalizeUri,
  offsetAt,
  setWithText,
  visible,
  type Completion,
  type FoundProgram,
} from "../core/index.ts";
import { converter } from "./convert.ts";
import type { Session } from "./session.ts";

/** `snippets`: the client leaves the cursor where a person goes on typing. `findPrograms`: asked only where one may be named. */
export async function completion(
  session: Session,
  { textDocument, position }: CompletionParams,
  snippets: boolean,
  findPrograms: () => Promise<readonly FoundProgram[]>,
): Promise<CompletionItem[]> {
  const uri = normalizeUri(textDocument.uri);
  // Who goes on typing still gets the answer, and the editor fits it to what was typed since: it has to be one for the text that was asked about.
  const text = session.textOf(uri);
  const current = await session.newest(uri);
  if (!current || text === undefined) return [];
  const analysis = { ...current.analysis, set: setWithText(current.analysis.set, uri, text) };
  const convert = converter(analysis, session.editorUri);
  const offset = offsetAt(lineIndex(text), position);
  const programs = asksForProgram(analysis, uri, offset) ? await findPrograms() : [];
  const found = complete(analysis, session.schemas, uri, offset, programs);
  return found
    .filter(({ kind }) => snippets || kind !== "block")
    .map(({ label, kind, detail, about, text, isSnippet, at }, index): CompletionItem => ({
      label: visible(label),
      kind: itemKinds[kind],
      ...(detail === undefined ? {} : { detail: visible(detail) }),
      ...(about === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: about } }),
      textEdit: { range: convert.range(at), newText: isSnippet && !snippets ? withoutPlaces(text) : text },
      insertTextFormat: isSnippet && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      // What is typed is compared with the text it replaces, quotes included.
      filterText: text.startsWith('"') ? JSON.stringify(label) : label,
      sortText: String(index).padStart(4, "0"),
    }));
}

const itemKinds: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  tool: CompletionItemKind.Function,
  group: CompletionItemKind.Module,
  profile: CompletionItemKind.Constant,
  agent: CompletionItemKind.Reference,
  program: CompletionItemKind.File,
  block: CompletionItemKind.Snippet,
};

function withoutPlaces(snippet: string): string {
  return snippet.replaceAll("$0", "").replace(/\\([\\$}])/g, "$1");
}
