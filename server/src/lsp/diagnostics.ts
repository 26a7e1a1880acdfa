/** Findings to the editor: one publication per file of a set, with the version it was made for. */
import type { Connection } from "vscode-languageserver";
import { builtInFinding, severities, type Finding } from "../core/index.ts";
import { ignoreClosed } from "./closed.ts";
import { converter } from "./convert.ts";
import type { Current, Session } from "./session.ts";

/** More than anybody reads. Editors grow slow with tens of thousands of marks, and somebody else may have written the file. */
const mostShown = 1000;

/** Publishes what holds now and clears files that are no longer part of the set; a file that another set speaks for is left to that one. */
export function publishDiagnostics(
  connection: Connection,
  { editorUri, speakerFor }: Pick<Session, "editorUri" | "speakerFor">,
  before: Current | undefined,
  now: Current | undefined,
): void {
  const remaining = new Set((now?.analysis.set.files ?? []).map(({ uri }) => uri));
  for (const { uri } of before?.analysis.set.files ?? []) {
    if (!remaining.has(uri) && !speakerFor(uri)) connection.sendDiagnostics({ uri: editorUri(uri), diagnostics: [] }).catch(ignoreClosed);
  }
  if (!now) return;
  const convert = converter(now.analysis, editorUri);
  for (const uri of remaining) {
    if (speakerFor(uri) !== now) continue;
    const version = now.versions.get(uri);
    const findings = now.analysis.findings.filter(({ at }) => at.file === uri);
    const diagnostics = worst(findings).map(convert.diagnostic);
    connection.sendDiagnostics({ uri: editorUri(uri), diagnostics, ...(version === undefined ? {} : { version }) }).catch(ignoreClosed);
  }
}

/** All of them, or the worst in their own order and a word about the rest. */
function worst(findings: readonly Finding[]): readonly Finding[] {
  const [first] = findings;
  if (!first || findings.length <= mostShown) return findings;
  const ranked = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const shown = new Set(ranked.slice(0, mostShown));
  const message = `${findings.length} findings in this file, of which the worst ${mostShown} are shown`;
  const start = { file: first.at.file, start: 0, end: 0 };
  return [
    builtInFinding({ rule: "too-many-findings", severity: "warning", message, at: start }),
    ...findings.filter((finding) => shown.has(finding)),
  ];
}
