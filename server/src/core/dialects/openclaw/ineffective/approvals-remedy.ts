/** Puts policy words where they are read, those alone that restrict: no edit here can let more pass than before. */
import type { Edit } from "../../../finding.ts";
import { findNode, type Node, type Path } from "../../../syntax/tree.ts";
import type { ApprovalsDocument } from "../approvals.ts";

const restricting = new Map<string, readonly string[]>([
  ["security", ["deny", "allowlist"]],
  ["ask", ["always", "on-miss"]],
  ["askFallback", ["deny"]],
]);

/** The field a key stands for whatever its case and separators. */
function fieldOf(key: string): string | undefined {
  return [...restricting.keys()].find((name) => name.toLowerCase() === plainLetters(key));
}

/** The restricting word a value stands for whatever its case and spaces. */
export function restrictingWord(field: string | undefined, value: Node | undefined): string | undefined {
  const text = value?.type === "string" ? String(value.value).trim().toLowerCase() : undefined;
  return field === undefined ? undefined : restricting.get(field)?.find((word) => word === text);
}

/** One field of an object in the document. */
export interface Field {
  readonly key: string;
  readonly value: Node | undefined;
}

/** The edits that write restricting words into the object that is read, where that says nothing of its own, and the keys of those words. */
export function moveWords(approvals: ApprovalsDocument, fields: readonly Field[], target: Path): { moved: string[]; edits: Edit[] } {
  const moved: string[] = [];
  const edits: Edit[] = [];
  for (const { key, value } of fields) {
    const field = fieldOf(key);
    const word = restrictingWord(field, value);
    if (field === undefined || word === undefined || findNode(approvals.root, [...target, field])) continue;
    moved.push(key);
    edits.push({ op: "set", file: approvals.at.file, path: [...target, field], value: word });
  }
  return { moved, edits };
}

/** Whether any field of an object restricts commands by itself. */
export function restricts(fields: readonly Field[]): boolean {
  return fields.some(({ key, value }) => restrictingWord(fieldOf(key), value) !== undefined);
}

export function plainLetters(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}
