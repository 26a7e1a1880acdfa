/** Files that decide together, read through the editor's file system. */
import * as vscode from "vscode";
import { check, findings, until, type Check } from "./check.ts";
import { config, finding, strictApprovals } from "./example.ts";

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
];
