/**
 * Leaves out the findings that a comment says to ignore, with a reason, and says where such a comment does not do what its author thinks.
 * What the parser and the validator say is never ignored. A finding that is left out covers nothing, so this comes before folding.
 */
import { builtIns } from "./built-in.ts";
import type { ConfigSet } from "./dialects/dialect.ts";
import { builtInFinding, type CommentEdit, type Finding, type Remediation, type Severity } from "./finding.ts";
import { unknownRule } from "./severities.ts";
import { mostSuppressions, nextLine, readSuppressions, wholeFile, type SuppressedRule, type Suppression } from "./suppressions.ts";
import { commentRemoval } from "./syntax/comments.ts";
import type { Location } from "./syntax/tree.ts";

export interface IgnoredFinding {
  readonly finding: Finding;
  readonly reason: string;
  /** The comment that says so. */
  readonly by: Location;
}

export interface Suppressed {
  /** The findings that stand. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  /** Findings about the comments themselves. */
  readonly complaints: readonly Finding[];
}

/** `known`: ids of all rules there are; `ran`: those that have really looked at the set, so that their silence means something. */
export function suppress(set: ConfigSet, findings: readonly Finding[], known: ReadonlySet<string>, ran: ReadonlySet<string>): Suppressed {
  const written = set.files.map(readSuppressions);
  const suppressions = written.flatMap((ofFile) => ofFile.slice(0, mostSuppressions));
  if (suppressions.length === 0) return { findings, ignored: [], complaints: [] };
  const valid = suppressions.filter(({ reason }) => reason !== "");
  const ignored: IgnoredFinding[] = [];
  const used = new Set<SuppressedRule>();
  for (const finding of findings) {
    const by = valid.flatMap((suppression) => {
      const rule = isInScope(finding, suppression) ? suppression.rules.find(({ id }) => id === finding.rule) : undefined;
      return rule ? [{ suppression, rule }] : [];
    });
    const [first] = by;
    if (first) ignored.push({ finding, reason: first.suppression.reason, by: first.suppression.at });
    for (const { rule } of by) used.add(rule);
  }
  const left = new Set(ignored.map(({ finding }) => finding));
  // While something is half typed or was not given, rules are silent for want of knowledge: no suppression is superfluous then.
  const isWhole = set.files.every(isSound) && set.missing.every(({ state }) => state === "absent");
  const isUnused = (rule: SuppressedRule): boolean => isWhole && ran.has(rule.id) && !used.has(rule);
  return {
    findings: findings.filter((finding) => !left.has(finding)),
    ignored,
    complaints: [
      ...suppressions.flatMap((suppression) => [
        ...faultsOf(suppression, known),
        ...suppression.rules
          .filter((rule) => suppression.reason !== "" && isInstruction(suppression) && isUnused(rule))
          .map((rule) => complaint(rule.at, "info", unusedWords(rule, suppression), removalOf(rule, suppression, set, isUnused))),
      ]),
      ...written.flatMap((ofFile) => ofFile.slice(mostSuppressions)).map(({ at }) => complaint(at, "warning", crowdedWords)),
    ],
  };
}

function isInScope({ at }: Finding, { scope }: Suppression): boolean {
  return scope !== undefined && at.file === scope.file && scope.start <= at.start && at.start <= scope.end;
}

function isSound({ parsed }: ConfigSet["files"][number]): boolean {
  return parsed.problems.every(({ severity }) => severity !== "error");
}

function isInstruction({ word }: Suppression): boolean {
  return word === nextLine || word === wholeFile;
}

function faultsOf(suppression: Suppression, known: ReadonlySet<string>): Finding[] {
  const { word, rules, reason, at } = suppression;
  if (!isInstruction(suppression)) {
    return [complaint(at, "warning", `"grantlint-${word}" means nothing: write grantlint-${nextLine} or grantlint-${wholeFile}`)];
  }
  if (rules.length === 0) return [complaint(at, "warning", "This comment ignores nothing, because it names no rule")];
  const strangers = rules.filter(({ id }) => !known.has(id)).map(({ id, at: where }) => complaint(where, "warning", strangerWords(id)));
  if (reason !== "") return strangers;
  return [...strangers, complaint(at, "warning", 'This comment ignores nothing until it gives a reason: write it behind "--"')];
}

const crowdedWords = `More than ${mostSuppressions} comments in this file ignore findings: this one and those behind it are not read`;

function strangerWords(id: string): string {
  if (builtIns.some((builtIn) => builtIn.id === id)) return `What "${id}" reports cannot be ignored`;
  const clause = unknownRule(id);
  return clause.charAt(0).toUpperCase() + clause.slice(1);
}

function unusedWords({ id }: SuppressedRule, { word, scope }: Suppression): string {
  if (word === wholeFile) return `"${id}" reports nothing in this file, so there is nothing to ignore`;
  if (!scope) return `No line follows in which "${id}" could be ignored`;
  return `"${id}" reports nothing on the next line, so there is nothing to ignore`;
}

/** Takes the rule out of the comment, or the comment away when all its rules can go. */
function removalOf(
  rule: SuppressedRule,
  suppression: Suppression,
  set: ConfigSet,
  isUnused: (rule: SuppressedRule) => boolean,
): Remediation {
  const { file } = suppression.at;
  const text = set.files.find(({ uri }) => uri === file)?.text ?? "";
  if (suppression.rules.every(isUnused)) {
    const edit: CommentEdit = { op: "comment", file, ...commentRemoval(text, suppression.comment) };
    return { title: "Remove this comment", safety: "safe", edits: () => [edit] };
  }
  const index = suppression.rules.indexOf(rule);
  const [before, after] = [suppression.rules[index - 1], suppression.rules[index + 1]];
  const start = before ? before.at.end : rule.at.start;
  const end = before || !after ? rule.at.end : after.at.start;
  return { title: `Ignore "${rule.id}" no longer`, safety: "safe", edits: () => [{ op: "comment", file, start, end, newText: "" }] };
}

function complaint(at: Location, severity: Severity, message: string, ...remediations: readonly Remediation[]): Finding {
  return builtInFinding({ rule: "suppression", severity, message, at, remediations });
}
