/** The command line, as data. Knows the options and their values, runs nothing. */
import { parseArgs } from "node:util";
import { severities, type Severity } from "../core/index.ts";

export interface LintCommand {
  readonly command: "lint";
  readonly paths: readonly string[];
  readonly format: "text" | "json";
  readonly openclaw: string | undefined;
  readonly minSeverity: Severity;
}

export type Command = LintCommand | { readonly command: "help" } | { readonly command: "version" } | { readonly command: "wrong"; readonly why: string };

export const helpText = `Grantlint: least privilege for AI agents.

Usage: grantlint [lint] [options] <path>...

A path is a folder (its openclaw.json and exec-approvals.json are read together; a folder without them is searched)
or one of the files. Nothing is ever written, run or sent.

Options
  --format text|json       how to print the findings (default: text)
  --openclaw <release>     judge for this release, such as 2026.6.1 (default: the one that last wrote the config)
  --min-severity <level>   error, warning, info or hint: what counts and is printed (default: warning)
  --help, --version

Exit code: 0 nothing at or above the level, 1 findings, 2 wrong usage or an internal failure.

Examples
  grantlint ~/.openclaw
  grantlint --openclaw 2026.9.6 ~/.openclaw          what the next release makes of the same files
  grantlint --format json --min-severity info ./fleet > findings.json
`;

/** What the arguments ask for. A word that is not understood is `wrong`, never ignored. */
export function readArguments(argv: readonly string[]): Command {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: "string", default: "text" },
        openclaw: { type: "string" },
        "min-severity": { type: "string", default: "warning" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    });
  } catch (error) {
    return { command: "wrong", why: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  const paths = positionals[0] === "lint" ? positionals.slice(1) : positionals;
  const minSeverity = severities.find((severity) => severity === values["min-severity"]);
  const { format, openclaw } = values;
  if (minSeverity === undefined) return { command: "wrong", why: `--min-severity takes one of ${severities.join(", ")}` };
  if (format !== "text" && format !== "json") return { command: "wrong", why: "--format takes text or json" };
  if (openclaw !== undefined && !/^v?\d{4}\.\d+\.\d+/.test(openclaw)) return { command: "wrong", why: "--openclaw takes a release such as 2026.6.1" };
  if (paths.length === 0) return { command: "wrong", why: "no path given" };
  return { command: "lint", paths, format, openclaw, minSeverity };
}
