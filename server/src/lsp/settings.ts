/** The editor's settings, read leniently: what is not understood has no effect and is told to whoever keeps the log. */
import { readRuleLevels, type RuleLevels } from "../core/index.ts";

export interface Settings {
  /** The release asked for. */
  readonly openclaw: string | undefined;
  readonly strict: boolean;
  readonly levels: RuleLevels;
}

/** `value`: the section `grantlint` as the editor gives it, if it does. */
export function readSettings(value: unknown): { readonly settings: Settings; readonly problems: readonly string[] } {
  const section: Readonly<Record<string, unknown>> = typeof value === "object" && value !== null ? { ...value } : {};
  const { openclawVersion, strict, rules } = section;
  const { levels, problems } = readRuleLevels(rules);
  const openclaw = typeof openclawVersion === "string" && openclawVersion !== "" ? openclawVersion : undefined;
  return { settings: { openclaw, strict: strict === true, levels }, problems: problems.map((problem) => `grantlint.rules: ${problem}`) };
}
