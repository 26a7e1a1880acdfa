/** Why a place is flagged, for the reader who points at it. */
import { MarkupKind, type Hover, type HoverParams } from "vscode-languageserver";
import { explain, lineIndex, normalizeUri, offsetAt } from "../core/index.ts";
import { converter } from "./convert.ts";
import type { Session } from "./session.ts";

export async function hover(session: Session, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const uri = normalizeUri(textDocument.uri);
  const current = await session.current(uri);
  const file = current?.analysis.set.files.find((candidate) => candidate.uri === uri);
  if (!current || !file) return null;
  const explanation = explain(current.analysis, uri, offsetAt(lineIndex(file.text), position));
  if (!explanation) return null;
  return {
    contents: { kind: MarkupKind.Markdown, value: explanation.text },
    range: converter(current.analysis, session.editorUri).range(explanation.at),
  };
}
