/** From our own places, findings and edits to those of LSP. Decides nothing. */
import type { Diagnostic, DiagnosticRelatedInformation, Range, TextEdit } from "vscode-languageserver";
import { DiagnosticSeverity } from "vscode-languageserver";
import {
  lineIndex,
  pageOf,
  positionAt,
  visible,
  type Analysis,
  type FileEdits,
  type Finding,
  type LineIndex,
  type Location,
  type Severity,
  type Uri,
} from "../core/index.ts";

export interface Converter {
  range(at: Location): Range;
  diagnostic(finding: Finding): Diagnostic;
  textEdits(fileEdits: FileEdits): TextEdit[];
}

/** `editorUri` gives the address the client knows a file by. Line tables are built once per file and converter. */
export function converter(analysis: Analysis, editorUri: (uri: Uri) => Uri): Converter {
  const indexes = new Map<Uri, LineIndex>();
  const indexOf = (uri: Uri): LineIndex => {
    const index = indexes.get(uri) ?? lineIndex(analysis.set.files.find((file) => file.uri === uri)?.text ?? "");
    indexes.set(uri, index);
    return index;
  };
  const range = ({ file, start, end }: Location): Range => ({
    start: positionAt(indexOf(file), start),
    end: positionAt(indexOf(file), end),
  });
  return {
    range,
    diagnostic(finding) {
      const { rule, message, severity, related, at } = finding;
      const relatedInformation = related.map((place): DiagnosticRelatedInformation => ({
        location: { uri: editorUri(place.at.file), range: range(place.at) },
        message: visible(place.message),
      }));
      const href = pageOf(rule);
      return {
        range: range(at),
        severity: severityOf(severity),
        source: "grantlint",
        code: rule,
        ...(href === undefined ? {} : { codeDescription: { href } }),
        message: withTechniques(visible(message), finding),
        relatedInformation,
      };
    },
    textEdits: ({ file, edits }) => edits.map(({ start, end, newText }) => ({ range: range({ file, start, end }), newText })),
  };
}

function withTechniques(message: string, { atlas: { techniques } }: Finding): string {
  return techniques.length === 0 ? message : `${message} (enables ${techniques.join(", ")})`;
}

function severityOf(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case "error":
      return DiagnosticSeverity.Error;
    case "warning":
      return DiagnosticSeverity.Warning;
    case "info":
      return DiagnosticSeverity.Information;
    case "hint":
      return DiagnosticSeverity.Hint;
  }
}
