/** What a check of the suite is, and the few things every check needs. Runs inside VS Code, in Node and in a worker alike. */
import * as vscode from "vscode";
import type { Memory } from "./memory.ts";

/** Where the suite runs: a window that trusts its folder, one that does not, or a browser's worker. */
export type Kind = "trusted" | "restricted" | "web";

export interface Check {
  /** A plain sentence about what a user can rely on. */
  readonly name: string;
  /** Without: everywhere. */
  readonly kinds?: readonly Kind[];
  readonly run: (memory: Memory) => Promise<void>;
}

export function check(name: string, run: Check["run"], kinds?: readonly Kind[]): Check {
  return kinds ? { name, kinds, run } : { name, run };
}

export function assert(isSo: boolean, message: string): asserts isSo {
  if (!isSo) throw new Error(message);
}

/** Waits until the value passes; says what it was at the end when it never does. */
export async function until<T>(
  what: string,
  read: () => T | PromiseLike<T>,
  passes: (value: T) => boolean,
  milliseconds = 20_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await read();
    if (passes(value)) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A finding in one line: `rule "marked text"`. */
export function findings(document: vscode.TextDocument): string[] {
  return ours(document).map(({ code, range }) => `${String(typeof code === "object" ? code.value : code)} ${document.getText(range)}`);
}

export function ours({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "grantlint");
}

/** Replaces the whole text, as one edit. */
export async function setText(document: vscode.TextDocument, text: string): Promise<void> {
  const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, whole, text);
  assert(await vscode.workspace.applyEdit(edit), "the edit was not applied");
}
