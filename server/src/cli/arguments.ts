/** The command line, as data. Knows the options and their values, runs nothing. */
import { parseArgs } from "node:util";
import { adjustableIds, capabilities, readRuleLevels, severities, unknownRule, type RuleLevels, type Severity } from "../core/index.ts";

interface Common {
  readonly paths: readonly string[];
  readonly format: "text" | "json";
  readonly openclaw: string | undefined;
}

/** What an agent needs may also come from what it was seen to use. */
interface Evidential {
  /** In so many last days; undefined when nobody asked. */
  readonly usedWithin: number | undefined;
}

export interface LintCommand extends Omit<Common, "format">, Evidential {
  readonly command: "lint";
  readonly format: "text" | "json" | "sarif";
  readonly minSeverity: Severity;
  readonly strict: boolean;
  /** Also ask the machine who can read and write the files. */
  readonly fs: boolean;
  readonly levels: RuleLevels;
}

export interface GrantsCommand extends Common {
  readonly command: "grants";
  /** Only this agent. */
  readonly agent: string | undefined;
  readonly why: { readonly agent: string; readonly capability: string } | undefined;
  readonly compare: { readonly before: string; readonly after: string } | undefined;
}

export interface FixCommand extends Common, Evidential {
  readonly command: "fix";
  readonly strict: boolean;
  readonly review: boolean;
  readonly apply: boolean;
  /** Only findings of these rules; empty for all. */
  readonly rules: readonly string[];
}

export interface PlanCommand extends Common, Evidential {
  readonly command: "plan";
}

export interface RulesCommand {
  readonly command: "rules";
  readonly format: "text" | "json";
}

export interface ExplainCommand {
  readonly command: "explain";
  /** A rule, a technique or a mitigation, as written. */
  readonly name: string;
}

export type Command =
  | LintCommand
  | GrantsCommand
  | FixCommand
  | PlanCommand
  | RulesCommand
  | ExplainCommand
  | { readonly command: "help" }
  | { readonly command: "version" }
  | { readonly command: "wrong"; readonly why: string };

/** What the arguments ask for. A word that is not understood is `wrong`, never ignored. */
export function readArguments(argv: readonly string[]): Command {
  const [first = "", ...others] = argv;
  const read = readers.get(first);
  try {
    return read ? read(others) : readLint(argv);
  } catch (error) {
    return { command: "wrong", why: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

/** By the first word; without any of them it is `lint`. */
const readers: ReadonlyMap<string, (argv: readonly string[]) => Command> = new Map([
  ["lint", readLint],
  ["grants", readGrants],
  ["fix", readFix],
  ["plan", readPlan],
  ["rules", readRules],
  ["explain", readExplain],
]);

const everywhere = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;
const format = { type: "string", default: "text" } as const;
const usedWithin = { "used-within": { type: "string" } } as const;
const commonOptions = { ...everywhere, format, openclaw: { type: "string" } } as const;

function readLint(argv: readonly string[]): Command {
  const options = {
    ...commonOptions,
    ...usedWithin,
    "min-severity": { type: "string", default: "warning" },
    strict: { type: "boolean", default: false },
    fs: { type: "boolean", default: false },
    rule: { type: "string", multiple: true, default: [] as string[] },
  } as const;
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  const minSeverity = severities.find((severity) => severity === values["min-severity"]);
  if (minSeverity === undefined) throw new Error(`--min-severity takes one of ${severities.join(", ")}`);
  return {
    command: "lint",
    ...readCommon({ ...values, format: "text" }, positionals),
    format: readFormat(values.format, ["text", "json", "sarif"]),
    usedWithin: readDays(values["used-within"]),
    minSeverity,
    strict: values.strict,
    fs: values.fs,
    levels: readLevels(values.rule),
  };
}

/** Each `<id>=<level>`. */
function readLevels(settings: readonly string[]): RuleLevels {
  const pairs = settings.map((setting) => {
    const [id = "", level = ""] = setting.split("=", 2);
    return [id.trim(), level.trim()];
  });
  const { levels, problems } = readRuleLevels(Object.fromEntries(pairs));
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`--rule: ${problem}`);
  return levels;
}

function readFix(argv: readonly string[]): Command {
  const options = {
    ...commonOptions,
    ...usedWithin,
    strict: { type: "boolean", default: false },
    review: { type: "boolean", default: false },
    apply: { type: "boolean", default: false },
    rule: { type: "string", multiple: true, default: [] as string[] },
  } as const;
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  const { strict, review, apply, rule: rules } = values;
  const unknown = rules.find((id) => !adjustableIds.includes(id));
  if (unknown !== undefined) throw new Error(`--rule: ${unknownRule(unknown)}`);
  return { command: "fix", ...readCommon(values, positionals), usedWithin: readDays(values["used-within"]), strict, review, apply, rules };
}

function readPlan(argv: readonly string[]): Command {
  const options = { ...commonOptions, ...usedWithin } as const;
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  return { command: "plan", ...readCommon(values, positionals), usedWithin: readDays(values["used-within"]) };
}

function readRules(argv: readonly string[]): Command {
  const { values } = parseArgs({ args: [...argv], options: { ...everywhere, format } });
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  return { command: "rules", format: readFormat(values.format, ["text", "json"]) };
}

function readExplain(argv: readonly string[]): Command {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: everywhere });
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new Error("explain takes one rule, technique or mitigation");
  return { command: "explain", name };
}

