/**
 * Fixes a whole set: makes one fix at a time on a copy and analyzes again after each, so that every fix is judged on the files as the
 * ones before it left them. Writes nothing.
 */
import { analyze, type Analysis } from "./analyze.ts";
import { severities, type Finding, type Remediation, type Severity } from "./finding.ts";
import { applyToSet, textEditsOf } from "./remedy.ts";

export interface FixWish {
  /** Also fixes that somebody should look at before they are relied on. */
  readonly review: boolean;
  /** Also findings of the strict set. */
  readonly strict: boolean;
  /** Only findings of these rules; empty for all. */
  readonly rules: readonly string[];
}

export interface Fix {
  readonly finding: Finding;
  readonly remediation: Remediation;
}

export interface FixedSet {
  readonly before: Analysis;
  /** With all fixes made. */
  readonly after: Analysis;
  /** In the order in which they were made. */
  readonly fixes: readonly Fix[];
  /** Findings that stay and have a fix to be looked at, which was not wanted. */
  readonly unreviewed: readonly Finding[];
}

/** More than any real set needs. Each fix makes a finding go away and brings none as severe, so there is an end anyway. */
const mostFixes = 1000;

export function fixSet(analysis: Analysis, wish: FixWish): FixedSet {
  // Folded findings come one by one here: each has its own fix, and none may come up anew because the one that covered it is gone.
  const before = analyze(analysis.set, analysis.dialect, { ...analysis.options, strict: true });
  const fixes: Fix[] = [];
  let after = before;
  // A fix that was no use may be of use after others, so there is another round as long as the last one made any.
  for (let made = -1; made !== fixes.length && fixes.length < mostFixes;) {
    made = fixes.length;
    const tried = new Set<string>();
    for (let next = nextFix(after, wish, tried); next && fixes.length < mostFixes; next = nextFix(after, wish, tried)) {
      tried.add(spellFix(next));
      const fixed = tryFix(after, next);
      if (!fixed) continue;
      fixes.push(next);
      after = fixed;
    }
  }
  return { before, after, fixes, unreviewed: wish.review ? [] : unreviewedIn(after, wish) };
}

/** The analysis once a fix is made; nothing when it cannot be made, does not make its finding go away, or brings one as severe. */
export function tryFix(before: Analysis, { finding, remediation }: Fix): Analysis | undefined {
  const fileEdits = textEditsOf(before, remediation);
  if (!fileEdits) return undefined;
  const after = analyze(applyToSet(before.set, fileEdits), before.dialect, before.options);
  const isGone = howMany(after, finding) < howMany(before, finding);
  return isGone && !hasWorse(after, before, finding.severity) ? after : undefined;
}

function howMany({ findings }: Analysis, { rule, message, path }: Finding): number {
  return findings.filter((other) => other.rule === rule && other.message === message && String(other.path) === String(path)).length;
}

/** Safe fixes come first, then what takes power away, then the worst, and of these by stage. */
function nextFix(analysis: Analysis, wish: FixWish, tried: ReadonlySet<string>): Fix | undefined {
  const fixes = wanted(analysis, wish).flatMap((finding) => finding.remediations.map((remediation): Fix => ({ finding, remediation })));
  const left = fixes.filter((fix) => (wish.review || fix.remediation.safety === "safe") && !tried.has(spellFix(fix)));
  const rank = ({ finding: { severity }, remediation: { safety, stage } }: Fix): number => {
    if (safety === "safe") return 0;
    return stage === "withdraw" ? 1 : 10 + 10 * severities.indexOf(severity) + stages.indexOf(stage);
  };
  return left.sort((one, other) => rank(one) - rank(other))[0];
}

const stages: readonly Remediation["stage"][] = ["wall", "lock", undefined];

/** Counted as a report counts them: folded. */
function unreviewedIn({ set, dialect, options }: Analysis, wish: FixWish): Finding[] {
  const analysis = analyze(set, dialect, { ...options, strict: wish.strict });
  return wanted(analysis, wish).filter((finding) => offered(analysis, finding, "review"));
}

function wanted({ findings }: Analysis, { strict, rules }: FixWish): Finding[] {
  return findings.filter(({ set, rule }) => (strict || set === "default") && (rules.length === 0 || rules.includes(rule)));
}

function offered(analysis: Analysis, { remediations }: Finding, safety: Remediation["safety"]): boolean {
  return remediations.some((remediation) => remediation.safety === safety && textEditsOf(analysis, remediation) !== undefined);
}

function spellFix({ finding: { rule, at, path }, remediation: { title } }: Fix): string {
  return JSON.stringify([rule, at.file, path, title]);
}

/**
 * Whether there is a finding at least this severe where there was none. Wording and places change with each fix; rules and agents do not.
 * One that was milder before is not new: an entry on a list nobody asked weighs more once the list is asked.
 */
function hasWorse(after: Analysis, before: Analysis, severity: Severity): boolean {
  const known = count(before.findings);
  const severe = after.findings.filter((finding) => severities.indexOf(finding.severity) <= severities.indexOf(severity));
  return [...count(severe)].some(([key, number]) => number > (known.get(key) ?? 0));
}

/** How often each rule speaks of each agent, or speaks at all where it is about none in particular. */
function count(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, agents } of findings) {
    for (const key of agents ? new Set(agents.map((agent) => `${rule} ${agent}`)) : [rule]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
