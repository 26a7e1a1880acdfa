/** What a team decides about single rules: how severe their findings are for it, or that it does not want them. */
import { builtIns } from "./built-in.ts";
import { severities, type Finding } from "./finding.ts";
import { rules } from "./rules.gen.ts";
import { nearestWord } from "./schema/words.ts";

export const ruleLevels = ["off", ...severities] as const;
/** What a rule can be set to. A rule that is set to a severity reports in the default set, whatever set it belongs to otherwise. */
export type RuleLevel = (typeof ruleLevels)[number];
export type RuleLevels = ReadonlyMap<string, RuleLevel>;

/** Every id that can be set to a level. */
export const adjustableIds: readonly string[] = [
  ...rules.map(({ id }) => id),
  ...builtIns.filter(({ isAdjustable }) => isAdjustable).map(({ id }) => id),
];

/** Reads what should be an object of levels by rule id. What is not understood is said in `problems` and has no effect. */
export function readRuleLevels(value: unknown): { readonly levels: RuleLevels; readonly problems: readonly string[] } {
  const levels = new Map<string, RuleLevel>();
  const problems: string[] = [];
  for (const [id, wanted] of Object.entries(typeof value === "object" && value !== null ? value : {})) {
    const level = ruleLevels.find((candidate) => candidate === wanted);
    if (!adjustableIds.includes(id)) problems.push(unknownRule(id));
    else if (level === undefined) problems.push(`"${id}" takes one of ${ruleLevels.join(", ")}`);
    else levels.set(id, level);
  }
  return { levels, problems };
}

/** Why a name is no rule that can be set or ignored, as a clause. */
export function unknownRule(id: string): string {
  if (builtIns.some((builtIn) => builtIn.id === id)) return `"${id}" is no rule`;
  const suggestion = nearestWord(id, adjustableIds);
  return `there is no rule "${id}"${suggestion === undefined ? "" : `; did you mean "${suggestion}"?`}`;
}

/** The finding as the team wants it; undefined when it does not want it. */
export function atLevel(finding: Finding, levels: RuleLevels): Finding | undefined {
  const level = levels.get(finding.rule);
  if (level === undefined) return finding;
  return level === "off" ? undefined : { ...finding, severity: level, set: "default" };
}
