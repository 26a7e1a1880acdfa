/** Findings to the editor: one publication per file of a set, with the version it was made for. */
import type { Connection } from "vscode-languageserver";
import type { Uri } from "../core/index.ts";
import { ignoreClosed } from "./closed.ts";
import { converter } from "./convert.ts";
import type { Current } from "./session.ts";

/** Publishes what holds now and clears files that are no longer part of the set. */
export function publishDiagnostics(
  connection: Connection,
  editorUri: (uri: Uri) => Uri,
  before: Current | undefined,
  now: Current | undefined,
): void {
  const remaining = new Set((now?.analysis.set.files ?? []).map(({ uri }) => uri));
  for (const { uri } of before?.analysis.set.files ?? []) {
    if (!remaining.has(uri)) connection.sendDiagnostics({ uri: editorUri(uri), diagnostics: [] }).catch(ignoreClosed);
  }
  if (!now) return;
  const convert = converter(now.analysis, editorUri);
  for (const uri of remaining) {
    const version = now.versions.get(uri);
    const diagnostics = now.analysis.findings.filter(({ at }) => at.file === uri).map(convert.diagnostic);
    connection.sendDiagnostics({ uri: editorUri(uri), diagnostics, ...(version === undefined ? {} : { version }) }).catch(ignoreClosed);
  }
}
