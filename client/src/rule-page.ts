/** Opens a rule's page as it came with the extension, so that it can be read without a network. Knows the pages by name only. */
import { commands, Uri, type Diagnostic } from "vscode";

export const openRulePageCommand = "grantlint.openRulePage";

/** Shows a page; anything but a rule's id is ignored, since a command can be called by anyone. */
export async function openRulePage(extensionUri: Uri, rule: unknown): Promise<void> {
  if (typeof rule !== "string" || !/^[a-z0-9-]+$/.test(rule)) return;
  await commands.executeCommand("markdown.showPreview", Uri.joinPath(extensionUri, "docs", "rules", `${rule}.md`));
}

/** The server links a rule to its page in the repository; here the link leads to the same page in the extension. */
export function linkToRulePage(diagnostic: Diagnostic): void {
  const { code } = diagnostic;
  if (typeof code !== "object") return;
  const rule = /\/docs\/rules\/([a-z0-9-]+)\.md$/.exec(code.target.path)?.[1];
  if (rule === undefined) return;
  const address = Uri.from({ scheme: "command", path: openRulePageCommand, query: JSON.stringify([rule]) });
  diagnostic.code = { value: code.value, target: address };
}
