/** What the light bulb and a save offer: plain workspace edits bound to the versions they were computed for, never commands. */
import {
  CodeActionKind,
  LSPErrorCodes,
  ResponseError,
  type CodeAction,
  type CodeActionClientCapabilities,
  type CodeActionParams,
  type SnippetTextEdit,
  type TextEdit,
} from "vscode-languageserver";
import { ignoreComment, lineIndex, normalizeUri, offsetAt, textEditsOf, visible, type Finding, type IgnoreComment } from "../core/index.ts";
import { converter } from "./convert.ts";
import { allFixesOfRule, allSafeFixes, fixableCount } from "./fix-all.ts";
import type { Current, Session } from "./session.ts";
import { singleEdit, workspaceEdit, type EditAbilities } from "./workspace-edits.ts";

/** Asked for by editors when a file is saved, or by a person: all that is safe. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.grantlint`;

export interface ActionAbilities extends EditAbilities {
  /** Actions whose edit is asked for once they are chosen. */
  readonly lazy: boolean;
}

export function isLazy({ dataSupport = false, resolveSupport }: CodeActionClientCapabilities = {}): boolean {
  return dataSupport && (resolveSupport?.properties.includes("edit") ?? false);
}

/** For the findings that touch a range: first what makes them go away, then the same for all of a rule, then the comment that lets them be ignored. */
export async function codeActions(
  session: Session,
  { textDocument, range, context: { only } }: CodeActionParams,
  abilities: ActionAbilities,
): Promise<CodeAction[]> {
  const isAsked = (kind: string): boolean => only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`)) ?? false;
  const wantsQuickFix = !only || isAsked(CodeActionKind.QuickFix);
  if (!wantsQuickFix && !isAsked(fixAllKind)) return [];
  const uri = normalizeUri(textDocument.uri);
  const current = await session.current(uri);
  const file = current?.analysis.set.files.find((candidate) => candidate.uri === uri);
  if (!current || !file) return [];
  const everything = isAsked(fixAllKind) ? fixingEverything(current, session, abilities) : [];
  if (!wantsQuickFix) return everything;
  const index = lineIndex(file.text);
  const start = offsetAt(index, range.start);
  const end = offsetAt(index, range.end);
  const touched = current.analysis.findings.filter(({ at }) => at.file === uri && at.start <= end && at.end >= start);
  const shown = manageable(touched);
  return [
    ...shown.flatMap((finding) => fixesOf(finding, current, session, abilities)),
    ...[...new Set(touched.map(({ rule }) => rule))].flatMap((rule) => fixingRule(rule, uri, current, session, abilities)),
    ...shown.flatMap((finding) => ignoringOf(finding, current, session, abilities)),
    ...everything,
  ];
}

/** More findings than anybody means one by one: the whole text is selected. Each fix is tried out, which takes time in a large set. */
const mostTouched = 20;
const mostOfRule = 5;

/** Of many findings the first few of each rule; for the others there is the action that fixes all of a rule. */
function manageable(touched: readonly Finding[]): readonly Finding[] {
  if (touched.length <= mostTouched) return touched;
  const seen = new Map<string, number>();
  return touched.filter(({ rule }) => {
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    return count <= mostOfRule;
  });
}

/** What a lazy action needs to be worked out later. */
interface RuleAction {
  readonly uri: string;
  readonly rule: string;
  readonly version: number | undefined;
}

/** The edit of an action that was offered without one; an error when the document moved on since. */
export async function resolveCodeAction(session: Session, action: CodeAction, abilities: ActionAbilities): Promise<CodeAction> {
  if (action.edit !== undefined || action.data === undefined) return action;
  const { uri, rule, version } = action.data as RuleAction;
  const current = await session.current(uri);
  if (!current || current.versions.get(uri) !== version)
    throw new ResponseError(LSPErrorCodes.ContentModified, "The file has changed since this was offered");
  const edit = allFixesOfRule(rule, current, session, abilities);
  return edit ? { ...action, edit } : action;
}

function fixesOf(finding: Finding, current: Current, session: Session, abilities: EditAbilities): CodeAction[] {
  const convert = converter(current.analysis, session.editorUri);
  return finding.remediations.flatMap((remediation): CodeAction[] => {
    const { title, safety } = remediation;
    const fileEdits = textEditsOf(current.analysis, remediation);
    const edit = fileEdits && workspaceEdit(fileEdits, current, session, abilities);
    if (!edit) return [];
    return [
      {
        title: visible(title),
        kind: CodeActionKind.QuickFix,
        diagnostics: [convert.diagnostic(finding)],
        isPreferred: safety === "safe",
        edit,
      },
    ];
  });
}

/** One action for all findings of a rule, in all files of the set, where it has more than one. */
function fixingRule(rule: string, uri: string, current: Current, session: Session, abilities: ActionAbilities): CodeAction[] {
  const count = fixableCount(rule, current);
  if (count < 2) return [];
  const action: CodeAction = { title: `Fix all ${count} "${rule}" findings`, kind: CodeActionKind.QuickFix };
  if (abilities.lazy) return [{ ...action, data: { uri, rule, version: current.versions.get(uri) } satisfies RuleAction }];
  const edit = allFixesOfRule(rule, current, session, abilities);
  return edit ? [{ ...action, edit }] : [];
}

function fixingEverything(current: Current, session: Session, abilities: EditAbilities): CodeAction[] {
  const edit = allSafeFixes(current, session, abilities);
  return edit ? [{ title: "Make all safe fixes of Grantlint", kind: fixAllKind, edit }] : [];
}

function ignoringOf(finding: Finding, current: Current, session: Session, abilities: EditAbilities): CodeAction[] {
  const comment = ignoreComment(current.analysis, finding);
  if (!comment) return [];
  const { file } = finding.at;
  const convert = converter(current.analysis, session.editorUri);
  const [plain] = convert.textEdits({ file, edits: [comment] });
  if (!plain) return [];
  const edit = abilities.versions && abilities.snippets ? withCursor(plain, comment) : plain;
  const version = current.versions.get(file) ?? null;
  return [
    {
      title: `Ignore "${finding.rule}" here, with a reason`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [convert.diagnostic(finding)],
      edit: singleEdit({ uri: session.editorUri(file), version, edit }, abilities),
    },
  ];
}

/** The same edit, and the cursor where the reason belongs. */
function withCursor({ range, newText }: TextEdit, { reasonAt }: IgnoreComment): SnippetTextEdit {
  const [before, after] = [newText.slice(0, reasonAt), newText.slice(reasonAt)].map((text) => text.replace(/[\\$}]/g, "\\$&"));
  return { range, snippet: { kind: "snippet", value: `${before}$0${after}` } };
}
