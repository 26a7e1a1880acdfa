/** Shows a rule's page as it came with the extension, so that it can be read without a network. Knows the pages by name only. */
import { commands, languages, Uri, window, type Diagnostic } from "vscode";

/** The page of the finding at the cursor, or else the list of all rules. */
export async function openRulePage(extensionUri: Uri): Promise<void> {
  const editor = window.activeTextEditor;
  const diagnostics = editor ? languages.getDiagnostics(editor.document.uri) : [];
  const pages = diagnostics.filter(({ range }) => editor && range.contains(editor.selection.active)).map(pageOf);
  const page = pages.find((name) => name !== undefined) ?? "README.md";
  await commands.executeCommand("markdown.showPreview", Uri.joinPath(extensionUri, "docs", "rules", page));
}

/** The server links each finding to its rule's page in the repository; the extension holds the same folder. */
function pageOf({ code }: Diagnostic): string | undefined {
  return typeof code === "object" ? /\/docs\/rules\/([a-z0-9-]+\.md)$/.exec(code.target.path)?.[1] : undefined;
}
