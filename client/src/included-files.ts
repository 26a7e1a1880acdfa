/**
 * Files that a config includes have names of their own, and mostly the language JSON, which knows no comments. The first time one is seen it gets
 * the config's language, and with it all that works in a config. Whoever then chooses another language keeps it.
 */
import { languages, workspace, Uri, type Disposable, type TextDocument } from "vscode";
import { configLanguage, isOurs } from "./documents.ts";

export interface IncludedFiles extends Disposable {
  /** These files belong to a config that is open. */
  readonly know: (files: readonly string[]) => void;
  readonly forget: (files: readonly string[]) => void;
}

export function createIncludedFiles(): IncludedFiles {
  const known = new Set<string>();
  const marked = new Set<string>();
  const mark = (document: TextDocument): void => {
    const address = document.uri.toString();
    if (!known.has(address) || marked.has(address) || isOurs(document)) return;
    marked.add(address);
    void languages.setTextDocumentLanguage(document, configLanguage);
  };
  const listener = workspace.onDidOpenTextDocument(mark);
  return {
    know: (files) => {
      for (const file of files) known.add(addressOf(file));
      workspace.textDocuments.forEach(mark);
    },
    forget: (files) => {
      for (const file of files) known.delete(addressOf(file));
    },
    dispose: () => void listener.dispose(),
  };
}

/** As the editor writes it. */
function addressOf(file: string): string {
  return Uri.parse(file).toString();
}
