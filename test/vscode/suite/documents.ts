/** Which documents are linted, and as what. */
import * as vscode from "vscode";
import { assert, check, findings, ours, until, type Check } from "./check.ts";
import { config, finding, mistake, mistaken } from "./example.ts";
import { open, realFolder, write } from "./folder.ts";
import type { Memory } from "./memory.ts";

export const documents: Check[] = [
  check("an untrusted folder is linted too", async () => assert(!vscode.workspace.isTrusted, "the folder is trusted"), ["restricted"]),

  check("a config has the language of its own, the approvals file stays JSON, a plugin's manifest too", async (memory) => {
    assert((await language(memory, "openclaw.json")) === "openclaw-config", "openclaw.json");
    assert((await language(memory, "openclaw.json.bak.2")) === "openclaw-config", "openclaw.json.bak.2");
    assert((await language(memory, "openclaw-home.json5")) === "openclaw-config", "openclaw-home.json5");
    assert((await language(memory, "exec-approvals.json")) === "json", "exec-approvals.json");
    assert((await language(memory, "openclaw.plugin.json")) === "json", "openclaw.plugin.json");
  }),

  check("a config is marked where the danger is, with rule and page", async (memory) => {
    const document = await vscode.workspace.openTextDocument(memory.write("marked/openclaw.json", config));
    await until(
      "the finding",
      () => findings(document),
      (found) => found.includes(finding),
    );
    const code = ours(document)[0]?.code;
    assert(typeof code === "object" && code.target.path.endsWith(".md"), "the code does not lead to the rule's page");
  }),

  check("JSON5 is no error to anyone", async () => {
    const folder = await realFolder("json5");
    const document = await open(await write(folder, "openclaw.json", config));
    const ordinary = await open(await write(folder, "ordinary.json", config));
    await until(
      "the finding",
      () => findings(document),
      (found) => found.includes(finding),
    );
    // VS Code's JSON server looks at what is shown, and takes its time: once it calls the same text wrong in an ordinary file, it has
    // been through both.
    await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.window.showTextDocument(ordinary, vscode.ViewColumn.Two);
    await until(
      "the JSON server's errors",
      () => foreign(ordinary),
      (found) => found.length > 0,
    );
    assert(foreign(document).length === 0, foreign(document).join());
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }),

  check("a text without a file is linted once it has the language", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "openclaw-config", content: mistaken });
    await until(
      "the finding",
      () => findings(document),
      (found) => found.includes(mistake),
    );
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }),

  check("a file that only shares the name is left alone, and so is the left side of a diff", async (memory) => {
    const other = await vscode.workspace.openTextDocument(memory.write("other/openclaw.json", '{ "palette": ["red"], "grid": 4 }'));
    memory.write("copied/openclaw.json", config);
    const copy = await vscode.workspace.openTextDocument(memory.copyOf("copied/openclaw.json"));
    // The server answers in order: once this later one is marked, the earlier ones would be.
    const real = await vscode.workspace.openTextDocument(memory.write("later/openclaw.json", config));
    await until(
      "the finding",
      () => findings(real),
      (found) => found.includes(finding),
    );
    assert(ours(other).length === 0, findings(other).join());
    assert(ours(copy).length === 0, findings(copy).join());
  }),
];

/** What others than we say of a document. */
function foreign({ uri }: vscode.TextDocument): string[] {
  const others = vscode.languages.getDiagnostics(uri).filter(({ source }) => source !== "grantlint");
  return others.map(({ source, message }) => `${source}: ${message}`);
}

async function language(memory: Memory, name: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(memory.write(`names/${name}`, "{}"))).languageId;
}
