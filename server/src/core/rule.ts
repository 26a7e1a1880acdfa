/**
 * How a rule is declared, and what it is given: the effective policy to judge, and one way to report.
 * Places, related places, confidence and edits come from the evidence and the dialect; a rule builds none of them by hand.
 */
import type { MitigationId, TechniqueId } from "./atlas/atlas.gen.ts";
import type { TargetRelease, Tightening } from "./dialects/dialect.ts";
import type { Confidence, Edit, Finding, Remediation, RuleSet, Severity } from "./finding.ts";
import type { Contract } from "./grants/contract.ts";
import type { Agent, Because, Grant } from "./grants/grant.ts";
import type { EffectivePolicy } from "./grants/policy.ts";
import type { Location, Path } from "./syntax/tree.ts";

export interface Rule {
  /** Names the danger, in kebab case. The same as the file's name; final from the day it lands. */
  readonly id: string;
  /** The severity unless a report says otherwise. */
  readonly severity: Severity;
  /** `strict`: the rule is not even asked outside the strict set. Otherwise single reports may say that they belong there. */
  readonly set?: "strict";
  /** What it finds, in a few words: the table row and the page's first line. */
  readonly summary: string;
  /** What an attacker gains by it: one or two sentences for the hover and the page. */
  readonly why: string;
  readonly atlas: { readonly techniques: readonly [TechniqueId, ...TechniqueId[]]; readonly mitigations: readonly MitigationId[] };
  /** Weakness classes of CWE, by number. */
  readonly cwe: readonly number[];
  /** Entries of the OWASP Top 10 for Agentic Applications 2026. */
  readonly asi: readonly `ASI${number}`[];
  /** The checks of the product's own audit that it answers, by id. */
  readonly upstream?: readonly string[];
  check(context: RuleContext): void;
}

export interface RuleContext {
  readonly policy: EffectivePolicy;
  /** What the agents need, as far as their owner wrote it down. */
  readonly contract: Contract;
  readonly release: TargetRelease;
  /** What the product's own reader and validator say about the files. */
  readonly faults: readonly Finding[];
  report(evidence: Evidence, report: Report): void;
  /** The smallest edits that close a grant, or none when no edit of the given files can. */
  tighten(grant: Grant, to: Tightening): readonly Edit[];
  /** The smallest edits that take these grants from their agent and nothing else from anybody; none when no edit of the given files can. */
  withdraw(agent: Agent, unneeded: readonly Grant[]): readonly Edit[];
}

/** What a finding rests on: a grant, a read, or anything else with a place of its own. */
export type Evidence =
  Grant | { readonly at: Location; readonly path: Path; readonly because?: readonly Because[]; readonly certain?: boolean };

export interface Report {
  /** What is wrong, as one sentence without a full stop. Never holds a secret. */
  readonly message: string;
  /** Left out or undefined: the rule's own. */
  readonly severity?: Severity | undefined;
  readonly set?: RuleSet | undefined;
  /** The agents it is about, where the evidence is not one grant: only then can another finding cover it, or it another. */
  readonly agents?: readonly string[];
  /** Ids of rules that this finding makes superfluous as far as the same agents go: they fold into it and become related places. */
  readonly covers?: readonly string[];
  /** The same of findings at the very same place, whatever agents they speak of. */
  readonly coversHere?: readonly string[];
  /** For evidence that is not certain and still worth saying. */
  readonly confidence?: Confidence;
  readonly related?: Finding["related"];
  readonly remediations?: readonly Remediation[];
}

export function declareRule(rule: Rule): Rule {
  return rule;
}

/** Turns a report into a finding: the decisive read gives the place, and every read becomes a related location. */
export function toFinding(rule: Rule, evidence: Evidence, report: Report): Finding {
  const because = evidence.because ?? [];
  const { at, path } = "at" in evidence ? evidence : (because[0]?.read ?? { at: { file: "", start: 0, end: 0 }, path: [] });
  const agents = report.agents ?? ("agent" in evidence ? [evidence.agent] : undefined);
  const confidence = report.confidence ?? (evidence.certain === false ? "low" : "high");
  return {
    rule: rule.id,
    set: report.set ?? rule.set ?? "default",
    severity: report.severity ?? rule.severity,
    confidence,
    message: report.message,
    at,
    path,
    atlas: { techniques: rule.atlas.techniques, mitigations: rule.atlas.mitigations },
    related: [...(report.related ?? []), ...because.map(({ layer, says, read }) => ({ at: read.at, message: `${layer}: ${says}` }))],
    remediations: report.remediations ?? [],
    covers: report.covers ?? [],
    coversHere: report.coversHere ?? [],
    ...(agents ? { agents } : {}),
  };
}
