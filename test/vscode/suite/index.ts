/** Runs the checks in turn inside VS Code. Printed lines: `ok <name>`, `not ok <name>: <why>`. */
import * as vscode from "vscode";
import { assert, type Kind } from "./check.ts";
import { documents } from "./documents.ts";
import { editing } from "./editing.ts";
import { createMemory } from "./memory.ts";
import { neighbours } from "./neighbours.ts";
import { reading } from "./reading.ts";

/** Put in when the suite is bundled. */
declare const suiteKind: Kind;

/** Called by VS Code. Rejects when a check fails; the other checks still run. */
export async function run(): Promise<void> {
  const memory = createMemory();
  const chosen = [...documents, ...editing, ...reading, ...neighbours].filter(({ kinds }) => kinds?.includes(suiteKind) ?? true);
  let failed = 0;
  for (const { name, run: attempt } of chosen) {
    try {
      await attempt(memory);
      console.log(`ok ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`not ok ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  assert(failed === 0, `${failed} of ${chosen.length} checks failed`);
}
