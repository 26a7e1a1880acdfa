/** When the meaning of an allowlist changed: patterns, arguments, safe programs. Facts with their source, no logic. */
import type { ChangePoint } from "./change-point.ts";

export interface AllowlistBehaviour {
  /** What an allowlist entry's `argPattern` does. */
  readonly argPattern: "ignored" | "windows-only" | "honoured";
  /** What an allowlist pattern without a path separator matches: nothing, everything if it is a lone `*`, or the names of programs that are called by name alone. */
  readonly barePattern: "nothing" | "lone-star" | "name";
  /**
   * What a path in an allowlist pattern is read as. `live-expression`: upper and lower case are one, `?` is any character, and what means
   * something in a regular expression means it here; `caseless-glob`: only `*`, `**` and `?` mean something; `glob`: case counts too, and
   * `?` is never a slash.
   */
  readonly pathPattern: "live-expression" | "caseless-glob" | "glob";
  /** What a pattern is compared with: the path a program was found at, or the file behind all links. */
  readonly comparedPath: "found" | "real";
  /** What an entry saved by "allow always" grants when nothing binds it to one command. */
  readonly unboundAllowAlways: "program" | "nothing";
  /** Whether entries bound to one directory and one list of arguments, or to one command text, exist. */
  readonly boundEntries: { readonly commandText: boolean; readonly directoryAndArguments: boolean };
  /** Whether the document also keeps tools of servers that were allowed for good. */
  readonly grantedTools: boolean;
  /** Programs that pass without being listed, as long as they only read what is piped to them. */
  readonly safeBins: readonly string[];
  /** What a safe program needs besides its name: nothing, a known profile of arguments, or a profile and a trusted folder too. */
  readonly safeBinRule: "name" | "trusted-folder" | "profile-and-trusted-folder";
  /** Programs that are never taken as safe. */
  readonly neverSafeBins: readonly string[];
}

/** What held in 2026.2.17 and before the first change point. */
export const firstAllowlistBehaviour: AllowlistBehaviour = {
  argPattern: "ignored",
  barePattern: "nothing",
  pathPattern: "live-expression",
  comparedPath: "found",
  unboundAllowAlways: "program",
  boundEntries: { commandText: false, directoryAndArguments: false },
  grantedTools: false,
  safeBins: ["jq", "grep", "cut", "sort", "uniq", "head", "tail", "tr", "wc"],
  safeBinRule: "name",
  neverSafeBins: [],
};

export const allowlistChanges: readonly ChangePoint<AllowlistBehaviour>[] = [
  {
    id: "safe-folders",
    since: "2026.2.19",
    what: "programs are taken as safe only in trusted folders; grep and sort no longer are by default",
    source: "read in 2026.2.17 and 2026.2.19",
    values: { safeBinRule: "trusted-folder", safeBins: ["jq", "cut", "uniq", "head", "tail", "tr", "wc"] },
  },
  {
    id: "T6",
    since: "2026.2.22",
    what: "a safe program needs a profile of its arguments",
    source: "read in 2026.2.21 and 2026.2.22",
    values: { safeBinRule: "profile-and-trusted-folder" },
  },
  {
    id: "lone-star",
    since: "2026.2.24",
    what: "an allowlist pattern of a lone * admits every program",
    source: "matcher run in 2026.2.23 and 2026.2.24",
    values: { barePattern: "lone-star" },
  },
  {
    id: "plain-globs",
    since: "2026.3.2",
    what: "what means something in a regular expression is literal in an allowlist pattern",
    source: "matcher run in 2026.3.1 and 2026.3.2",
    values: { pathPattern: "caseless-glob" },
  },
  {
    id: "pattern-case",
    since: "2026.3.13",
    what: "allowlist patterns tell upper from lower case, and ? is never a slash",
    source: "matcher read in 2026.3.11 and 2026.3.13, run in 2026.3.11 and 2026.3.22",
    values: { pathPattern: "glob" },
  },
  {
    id: "safe-jq",
    since: "2026.3.22",
    what: "jq is no longer taken as safe by default",
    source: "read in 2026.3.13 and 2026.3.22",
    values: { safeBins: ["cut", "uniq", "head", "tail", "tr", "wc"] },
  },
  {
    id: "never-safe",
    since: "2026.3.31",
    what: "awk and sed are never taken as safe",
    source: "read in 2026.3.28 and 2026.3.31",
    values: { neverSafeBins: ["awk", "gawk", "mawk", "nawk", "sed", "gsed"] },
  },
  {
    id: "command-text",
    since: "2026.4.1",
    what: "an entry can stand for one command text",
    source: "read in 2026.3.31 and 2026.4.1",
    values: { boundEntries: { commandText: true, directoryAndArguments: false } },
  },
  {
    id: "argument-pattern-windows",
    since: "2026.4.2",
    what: "argPattern of an allowlist entry is honoured on Windows",
    source: "matcher read in 2026.4.1 and 2026.4.2",
    values: { argPattern: "windows-only" },
  },
  {
    id: "T18",
    since: "2026.4.24",
    what: "allowlist patterns without a separator match program names",
    source: "matcher run in 2026.4.23 and 2026.4.24; that a program called by a path is not matched, commands run in 2026.6.1 and 2026.9.6",
    values: { barePattern: "name" },
  },
  {
    id: "T5",
    since: "2026.5.12",
    what: "argPattern of an allowlist entry is honoured everywhere",
    source: "matcher run in 2026.5.7 and 2026.5.12",
    values: { argPattern: "honoured" },
  },
  {
    id: "real-path",
    since: "2026.5.18",
    what: "allowlist patterns are compared with the file behind all links",
    source: "matcher run in 2026.5.12 and 2026.5.18",
    values: { comparedPath: "real" },
  },
  {
    id: "bound-entries",
    since: "2026.7.33",
    what: "an entry saved by allow always binds the directory and the arguments, and grants nothing when it does not",
    source: "matcher run in 2026.7.1-2 and 2026.7.35; that of 2026.7.33 is the same file as the latter",
    values: { unboundAllowAlways: "nothing", boundEntries: { commandText: true, directoryAndArguments: true } },
  },
  {
    id: "granted-tools",
    since: "2026.9.1",
    what: "the approvals document keeps tools of MCP servers that were allowed for good, whatever their arguments",
    source: "document reader read in 2026.8.2, 2026.9.1 and 2026.9.6",
    values: { grantedTools: true },
  },
  {
    id: "never-safe-jq",
    since: "2026.7.1",
    what: "jq is never taken as safe",
    source: "read in 2026.6.11 and 2026.7.1; no stable release lies between",
    values: { neverSafeBins: ["awk", "gawk", "mawk", "nawk", "sed", "gsed", "jq"] },
  },
];