function readGrants(argv: readonly string[]): Command {
  const options = { ...commonOptions, agent: { type: "string" } } as const;
  const why = takePair(argv, "--why", "an agent and a capability");
  if (why.pair) checkCapability(why.pair[1]);
  const compare = takePair(why.rest, "--compare-releases", "two releases");
  const { values, positionals } = parseArgs({ args: [...compare.rest], allowPositionals: true, options });
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  for (const release of compare.pair ?? []) checkRelease("--compare-releases", release, "two releases such as 2026.2.17 2026.6.1");
  return {
    command: "grants",
    ...readCommon(values, positionals),
    agent: values.agent,
    why: why.pair && { agent: why.pair[0], capability: why.pair[1] },
    compare: compare.pair && { before: compare.pair[0], after: compare.pair[1] },
  };
}

function readCommon(values: { readonly format: string; readonly openclaw?: string }, paths: readonly string[]): Common {
  const { openclaw } = values;
  const format = readFormat(values.format, ["text", "json"]);
  if (openclaw !== undefined) checkRelease("--openclaw", openclaw);
  if (paths.length === 0) throw new Error("no path given");
  return { paths, format, openclaw };
}

const longestTime = 3650;

function readDays(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const days = /^\d+$/.test(value) ? Number(value) : 0;
  if (days < 1 || days > longestTime) throw new Error(`--used-within takes a number of days from 1 to ${longestTime}`);
  return days;
}

function readFormat<Format extends string>(written: string, formats: readonly [Format, ...Format[]]): Format {
  const format = formats.find((candidate) => candidate === written);
  if (format === undefined) throw new Error(`--format takes one of ${formats.join(", ")}`);
  return format;
}

function checkRelease(option: string, release: string, what = "a release such as 2026.6.1"): void {
  if (!/^v?\d{4}\.\d+\.\d+/.test(release)) throw new Error(`${option} takes ${what}`);
}

function checkCapability(written: string): void {
  if ((capabilities as readonly string[]).includes(written)) return;
  throw new Error(`--why takes an agent and a capability; "${written}" is none: ${capabilities.join(", ")}`);
}

/** An option with two values, which the standard reader does not know. */
function takePair(argv: readonly string[], option: string, what: string): { pair: [string, string] | undefined; rest: readonly string[] } {
  const index = argv.indexOf(option);
  if (index < 0) return { pair: undefined, rest: argv };
  const [first, second] = argv.slice(index + 1, index + 3);
  if (first === undefined || second === undefined) throw new Error(`${option} takes ${what}`);
  return { pair: [first, second], rest: [...argv.slice(0, index), ...argv.slice(index + 3)] };
}
