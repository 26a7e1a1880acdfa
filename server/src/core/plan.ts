/**
 * The least-privilege plan of a set, as data: what is taken from whom and why, what each agent may do before and after, and what no edit of a file can do.
 * It tells what the fixes would do and changes nothing.
 */
import type { Analysis } from "./analyze.ts";
import { techniques, type TechniqueId } from "./atlas/atlas.gen.ts";
import type { Severity } from "./finding.ts";
import { fixSet, type FixedSet } from "./fix-set.ts";
import { programsNeeded, termsOf, whyNotNeeded } from "./grants/contract.ts";
import type { Agent, Capability, Grant } from "./grants/grant.ts";
import { rules } from "./rules.gen.ts";
import { relativePath } from "./uri.ts";

/** Its texts may quote the set: whoever prints them takes the set's secrets out. */
export interface Plan {
  /** By their path from the set's folder. */
  readonly files: readonly string[];
  /** The set before and after, agent by agent. */
  readonly before: Analysis;
  readonly after: Analysis;
  /** Agents of which no contract says what they need. */
  readonly unnamed: readonly string[];
  readonly removals: readonly Removal[];
  readonly programs: readonly AgentPrograms[];
  readonly edits: readonly PlannedEdit[];
  /** Variables that take the place of a secret, and are to be set before the next start. */
  readonly variables: readonly string[];
  /** What else no edit can do, in Markdown. */
  readonly chores: readonly string[];
  /** Findings that stay, at warning or above. */
  readonly remains: readonly { readonly severity: Severity; readonly message: string; readonly rule: string }[];
}

export interface Removal {
  readonly agent: string;
  readonly capabilities: readonly Capability[];
  /** Whether what is left for files and commands happens in a sandbox from now on. */
  readonly leavesHost: boolean;
  /** As the contract says it; undefined where the edits alone tell. */
  readonly reason: string | undefined;
  readonly technique: TechniqueId;
}

/** Programs that an agent with host commands still runs without a question, and those its contract names that stay to be asked about. */
export interface AgentPrograms {
  readonly agent: string;
  readonly listed: readonly string[];
  readonly asked: readonly string[];
}

export interface PlannedEdit {
  readonly title: string;
  readonly rule: string;
  /** Where the finding stands, by its path from the set's folder. */
  readonly file: string;
}

export function planOf(analysis: Analysis): Plan {
  const fixed = fixSet(analysis, { review: true, strict: false, rules: [] });
  const { set, release, policy, contract } = analysis;
  const { before, after, fixes } = fixed;
  return {
    files: set.files.map(({ uri }) => relativePath(set.root, uri)),
    before,
    after,
    unnamed: policy.agents.filter(({ id }) => termsOf(contract, id)?.certain !== true).map(({ id }) => id),
    removals: removalsOf(fixed),
    programs: programsOf(fixed),
    edits: fixes.map(({ finding, remediation }) => ({
      title: remediation.title,
      rule: finding.rule,
      file: relativePath(before.set.root, finding.at.file),
    })),
    variables: variablesOf(fixed),
    chores: analysis.dialect.chores(after.set, release),
    remains: after.findings
      .filter(({ set: wanted, severity }) => wanted === "default" && (severity === "error" || severity === "warning"))
      .map(({ severity, message, rule }) => ({ severity, message, rule })),
  };
}

/** The table of the audit: who loses what, why, and what it would have enabled. */
function removalsOf({ before, after }: FixedSet): Removal[] {
  const technique = rules.find(({ id }) => id === "unneeded-grant")?.atlas.techniques[0] ?? "AML.T0053";
  return before.policy.agents.flatMap((agent) => {
    const now = after.policy.agents.find(({ id }) => id === agent.id);
    const { gone, leavesHost } = lossesOf(agent, now);
    if (gone.length === 0 && !leavesHost) return [];
    const terms = termsOf(before.contract, agent.id);
    const known = terms?.reason ?? (terms ? whyNotNeeded(terms) : undefined);
    const reason = gone.length === 0 ? "a sandbox is enough" : known;
    return [{ agent: agent.id, capabilities: gone, leavesHost, reason, technique }];
  });
}

/** The capabilities that are gone, and whether what is left of those for files and commands happens in a sandbox now. */
function lossesOf(agent: Agent, now: Agent | undefined): { readonly gone: readonly Capability[]; readonly leavesHost: boolean } {
  const [then, left] = [own(agent), now ? own(now) : []];
  const gone = then.filter((grant) => !left.some(({ capability }) => capability === grant.capability)).map(({ capability }) => capability);
  const leavesHost = then.some(
    (grant) =>
      grant.reach === "host" &&
      left.some(({ capability }) => capability === grant.capability) &&
      !left.some(({ capability, reach }) => capability === grant.capability && reach === "host"),
  );
  return { gone: [...new Set(gone)], leavesHost };
}

function own({ grants }: Agent): Grant[] {
  return grants.filter(({ via, gate }) => via.length === 0 && gate !== "deny");
}

function programsOf({ after }: FixedSet): AgentPrograms[] {
  return after.policy.agents.flatMap((agent) => {
    if (!own(agent).some(({ capability, reach }) => capability === "exec" && reach === "host")) return [];
    const entries = after.policy.allowlist.filter((entry) => (entry.agent ?? agent.id) === agent.id);
    const listed = entries.flatMap(({ pattern }) => (pattern.state === "set" ? [pattern.value] : []));
    const asked = programsNeeded(termsOf(after.contract, agent.id)).filter((program) => !listed.includes(program));
    return [{ agent: agent.id, listed, asked }];
  });
}

/** Credentials that now come from the environment. */
function variablesOf({ before, after }: FixedSet): string[] {
  const literal = before.policy.credentials.filter(({ form, reference }) => form === "literal" && reference);
  const stillThere = new Set(after.policy.credentials.filter(({ form }) => form === "literal").map(({ fingerprint }) => fingerprint));
  const moved = literal.filter(({ fingerprint }) => !stillThere.has(fingerprint));
  return [...new Set(moved.map(({ reference }) => reference?.variable ?? ""))];
}

/** What a technique is called, with its id. */
export function techniqueName(id: TechniqueId): string {
  return `${id} ${techniques[id].name}`;
}
