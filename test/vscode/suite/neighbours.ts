/** Files that decide together: read through the editor's file system, and watched. */
import * as vscode from "vscode";
import { assert, check, findings, until, type Check } from "./check.ts";
import { config, exec, finding, including, strictApprovals, strictExec } from "./example.ts";
import { open, realFolder, write } from "./folder.ts";

export const neighbours: Check[] = [
  check("an approvals file in a virtual folder has its say without being open", async (memory) => {
    memory.write("strict/exec-approvals.json", strictApprovals);
    const guarded = await vscode.workspace.openTextDocument(memory.write("strict/openclaw.json", config));
    const bare = await vscode.workspace.openTextDocument(memory.write("bare/openclaw.json", config));
    await until(
      "the finding of the folder without one",
      () => findings(bare),
      (found) => found.includes(finding),
    );
    await until(
      "no such finding beside it",
      () => findings(guarded),
      (found) => !found.includes(finding),
    );
  }),

  check("an approvals file that is written later has its say at once", async () => {
    const folder = await realFolder("later");
    const document = await open(await write(folder, "openclaw.json", config));
    await until(
      "the finding",
      () => findings(document),
      (found) => found.includes(finding),
    );
    await write(folder, "exec-approvals.json", strictApprovals);
    await until(
      "the finding's end",
      () => findings(document),
      (found) => !found.includes(finding),
    );
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }),

  check("a file that the config includes counts as it is on disk", async () => {
    const folder = await realFolder("including");
    const part = await write(folder, "part.json5", exec);
    const document = await open(await write(folder, "openclaw.json", including));
    const found = (): string[] =>
      vscode.languages.getDiagnostics(part).map(({ code }) => String(typeof code === "object" ? code.value : code));
    const [rule = ""] = finding.split(" ");
    await until("the finding in the included file", found, (rules) => rules.includes(rule));
    await write(folder, "part.json5", strictExec);
    await until("its end", found, (rules) => !rules.includes(rule));
    const included = await open(part);
    await until(
      "the config's language",
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === part.toString())?.languageId,
      (language) => language === "openclaw-config",
    );
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      part,
      included.positionAt(strictExec.indexOf("deny") + 1),
    );
    assert(
      items.some(({ label }) => (typeof label === "string" ? label : label.label) === "allowlist"),
      "the words of the config are not offered",
    );
    assert(!document.isDirty, "the config was touched");
    await vscode.workspace.fs.delete(folder, { recursive: true });
  }),
];
