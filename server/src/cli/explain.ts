/** `grantlint explain`: a rule's page, or what a technique or mitigation is and which rules name it, for a reader at a terminal. */
import {
  mitigationUrl,
  techniqueUrl,
  builtIns,
  caseStudies,
  mitigations,
  nearestWord,
  pageOf,
  rules,
  tactics,
  techniques,
  type MitigationId,
  type Rule,
  type TechniqueId,
} from "../core/index.ts";
import { columns } from "./columns.ts";
import { pageText } from "./page-text.ts";

interface PageHost {
  readonly readPage: (rule: string) => string | undefined;
}

/** Undefined when nothing has this name. The prefix `AML.` may be missing. */
export function explainName(name: string, host: PageHost): string | undefined {
  const rule = rules.find(({ id }) => id === name.toLowerCase());
  if (rule) return explainRule(rule, host.readPage(rule.id));
  const builtIn = builtIns.find(({ id }) => id === name.toLowerCase());
  if (builtIn) return `${builtIn.id}\n${builtIn.summary}\n\n${builtIn.why}\n`;
  const id = atlasId(name);
  if (isTechnique(id)) return explainTechnique(id);
  return isMitigation(id) ? explainMitigation(id) : undefined;
}

/** Why there is nothing to explain, with the name that was probably meant. */
export function unknownName(name: string): string {
  const words = [...rules, ...builtIns].map(({ id }) => id);
  // Letters of an id are never wrong by themselves: only a name is worth a guess.
  const suggestion = /^(?:AML\.)?[TM]\d/i.test(name) ? undefined : nearestWord(name, words);
  const hint = suggestion === undefined ? "`grantlint rules` lists the rules" : `did you mean "${suggestion}"?`;
  return `there is no rule, technique or mitigation "${name}"; ${hint}`;
}

function explainRule(rule: Rule, page: string | undefined): string {
  const { id, severity, set = "default", summary, why, atlas, asi, cwe } = rule;
  return sections([
    `${id}  (${severity}, ${set} set)\n${summary}`,
    why,
    list("Enables", atlas.techniques.map(techniqueRow)),
    list("Mitigations", atlas.mitigations.map(mitigationRow)),
    `OWASP Top 10 for Agentic Applications 2026: ${asi.join(", ") || "none"}\nCWE: ${cwe.join(", ") || "none"}`,
    page === undefined ? "" : pageText(page),
    `Page: ${pageOf(id)}`,
  ]);
}

function explainTechnique(id: TechniqueId): string {
  const { name, tactics: goals, mitigations: answers, caseStudies: cases } = techniques[id];
  const seen = cases.flatMap((study) => (study in caseStudies ? [[study, caseStudies[study as keyof typeof caseStudies].name]] : []));
  return sections([
    `${id}  ${name}\nTactics: ${goals.map((goal) => tactics[goal].name).join(", ")}\n${techniqueUrl(id)}`,
    list("Mitigations", answers.map(mitigationRow)),
    list("Seen with this product in", seen),
    rulesNaming(({ atlas }) => atlas.techniques.includes(id)),
  ]);
}

function explainMitigation(id: MitigationId): string {
  const answered = (Object.keys(techniques) as TechniqueId[]).filter((technique) =>
    (techniques[technique].mitigations as readonly MitigationId[]).includes(id),
  );
  return sections([
    `${id}  ${mitigations[id].name}\n${mitigationUrl(id)}`,
    list("Answers", answered.map(techniqueRow)),
    rulesNaming(({ atlas }) => atlas.mitigations.includes(id)),
  ]);
}

function rulesNaming(names: (rule: Rule) => boolean): string {
  const found = rules.filter(names).map(({ id, severity, summary }) => [id, severity, summary]);
  return found.length === 0 ? "No rule names it." : list("Rules that name it", found);
}

function techniqueRow(id: TechniqueId): string[] {
  return [id, `${techniques[id].name} (${techniques[id].tactics.map((tactic) => tactics[tactic].name).join(", ")})`];
}

function mitigationRow(id: MitigationId): string[] {
  return [id, mitigations[id].name];
}

function list(title: string, rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? "" : [title, ...columns(rows).map((row) => `  ${row}`)].join("\n");
}

function sections(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function atlasId(name: string): string {
  const upper = name.toUpperCase();
  return upper.startsWith("AML.") ? upper : `AML.${upper}`;
}

function isTechnique(id: string): id is TechniqueId {
  return Object.hasOwn(techniques, id);
}

function isMitigation(id: string): id is MitigationId {
  return Object.hasOwn(mitigations, id);
}
