/** The least-privilege plan as Markdown, for a person. */
import type { Analysis } from "./analyze.ts";
import { code, inert } from "./markdown.ts";
import { pictureHead, pictureRow } from "./picture.ts";
import { planOf, techniqueName, type Plan } from "./plan.ts";
import { count, listNames, releaseWords } from "./wording.ts";

export function leastPrivilegePlan(analysis: Analysis): string {
  const plan = planOf(analysis);
  const { files, unnamed, chores } = plan;
  return analysis.redact(
    [
      "# Least-privilege plan",
      `${files.map((file) => code(file)).join(", ")} · OpenClaw ${releaseWords(analysis.release)} · ${count(analysis.policy.agents.length, "agent")}`,
      "## What is taken away",
      removalTable(plan),
      ...(unnamed.length > 0
        ? [
            `What ${inert(listNames(unnamed, 6))} ${unnamed.length === 1 ? "needs" : "need"} is not known, because the contract does not say. Write it into \`grantlint.json\`.`,
          ]
        : []),
      "## What each agent may do",
      "The first line of each pair is today, the second is after.",
      grantTable(plan),
      "## Programs that pass without a question",
      allowlists(plan),
      "## The edits",
      edits(plan),
      "## What no edit can do",
      list([...variables(plan), ...chores]),
      "## What remains",
      remains(plan),
      "",
    ].join("\n\n"),
  );
}

function removalTable({ removals }: Plan): string {
  const rows = removals.map(({ agent, capabilities, leavesHost, reason = "see the edits", technique }) => [
    agent,
    [...capabilities, ...(leavesHost ? ["the host"] : [])].join(", "),
    reason,
    techniqueName(technique),
  ]);
  return rows.length === 0 ? "Nothing." : table(["Agent", "Removed", "Reason", "Technique"], rows);
}

function grantTable({ before, after }: Plan): string {
  const everybody = before.policy.agents.length;
  const rows = before.policy.agents.flatMap((agent) => {
    const now = after.policy.agents.find(({ id }) => id === agent.id);
    const [then, later] = [pictureRow(agent, everybody), now ? pictureRow(now, everybody) : []];
    return String(then) === String(later) ? [then] : [then, later.map((cell, index) => (index === 0 ? "" : cell))];
  });
  return table(pictureHead, rows);
}

function allowlists({ programs }: Plan): string {
  const names = (paths: readonly string[]): string => paths.map((path) => code(path, longestProgram)).join(", ");
  const lines = programs.map(({ agent, listed, asked }) => {
    const words = listed.length === 0 ? "nothing" : names(listed);
    const rest =
      asked.length === 0
        ? ""
        : `; a person is asked about ${names(asked)}, which would lead further than the list says, or is no full path`;
    return `**${inert(agent)}**: ${words}${rest}`;
  });
  return lines.length === 0 ? "No agent runs commands on the host." : list(lines);
}

/** Paths of programs are shown whole; what is longer is none. */
const longestProgram = 200;

function edits({ edits: planned }: Plan): string {
  if (planned.length === 0) return "None.";
  const lines = planned.map(({ title, rule, file }) => `${inert(title)} (\`${rule}\`, ${inert(file)})`);
  return `${list([...new Set(lines)])}\n\n\`grantlint fix --review\` shows them as a diff, \`--apply\` makes them.`;
}

function variables({ variables: names }: Plan): string[] {
  if (names.length === 0) return [];
  return [
    `Set these variables where the gateway starts, each with a **new** value, because the old one has stood in a file: ${names.map((name) => `\`${name}\``).join(", ")}. Then revoke the old ones.`,
  ];
}

function remains({ remains: left }: Plan): string {
  return left.length === 0
    ? "Nothing at warning or above."
    : list(left.map(({ severity, message, rule }) => `${severity}: ${inert(message)} (\`${rule}\`)`));
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => inert(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
