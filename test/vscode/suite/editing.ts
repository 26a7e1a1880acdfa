/** What happens while a person works on a config: hovers, fixes, typing, a restart. */
import * as vscode from "vscode";
import { assert, check, findings, ours, setText, until, type Check } from "./check.ts";
import { config, finding, fixedText, fixTitle, hoverText } from "./example.ts";
import type { Memory } from "./memory.ts";

export const editing: Check[] = [
  check("a hover over a marked value says what it means", async (memory) => {
    const document = await openMarked(memory, "hover");
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, place(document));
    const text = hovers
      .flatMap(({ contents }) => contents.map((content) => (typeof content === "string" ? content : content.value)))
      .join("\n");
    assert(hoverText.test(text), `the hover says: ${text}`);
  }),

  check("a quick fix changes just what it says, and the finding goes", async (memory) => {
    const document = await openMarked(memory, "fix");
    const range = new vscode.Range(place(document), place(document));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      range,
      "quickfix",
    );
    const action = actions.find(({ title }) => title === fixTitle);
    assert(action?.edit !== undefined, `offered: ${actions.map(({ title }) => title).join(", ")}`);
    assert(await vscode.workspace.applyEdit(action.edit), "the fix was not applied");
    await until(
      "the finding's end",
      () => findings(document),
      (found) => !found.includes(finding),
    );
    assert(document.getText().includes(fixedText), document.getText());
    assert(document.getText().includes("// JSON5 on purpose"), "the comment is gone");
    await document.save();
  }),

  check("findings follow fast typing, and end where the text ends", async (memory) => {
    const document = await openMarked(memory, "typing");
    const before = findings(document);
    for (let index = 0; index < 30; index += 1) await setText(document, config.replace('"full"', `"f${"u".repeat(index % 5)}`));
    await setText(document, config.replace('"full"', '"deny"'));
    await until(
      "the finding's end",
      () => findings(document),
      (found) => !found.includes(finding),
    );
    await setText(document, config);
    await until(
      "the same findings as before",
      () => findings(document),
      (found) => found.join() === before.join(),
    );
    await document.save();
  }),

  check("after a restart of the server the findings are back", async (memory) => {
    const document = await openMarked(memory, "restart");
    const seen: number[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(() => void seen.push(ours(document).length));
    await vscode.commands.executeCommand("grantlint.restartServer");
    await until(
      "findings to go and come back",
      () => seen,
      (counts) => counts.includes(0) && (counts.at(-1) ?? 0) > 0,
    );
    listener.dispose();
  }),
];

async function openMarked(memory: Memory, folder: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(memory.write(`${folder}/openclaw.json`, config));
  await until(
    "the finding",
    () => findings(document),
    (found) => found.includes(finding),
  );
  return document;
}

/** Inside the marked value. */
function place(document: vscode.TextDocument): vscode.Position {
  return document.positionAt(document.getText().indexOf('"full"') + 2);
}
