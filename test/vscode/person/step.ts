/** What a step of a person is. */
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { file } from "./example.ts";
import type { Kind } from "../suite/check.ts";
import type { Hands } from "./hands.ts";

/** Moments worth a screenshot. */
export type Picture =
  | KeysPicture
  | LookupPicture
  | ("problems" | "hover" | "techniques" | "fixes" | "lens" | "reasons" | "hint" | "grants" | "completion" | "ignored" | "walkthrough")
  | "matrix"
  | "matrix-filtered"
  | "matrix-fixed"
  | "matrix-release"
  | "matrix-restored"
  | ("status" | "definition" | "plan" | "workspace" | "home" | "approvals" | "rename" | "agreement" | "off" | "several");

type LookupPicture =
  | `hover-${"tool" | "group" | "profile" | "word" | "key" | "agent" | "pattern"}`
  | `completion-${"keys" | "words" | "profiles" | "agents" | "channels" | "snippet" | "entry" | "program" | "contract"}`
  | ("quiet" | "symbols" | "selection" | "link" | "settings" | "output" | "extension" | "page");

type KeysPicture = `keys-${"problem" | "hover" | "fix" | "lens" | "completion" | "references" | "status" | "grants" | "walkthrough"}`;

export interface Step {
  readonly name: string;
  /** Without: everywhere. */
  readonly kinds?: readonly Kind[];
  readonly run: (hands: Hands, workspace: string, shoot: (picture: Picture) => Promise<void>) => Promise<void>;
}

/** Puts the cursor behind the first place where the saved file says so. */
export async function goBehind(hands: Hands, workspace: string, written: string): Promise<void> {
  const { line, column } = await placeBehind(workspace, written);
  await hands.goTo(line, column);
}

/** The person's own settings, which lie beside the open folder. A window that opens reads them first of all. */
export async function changeUserSettings(workspace: string, change: object): Promise<void> {
  const path = join(dirname(workspace), "data", "User", "settings.json");
  const settings = JSON.parse(await readFile(path, "utf8")) as object;
  await writeFile(path, JSON.stringify({ ...settings, ...change }));
}

/** Settings of the open folder, in the place of those it had. */
export async function writeSettings(workspace: string, settings: object): Promise<void> {
  await mkdir(join(workspace, ".vscode"), { recursive: true });
  await writeFile(join(workspace, ".vscode", "settings.json"), JSON.stringify(settings));
}

/** One-based. */
export async function placeBehind(workspace: string, written: string): Promise<{ readonly line: number; readonly column: number }> {
  return placeIn(await readFile(join(workspace, file), "utf8"), written);
}

/** Behind the first place where a text says so; one-based. */
export function placeIn(text: string, written: string): { readonly line: number; readonly column: number } {
  const start = text.indexOf(written);
  assert.ok(start >= 0, `the text does not hold ${written}`);
  const lines = text.slice(0, start + written.length).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
