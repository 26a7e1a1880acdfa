/** Inside a block, what its missing settings come to. */
import { MarkupKind, type InlayHint, type InlayHintParams } from "vscode-languageserver";
import { lineIndex, normalizeUri, offsetAt, positionAt, silencesIn, visible } from "../core/index.ts";
import type { Session } from "./session.ts";

export async function inlayHints(session: Session, { textDocument, range }: InlayHintParams): Promise<InlayHint[]> {
  const uri = normalizeUri(textDocument.uri);
  const current = await session.current(uri);
  const file = current?.analysis.set.files.find((candidate) => candidate.uri === uri);
  if (!current || !file || !(await session.settingsFor(uri)).inlayHints) return [];
  const index = lineIndex(file.text);
  const [start, end] = [offsetAt(index, range.start), offsetAt(index, range.end)];
  return silencesIn(current.analysis, uri)
    .filter(({ offset }) => start <= offset && offset <= end)
    .map(({ offset, words, about }) => ({
      position: positionAt(index, offset),
      label: visible(words),
      paddingLeft: true,
      tooltip: { kind: MarkupKind.Markdown, value: about },
    }));
}
