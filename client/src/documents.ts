/**
 * Which documents are ours, by language and by name. Says where to look, never what is inside: whether a file that bears the name
 * really is a config is for the server to say.
 */
import { languages, workspace, type TextDocument } from "vscode";
import { companionFiles } from "./companion-files.gen.ts";

/** The language id contributed for `openclaw.json`. */
export const configLanguage = "openclaw-config";

export const configFiles = "**/{openclaw,moltbot,clawdbot}*.{json,json5,jsonc}";
export const approvalsFiles = "**/exec-approvals.json";
const contractFiles = "**/grantlint.json";

/**
 * The config goes by its language, or by its name when a person has given that name another language.
 * The approvals file is strict JSON and keeps that language.
 */
export const documentSelector = [
  { language: configLanguage },
  { pattern: configFiles },
  { pattern: approvalsFiles },
  { pattern: contractFiles },
  ...companionFiles.map((pattern) => ({ pattern })),
];

/** Whether the server is to hear of a document at all. */
export function isOurs(document: TextDocument): boolean {
  return languages.match(documentSelector, document) > 0 && !isCopy(document);
}

/**
 * The left side of a diff, an older version and the like: shown by a read-only file system that is not a folder of the workspace.
 * Findings on those would list every problem twice.
 */
function isCopy({ uri: { scheme } }: TextDocument): boolean {
  const folders = workspace.workspaceFolders ?? [];
  return workspace.fs.isWritableFileSystem(scheme) === false && !folders.some((folder) => folder.uri.scheme === scheme);
}
