/** From a starting point to its analysis: what every command works through, one set after the other. */
import {
  analyze,
  dialectFor,
  gatherConfigSet,
  type Analysis,
  type AnalysisOptions,
  type ReadFile,
  type SchemaSource,
} from "../core/index.ts";
import type { SetStart } from "./find-sets.ts";

export interface LintHost {
  readonly readFile: ReadFile;
  readonly schemas: SchemaSource;
}

/** The analysis of one set; undefined when its file turns out to be none of ours. */
export async function analyzeSet(
  { start }: SetStart,
  options: Omit<AnalysisOptions, "schemas">,
  host: LintHost,
): Promise<Analysis | undefined> {
  // A file named outright is believed to be a config whatever its name; its content still has to look like one.
  const dialect = dialectFor(start) ?? dialectFor("file:///openclaw.json");
  if (!dialect) return undefined;
  const role = dialect.roleOf(start) ?? { role: "config", grammar: "json5" as const };
  const set = await gatherConfigSet(dialect, start, host.readFile, role);
  return set && analyze(set, dialect, { ...options, schemas: host.schemas });
}

/** Why a set has no analysis, for the person who named it. */
export async function whyLeftAlone({ start }: SetStart, { readFile }: LintHost): Promise<string> {
  const found = await readFile({ uri: start, role: "config", root: start });
  return found.state === "unreadable" ? `left alone, ${found.why}` : "its content is no OpenClaw config, left alone";
}
