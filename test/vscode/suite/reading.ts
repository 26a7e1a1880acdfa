/** What the editor shows and offers beyond findings: lines above agents, hints, completion, another name, links, the outline, the clipboard. */
import * as vscode from "vscode";
import { assert, check, findings, until, type Check } from "./check.ts";
import { agents, approvalsOfAgents, config, finding, including, lens, hint, offered, strictExec } from "./example.ts";
import { open, realFolder, write } from "./folder.ts";
import type { Memory } from "./memory.ts";

export const reading: Check[] = [
  check("above each agent stands what it may do, and inside a block what its missing settings come to", async (memory) => {
    const document = await openAgents(memory, "picture");
    const lenses = await until(
      "the lines above the agents",
      () => vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 10),
      (found) => found.length === 2,
    );
    assert(
      lenses.some(({ command }) => command?.title === lens),
      lenses.map(({ command }) => command?.title).join("\n"),
    );
    const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, whole);
    assert(
      hints.some(({ label }) => label === hint),
      JSON.stringify(hints.map(({ label }) => label)),
    );
  }),

  check("names of the release are offered where one is being typed", async (memory) => {
    const document = await openAgents(memory, "offered");
    const place = document.positionAt(document.getText().indexOf(offered.before) + offered.before.length);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, place);
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    for (const name of offered.names) assert(labels.includes(name), `${name} is not among ${labels.join(", ")}`);
  }),

  check("an agent gets another name in both files, and its entry is found from there", async () => {
    const folder = await realFolder("renamed");
    const approvals = await write(folder, "exec-approvals.json", approvalsOfAgents);
    const document = await open(await write(folder, "openclaw.json", agents));
    const place = document.positionAt(document.getText().indexOf('"cto"') + 1);
    const edit = await until(
      "an edit for both files",
      () => vscode.commands.executeCommand<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document.uri, place, "chief"),
      (found) => found.size === 2,
    );
    assert(await vscode.workspace.applyEdit(edit), "the new name was not applied");
    assert((await open(approvals)).getText() === approvalsOfAgents.replace('"cto"', '"chief"'), "the approvals file has another text");
    assert(!document.getText().includes("cto"), document.getText());
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeDefinitionProvider",
      approvals,
      (await open(approvals)).positionAt(approvalsOfAgents.indexOf('"cto"') + 1),
    );
    assert(found.length === 1 && found[0]?.uri.path === document.uri.path, JSON.stringify(found));
    for (const each of [document, await open(approvals)]) await each.save();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }),

  check("the name of an included file is a link to it, and the outline tells what there is", async (memory) => {
    memory.write("linked/part.json5", strictExec);
    const document = await vscode.workspace.openTextDocument(memory.write("linked/openclaw.json", including));
    const links = await until(
      "the link",
      () => vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri),
      (found) => found.length > 0,
    );
    assert(links[0]?.target?.path === "/linked/part.json5", String(links[0]?.target));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
    assert(symbols.map(({ name }) => name).join() === "meta,tools", symbols.map(({ name }) => name).join());
  }),

  check("a finding is copied with its place, its rule and its page", async (memory) => {
    const document = await vscode.workspace.openTextDocument(memory.write("copied-finding/openclaw.json", config));
    await until(
      "the finding",
      () => findings(document),
      (found) => found.includes(finding),
    );
    const place = document.positionAt(config.indexOf('"full"') + 2);
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(place, place);
    await vscode.commands.executeCommand("grantlint.copyFinding");
    const copied = await vscode.env.clipboard.readText();
    const [rule] = finding.split(" ");
    assert(new RegExp(`openclaw\\.json:4:\\d+ ${rule}\\n.+\\nhttps://.+${rule}\\.md`).test(copied), copied);
  }),
];

async function openAgents(memory: Memory, folder: string): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(memory.write(`${folder}/openclaw.json`, agents));
}
