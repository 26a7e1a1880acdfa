/** Names of other files as links: a click opens what is included. */
import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { normalizeUri } from "../core/index.ts";
import { converter } from "./convert.ts";
import type { Session } from "./session.ts";

export async function documentLinks(session: Session, { textDocument }: DocumentLinkParams): Promise<DocumentLink[]> {
  const uri = normalizeUri(textDocument.uri);
  const current = await session.current(uri);
  const file = current?.analysis.set.files.find((candidate) => candidate.uri === uri);
  if (!current || !file) return [];
  const { set, dialect } = current.analysis;
  const convert = converter(current.analysis, session.editorUri);
  return dialect.links(file, set.root).map(({ at, to }) => ({ range: convert.range(at), target: session.editorUri(to) }));
}
