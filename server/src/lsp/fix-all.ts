/** Many findings fixed at once: what is safe when somebody saves or asks for it, and all findings of one rule. Each fix is judged on what the ones before it left. */
import { fixSet, type FixWish } from "../core/index.ts";
import type { WorkspaceEdit } from "vscode-languageserver";
import type { Current, Session } from "./session.ts";
import { textChanges } from "./text-changes.ts";
import { workspaceEdit, type EditAbilities } from "./workspace-edits.ts";

/** Every safe fix; nothing when there is none to make. */
export function allSafeFixes(current: Current, session: Session, abilities: EditAbilities): WorkspaceEdit | undefined {
  return fixAll({ review: false, strict: current.analysis.options.strict === true, rules: [] }, current, session, abilities);
}

/** Every fix of one rule, also those that need a look: somebody asked for just these. */
export function allFixesOfRule(rule: string, current: Current, session: Session, abilities: EditAbilities): WorkspaceEdit | undefined {
  return fixAll({ review: true, strict: current.analysis.options.strict === true, rules: [rule] }, current, session, abilities);
}

/** How many findings of a rule have something to offer. */
export function fixableCount(rule: string, { analysis: { findings } }: Current): number {
  return findings.filter((finding) => finding.rule === rule && finding.remediations.length > 0).length;
}

function fixAll(wish: FixWish, current: Current, session: Session, abilities: EditAbilities): WorkspaceEdit | undefined {
  const { before, after, fixes } = fixSet(current.analysis, wish);
  if (fixes.length === 0) return undefined;
  const fileEdits = after.set.files.flatMap(({ uri, role, grammar, text }) => {
    const old = before.set.files.find((file) => file.uri === uri);
    if (!old) return [{ file: uri, creates: { role, grammar }, edits: [{ start: 0, end: 0, newText: text }] }];
    return old.text === text ? [] : [{ file: uri, edits: textChanges(old.text, text) }];
  });
  return workspaceEdit(fileEdits, current, session, abilities);
}
