/**
 * The whole path from a config set to its findings, readable as a list. Pure: the same set gives the same analysis, nothing is kept between calls.
 */
import { contractFindings, contractRole, readContract } from "./contract.ts";
import type { ConfigSet, Dialect, TargetRelease } from "./dialects/dialect.ts";
import { builtInFinding, severities, type Finding } from "./finding.ts";
import { foldCovered } from "./fold.ts";
import type { Contract } from "./grants/contract.ts";
import type { EffectivePolicy } from "./grants/policy.ts";
import { redactorOf, type Redact } from "./redact.ts";
import { toFinding, type Rule } from "./rule.ts";
import { rules as allRules } from "./rules.gen.ts";
import type { SchemaSource } from "./schema/schema-source.ts";
import { atLevel, type RuleLevels } from "./severities.ts";
import { suppress, type IgnoredFinding } from "./suppress.ts";
import type { Location } from "./syntax/tree.ts";

export interface AnalysisOptions {
  /** The release asked for; otherwise it is settled from the files. */
  readonly openclaw?: string | undefined;
  readonly schemas: SchemaSource;
  /** The rules to run; all of them unless a test asks for one. */
  readonly rules?: readonly Rule[];
  /** Also what belongs to the strict set, and every finding by itself, folded into no other. */
  readonly strict?: boolean;
  /** What is decided about single rules, by id. */
  readonly levels?: RuleLevels;
}

export interface Analysis {
  readonly set: ConfigSet;
  readonly dialect: Dialect;
  readonly release: TargetRelease;
  /** What it was asked for with, so that a changed set can be judged alike. */
  readonly options: AnalysisOptions;
  readonly policy: EffectivePolicy;
  /** What the agents need, as far as their owner wrote it down. */
  readonly contract: Contract;
  /** In the order of files and places. */
  readonly findings: readonly Finding[];
  /** Findings that a comment says to ignore, with its reason. */
  readonly ignored: readonly IgnoredFinding[];
  /** Takes the set's secrets out of a text that quotes it. */
  readonly redact: Redact;
  /** Rules that broke. The others' findings stand; the host says so once. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[];
}

export function analyze(set: ConfigSet, dialect: Dialect, options: AnalysisOptions): Analysis {
  const { levels = noLevels, rules = allRules } = options;
  const release = dialect.targetRelease(set, options.openclaw);
  const policy = dialect.resolve(set, release);
  const shape = [...syntaxFindings(set), ...dialect.validate(set, release, options.schemas)];
  const read = readContract(set);
  const { contract } = read;
  const failures: { rule: string; error: unknown }[] = [];
  const ran = new Set<string>();
  const reported: Finding[] = [];
  const isAsked = ({ id, set: wanted }: Rule): boolean =>
    levels.has(id) ? levels.get(id) !== "off" : options.strict === true || wanted !== "strict";
  for (const rule of rules.filter(isAsked)) {
    try {
      rule.check({
        policy,
        contract,
        release,
        faults: shape,
        report: (evidence, report) => reported.push(toFinding(rule, evidence, report)),
        tighten: (grant, to) => dialect.tighten(set, release, grant, to),
        withdraw: (agent, unneeded) => dialect.withdraw(set, release, agent, unneeded),
      });
      ran.add(rule.id);
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  }
  const known = new Set([...allRules, ...rules].map(({ id }) => id));
  const { findings, ignored, complaints } = suppress(set, atLevels(reported, levels), known, ran);
  const isWanted = (finding: Finding): boolean => options.strict === true || finding.set === "default";
  const redact = redactorOf(set, policy.credentials);
  const judged = options.strict ? findings : foldCovered(findings.filter(isWanted));
  return {
    set,
    dialect,
    release,
    options,
    policy,
    contract,
    findings: inOrder(
      set,
      [...shape, ...judged, ...atLevels([...complaints, ...contractFindings(set, read, policy)], levels)].map((finding) =>
        redacted(finding, redact),
      ),
    ),
    ignored: ignored.map(({ finding, ...why }) => ({ finding: redacted(finding, redact), ...why })),
    redact,
    failures,
  };
}

/** The same finding in words that anybody may read. */
function redacted(finding: Finding, redact: Redact): Finding {
  return {
    ...finding,
    message: redact(finding.message),
    related: finding.related.map((other) => ({ ...other, message: redact(other.message) })),
    remediations: finding.remediations.map((remediation) => ({ ...remediation, title: redact(remediation.title) })),
  };
}

const noLevels: RuleLevels = new Map();

function atLevels(findings: readonly Finding[], levels: RuleLevels): Finding[] {
  return findings.flatMap((finding) => atLevel(finding, levels) ?? []);
}

/** What the parser says, as findings of the rule `syntax`. */
function syntaxFindings(set: ConfigSet): Finding[] {
  const ofProduct = set.files.filter(({ role }) => role !== contractRole);
  return ofProduct.flatMap((file) =>
    file.parsed.problems.map(({ severity, message, offset, length, related }) => {
      const place = (start: number, size: number): Location => ({ file: file.uri, start, end: start + size });
      const other = related ? [{ at: place(related.offset, related.length), message: related.message }] : [];
      return builtInFinding({ rule: "syntax", severity, message, at: place(offset, length), related: other });
    }),
  );
}

/** File by file in the set's order, then by place, then the worst first. */
function inOrder(set: ConfigSet, findings: readonly Finding[]): Finding[] {
  const order = new Map(set.files.map((file, index) => [file.uri, index]));
  const rank = (finding: Finding): number => order.get(finding.at.file) ?? set.files.length;
  return [...findings].sort(
    (one, other) =>
      rank(one) - rank(other) ||
      one.at.start - other.at.start ||
      severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
      one.at.end - other.at.end,
  );
}
