/** What the same files come to mean after an upgrade: per agent, the cells of the picture that change. */
import { pictureHead, pictureRow, type Analysis } from "../core/index.ts";
import { printable } from "./text.ts";

export interface Change {
  readonly agent: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export function changesBetween(before: Analysis, after: Analysis): Change[] {
  const ids = [...new Set([...before.policy.agents, ...after.policy.agents].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [earlier, later] = [rowOf(before, id), rowOf(after, id)];
    return pictureHead.slice(1).flatMap((what, index): Change[] => {
      const [from, to] = [earlier?.[index + 1] ?? "no such agent", later?.[index + 1] ?? "no such agent"];
      return from === to ? [] : [{ agent: id, what, before: from, after: to }];
    });
  });
}

/** Agents that change in the same way share a line. */
export function changesToText(
  root: string,
  releases: readonly [string, string],
  changes: readonly Change[],
  faults: readonly string[],
): string {
  const groups = new Map<string, string[]>();
  for (const { agent, what, before, after } of changes) {
    const line = `${what}: ${before} → ${after}`;
    groups.set(line, [...(groups.get(line) ?? []), agent]);
  }
  const lines = [...groups].map(([line, agents]) => `  ${line}   [${agents.join(", ")}]`);
  const refused = faults.map((message) => `  ${releases[1]} refuses the config: ${message}`);
  const body = [...refused, ...lines].map(printable);
  return `${printable(root)}\nfrom OpenClaw ${releases[0]} to ${releases[1]}\n\n${body.length > 0 ? body.join("\n") : "  Nothing changes."}\n\n`;
}

function rowOf(analysis: Analysis, id: string): string[] | undefined {
  const agent = analysis.policy.agents.find((candidate) => candidate.id === id);
  return agent && pictureRow(agent, analysis.policy.agents.length);
}
