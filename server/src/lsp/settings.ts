/** The editor's settings, read leniently: what is not understood has no effect and is told to whoever keeps the log. */
import { readRuleLevels, type RuleLevels } from "../core/index.ts";

export interface Settings {
  /** The release asked for. */
  readonly openclaw: string | undefined;
  readonly strict: boolean;
  readonly levels: RuleLevels;
  /** Show over each agent what it may do. */
  readonly codeLens: boolean;
  /** Show behind what is written what silence means. */
  readonly inlayHints: boolean;
}

/** `value`: the section `grantlint` as the editor gives it, if it does. */
export function readSettings(value: unknown): { readonly settings: Settings; readonly problems: readonly string[] } {
  const section: Readonly<Record<string, unknown>> = typeof value === "object" && value !== null ? { ...value } : {};
  const { openclawVersion, strict, rules } = section;
  const isOn = (key: string): boolean =>
    typeof section[key] !== "object" || section[key] === null || !("enabled" in section[key]) || section[key].enabled !== false;
  const { levels, problems } = readRuleLevels(rules);
  const openclaw = typeof openclawVersion === "string" && openclawVersion !== "" ? openclawVersion : undefined;
  return {
    settings: { openclaw, strict: strict === true, levels, codeLens: isOn("codeLens"), inlayHints: isOn("inlayHints") },
    problems: problems.map((problem) => `grantlint.rules: ${problem}`),
  };
}
