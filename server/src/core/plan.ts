/**
 * The least-privilege plan of a set, as Markdown for a person: what is taken from whom and why, what each agent may do before and after, and what
 * no edit of a file can do. It tells what the fixes would do and changes nothing.
 */
import type { Analysis } from "./analyze.ts";
import { techniques } from "./atlas/atlas.gen.ts";
import { fixSet, type FixedSet } from "./fix-set.ts";
import { programsNeeded, termsOf, whyNotNeeded } from "./grants/contract.ts";
import type { Agent, Grant } from "./grants/grant.ts";
import { code, inert } from "./markdown.ts";
import { pictureHead, pictureRow } from "./picture.ts";
import { rules } from "./rules.gen.ts";
import type { Uri } from "./syntax/tree.ts";
import { relativePath } from "./uri.ts";
import { count, listNames } from "./wording.ts";

export function leastPrivilegePlan(analysis: Analysis): string {
  const fixed = fixSet(analysis, { review: true, strict: false, rules: [] });
  const { set, release, policy, contract } = analysis;
  const files = set.files.map(({ uri }) => code(relativePath(set.root, uri))).join(", ");
  const unnamed = policy.agents.filter(({ id }) => termsOf(contract, id)?.certain !== true).map(({ id }) => id);
  return analysis.redact(
    [
      "# Least-privilege plan",
      `${files} · OpenClaw ${release.version} · ${count(policy.agents.length, "agent")}`,
      "## What is taken away",
      removalTable(fixed),
      ...(unnamed.length > 0
        ? [
            `What ${inert(listNames(unnamed, 6))} ${unnamed.length === 1 ? "needs" : "need"} is not known, because the contract does not say. Write it into \`grantlint.json\`.`,
          ]
        : []),
      "## What each agent may do",
      "The first line of each pair is today, the second is after.",
      grantTable(fixed),
      "## Programs that pass without a question",
      allowlists(fixed),
      "## The edits",
      edits(fixed),
      "## What no edit can do",
      list([...exports(fixed), ...analysis.dialect.chores(fixed.after.set, release)]),
      "## What remains",
      remains(fixed),
      "",
    ].join("\n\n"),
  );
}

/** The table of the audit: who loses what, why, and what it would have enabled. */
function removalTable({ before, after }: FixedSet): string {
  const technique = rules.find(({ id }) => id === "unneeded-grant")?.atlas.techniques[0] ?? "AML.T0053";
  const rows = before.policy.agents.flatMap((agent) => {
    const now = after.policy.agents.find(({ id }) => id === agent.id);
    const { gone, leavesHost } = lossesOf(agent, now);
    if (gone.length === 0 && !leavesHost) return [];
    const terms = termsOf(before.contract, agent.id);
    const known = terms?.reason ?? (terms ? whyNotNeeded(terms) : "see the edits");
    const reason = gone.length === 0 ? "a sandbox is enough" : known;
    return [[agent.id, [...gone, ...(leavesHost ? ["the host"] : [])].join(", "), reason, `${technique} ${techniques[technique].name}`]];
  });
  return rows.length === 0 ? "Nothing." : table(["Agent", "Removed", "Reason", "Technique"], rows);
}

/** The capabilities that are gone, and whether what is left of those for files and commands happens in a sandbox now. */
function lossesOf(agent: Agent, now: Agent | undefined): { readonly gone: readonly string[]; readonly leavesHost: boolean } {
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

function grantTable({ before, after }: FixedSet): string {
  const everybody = before.policy.agents.length;
  const rows = before.policy.agents.flatMap((agent) => {
    const now = after.policy.agents.find(({ id }) => id === agent.id);
    const [then, later] = [pictureRow(agent, everybody), now ? pictureRow(now, everybody) : []];
    return String(then) === String(later) ? [then] : [then, later.map((cell, index) => (index === 0 ? "" : cell))];
  });
  return table(pictureHead, rows);
}

/** By agent that still runs host commands: what is on its list, and what its contract names and is not. */
function allowlists({ after }: FixedSet): string {
  const lines = after.policy.agents.flatMap((agent) => {
    if (!own(agent).some(({ capability, reach }) => capability === "exec" && reach === "host")) return [];
    const entries = after.policy.allowlist.filter((entry) => (entry.agent ?? agent.id) === agent.id);
    const listed = entries.flatMap(({ pattern }) => (pattern.state === "set" ? [pattern.value] : []));
    const asked = programsNeeded(termsOf(after.contract, agent.id)).filter((program) => !listed.includes(program));
    const words = listed.length === 0 ? "nothing" : listed.map((program) => code(program, longestProgram)).join(", ");
    const rest =
      asked.length === 0
        ? ""
        : `; a person is asked about ${asked.map((program) => code(program, longestProgram)).join(", ")}, which would lead further than the list says, or is no full path`;
    return [`**${inert(agent.id)}**: ${words}${rest}`];
  });
  return lines.length === 0 ? "No agent runs commands on the host." : list(lines);
}

/** Paths of programs are shown whole; what is longer is none. */
const longestProgram = 200;

function edits({ fixes, before }: FixedSet): string {
  if (fixes.length === 0) return "None.";
  const lines = fixes.map(
    ({ finding, remediation }) => `${inert(remediation.title)} (\`${finding.rule}\`, ${inert(nameIn(before, finding.at.file))})`,
  );
  return `${list([...new Set(lines)])}\n\n\`grantlint fix --review\` shows them as a diff, \`--apply\` makes them.`;
}

/** Credentials that now come from the environment: set them before the next start, and replace what has stood in a file. */
function exports({ before, after }: FixedSet): string[] {
  const literal = before.policy.credentials.filter(({ form, reference }) => form === "literal" && reference);
  const stillThere = new Set(after.policy.credentials.filter(({ form }) => form === "literal").map(({ fingerprint }) => fingerprint));
  const moved = literal.filter(({ fingerprint }) => !stillThere.has(fingerprint));
  const names = [...new Set(moved.map(({ reference }) => reference?.variable ?? ""))];
  if (names.length === 0) return [];
  return [
    `Set these variables where the gateway starts, each with a **new** value, because the old one has stood in a file: ${names.map((name) => `\`${name}\``).join(", ")}. Then revoke the old ones.`,
  ];
}

function remains({ after }: FixedSet): string {
  const left = after.findings.filter(({ set, severity }) => set === "default" && (severity === "error" || severity === "warning"));
  return left.length === 0
    ? "Nothing at warning or above."
    : list(left.map(({ severity, message, rule }) => `${severity}: ${inert(message)} (\`${rule}\`)`));
}

function nameIn({ set }: Analysis, uri: Uri): string {
  return relativePath(set.root, uri);
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => inert(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
