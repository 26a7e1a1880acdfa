/** An allowlist entry: what its pattern admits in the release in use. */
import type { Analysis } from "../analyze.ts";
import type { AllowlistEntry, Examples, ProgramExamples } from "../grants/allowlist.ts";
import { listWords } from "../wording.ts";
import { code, escape } from "../markdown.ts";
import type { Redact } from "../redact.ts";
import type { Explanation, Spot } from "./explanation.ts";

export function explainPattern({ policy, release, redact }: Analysis, { file, offset }: Spot): Explanation | undefined {
  const covers = (read: AllowlistEntry["pattern"]): boolean =>
    read.state === "set" && read.at.file === file && read.at.start <= offset && offset <= read.at.end;
  const entry = policy.allowlist.find(({ pattern, argPattern }) => covers(pattern) || covers(argPattern));
  if (!entry || entry.pattern.state !== "set") return undefined;
  const { admits, why, args, isBareShell, launchers, consulted, agent } = entry;
  const withWhat = isBareShell ? "without arguments" : argumentWords[args];
  const leads = isBareShell ? "runs whatever is written to its input" : "can run any other program";
  const lines = [
    `**Allowlist entry** ${code(redact(entry.pattern.value))} for ${agent === undefined ? "every agent" : code(agent)} in OpenClaw ${escape(release.version)}`,
    `Admits ${admitWords[admits]}${admits === "nothing" ? "" : `, ${withWhat}`}: ${escape(why)}.`,
    ...exampleLines(entry, redact),
    ...(launchers.length > 0 ? [`${listWords(launchers.map((name) => code(name)))} ${leads}.`] : []),
    ...(consulted ? [] : ["No exec policy in force consults this list: security is not `allowlist` for whom it serves."]),
  ];
  const at = covers(entry.argPattern) ? entry.argPattern.at : entry.pattern.at;
  return { text: lines.join("\n\n"), at };
}

/** None of an entry with a secret in it: what is made up from one looks much like it, and nobody knows to hide it. */
function exampleLines({ pattern, argPattern, programExamples, argumentExamples }: AllowlistEntry, redact: Redact): string[] {
  const [programs, args] = [programExamples(), argumentExamples()];
  const written = [pattern, argPattern].flatMap((read) => (read.state === "set" ? read.value : []));
  // The signs around a secret may hide it where it is written.
  const madeUp = [programs, args].flatMap((found) => (found ? [...found.admitted, ...found.refused] : []));
  if ([...written, ...madeUp].some((text) => redact(text) !== text)) return [];
  return [
    ...(programs ? [`Compared with ${comparedWords[programs.compared]}, it matches ${exampleWords(programs)}.`] : []),
    ...(args ? [`Its pattern for arguments matches ${exampleWords(args)}.`] : []),
  ];
}

function exampleWords({ admitted, refused }: Examples): string {
  const inCode = (texts: readonly string[]): string => listWords(texts.map((text) => code(text)));
  return `${inCode(admitted)}${refused.length === 0 ? "" : `, not ${inCode(refused)}`}`;
}

const comparedWords: Readonly<Record<ProgramExamples["compared"], string>> = {
  name: "the name a program is called by",
  "found-path": "the path a program is found at",
  "real-path": "the file behind all links to a program",
};

const admitWords: Readonly<Record<AllowlistEntry["admits"], string>> = {
  everything: "every program",
  "any-name": "every program that is called by its name, without a path",
  directory: "every program of a folder",
  "any-directory": "a program of this name in any folder",
  name: "whichever program of this name the search path finds first, called without a path",
  program: "the programs it names",
  nothing: "nothing",
};

const argumentWords: Readonly<Record<AllowlistEntry["args"], string>> = {
  any: "with any arguments",
  loose: "with more arguments than its pattern spells out",
  bound: "with the arguments its pattern spells out",
};
