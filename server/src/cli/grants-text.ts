/** The effective grants for a person at a terminal: one row per agent, or the chain of reasons of one grant. */
import { gateWords, pictureHead, pictureRow, type Agent, type Analysis, type Because, type Grant } from "../core/index.ts";
import { columns } from "./columns.ts";
import type { GrantsReport } from "./grants-json.ts";
import { pathText, placesOf } from "./report.ts";
import { headWords, printable } from "./text.ts";

export function grantsToText({ root, analysis, agents }: GrantsReport): string {
  if (!analysis) return "";
  const rows = agents.map((agent) => pictureRow(agent, analysis.policy.agents.length));
  return `${printable(root)}\n${headWords(analysis)}\n\n${columns([pictureHead, ...rows.map((row) => row.map(printable))]).join("\n")}\n\n`;
}

/** Every grant of the capability, its reasons below it, the deciding one first. */
export function whyToText(analysis: Analysis, agent: Agent, capability: string): string {
  const grants = agent.grants.filter((grant) => grant.capability === capability);
  const known = [...new Set(agent.grants.map((grant) => grant.capability))].sort().join(", ");
  if (grants.length === 0) return `Agent "${printable(agent.id)}" has no ${capability}. It has: ${known || "nothing"}\n`;
  return grants.map((grant) => grantToText(grant, analysis)).join("\n");
}

function grantToText(grant: Grant, analysis: Analysis): string {
  const through = grant.via.length === 0 ? "" : `, through ${grant.via.join(" → ")}`;
  const head = `${grant.agent}: ${grant.capability} on ${grant.reach}, ${gateWords[grant.gate]}${through}${grant.certain ? "" : " (not certain)"}`;
  return `${[`${head} [${grant.sessions.join(", ")}]`, ...grant.because.map((because) => becauseToText(because, analysis))].map(printable).join("\n")}\n`;
}

function becauseToText({ layer, says, read }: Because, analysis: Analysis): string {
  const places = placesOf(analysis);
  const { line, character } = places.range(read.at).start;
  const path = read.state === "unset" ? ` (${pathText(read.path)} is not set)` : "";
  return `  ${places.fileName(read.at.file)}:${line + 1}:${character + 1}  ${layer}: ${says}${path}`;
}
