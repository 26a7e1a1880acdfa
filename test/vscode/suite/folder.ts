/** Real files, in the folder that is open. */
import * as vscode from "vscode";
import { assert } from "./check.ts";

/** A new folder. Whoever asks for it deletes it. */
export async function realFolder(name: string): Promise<vscode.Uri> {
  const [workspaceFolder] = vscode.workspace.workspaceFolders ?? [];
  assert(workspaceFolder !== undefined, "no folder is open");
  const folder = vscode.Uri.joinPath(workspaceFolder.uri, name);
  await vscode.workspace.fs.createDirectory(folder);
  return folder;
}

export async function write(folder: vscode.Uri, name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  return await vscode.workspace.openTextDocument(uri);
}
