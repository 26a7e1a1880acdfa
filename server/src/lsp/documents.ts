/** The texts that an editor has open, as it last told them. What they mean is the session's. */
import { TextDocuments, TextDocumentSyncKind, type InitializeParams } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

/** A change to a version that has been left behind is not made: versions only ever rise, so it has been overtaken. */
export function openDocuments(): TextDocuments<TextDocument> {
  return new TextDocuments({
    create: (...opened) => TextDocument.create(...opened),
    update: (document, changes, version) => (version < document.version ? document : TextDocument.update(document, changes, version)),
  });
}

/**
 * Changes alone, where they come in the order they were made in. Helix 25.01 sends quick ones in any order. Made in that order they lead to a text that
 * nobody wrote, with findings and fixes at the wrong places; of whole texts the newest counts, whenever it comes.
 */
export function syncKindFor(editor: InitializeParams["clientInfo"]): TextDocumentSyncKind {
  return editor?.name === "helix" ? TextDocumentSyncKind.Full : TextDocumentSyncKind.Incremental;
}
