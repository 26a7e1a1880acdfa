/** Analyzes texts without any file: how tests hand a config set to the core. What the findings say is searched for secrets. */
import { analyze, type Analysis } from "../server/src/core/analyze.ts";
import { dialectFor } from "../server/src/core/dialects/index.ts";
import { openclaw } from "../server/src/core/dialects/openclaw/index.ts";
import type { ConfigSet } from "../server/src/core/dialects/dialect.ts";
import type { Evidence } from "../server/src/core/grants/evidence.ts";
import type { FileStatus } from "../server/src/core/grants/kept-file.ts";
import { withKeptFiles } from "../server/src/core/kept-files.ts";
import { gatherConfigSet, type FileText, type ReadRequest } from "../server/src/core/gather.ts";
import type { Rule } from "../server/src/core/rule.ts";
import type { RuleLevels } from "../server/src/core/severities.ts";
import { searchAnalysis } from "./secret-search.ts";
import { testSchemas } from "./test-schemas.ts";

export interface TextSet {
  readonly files: Readonly<Record<string, string>>;
  /** Names we pretend not to have been given; all others that are not in `files` do not exist. */
  readonly unknownFiles?: readonly string[];
  readonly openclaw?: string | undefined;
  readonly rules?: readonly Rule[];
  readonly strict?: boolean;
  readonly levels?: RuleLevels;
  readonly evidence?: Evidence | undefined;
  /** What the machine says of files and folders, by path below the set's folder; `.` is the folder itself. */
  readonly kept?: Readonly<Record<string, FileStatus>>;
  /**
   * Nobody wrote the texts: they were cut or put together by chance. Any word of ours may come to stand in the place of a secret there, and a secret in that of a
   * key, so what is said of them is not searched for secrets.
   */
  readonly isByChance?: boolean;
}

const folder = "file:///set";

/** Throws when no given file is a config: a test that analyzes nothing proves nothing. */
export async function analyzeTexts(texts: TextSet): Promise<Analysis> {
  const analysis = await analyzeIfOurs(texts);
  if (!analysis) throw new Error(`no config among ${Object.keys(texts.files).join(", ")}`);
  return analysis;
}

/** Undefined when the content of the files is no config. */
export async function analyzeIfOurs({
  files,
  unknownFiles = [],
  openclaw: release,
  rules,
  strict = false,
  levels = new Map(),
  evidence,
  kept,
  isByChance = false,
}: TextSet): Promise<Analysis | undefined> {
  const names = Object.keys(files);
  const start = names.find((name) => name !== "exec-approvals.json") ?? names[0] ?? "";
  const readFile = ({ uri }: ReadRequest): FileText => {
    const name = decodeURIComponent(uri.slice(folder.length + 1));
    // A file of the name `__proto__` is not there only because every object has one.
    const text = Object.hasOwn(files, name) ? files[name] : undefined;
    if (text !== undefined) return { state: "read", text };
    return unknownFiles.includes(name) ? { state: "unreadable", why: "the file was not given" } : { state: "absent" };
  };
  const dialect = dialectFor(`${folder}/${start}`) ?? openclaw;
  const set = await gatherConfigSet(dialect, `${folder}/${start}`, readFile);
  const statusOf = (uri: string): FileStatus | undefined => kept?.[uri === folder ? "." : nameOf(uri)];
  const noted = (seen: ConfigSet): ConfigSet => (kept ? withKeptFiles(seen, dialect, statusOf) : seen);
  if (!set) return undefined;
  const analysis = analyze(noted(evidence ? { ...set, evidence } : set), dialect, {
    openclaw: release,
    schemas: testSchemas,
    strict,
    levels,
    ...(rules ? { rules } : {}),
  });
  if (!isByChance) searchAnalysis(analysis);
  return analysis;
}

/** The name of a file of the set, as the test wrote it. */
export function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(folder.length + 1));
}
