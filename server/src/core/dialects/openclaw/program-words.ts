/**
 * Programs of the machine, where an allowlist or a contract names one: by the path that the release compares with. Those that can be made to run any
 * other come last, and say so.
 */
import { cards } from "../../atlas/cards.ts";
import { capabilityCards } from "../../capability-cards.ts";
import { contractRole } from "../../contract.ts";
import { launcherDeeds, type LauncherKind } from "../../grants/allowlist.ts";
import { code, escape } from "../../markdown.ts";
import type { Path } from "../../syntax/tree.ts";
import type { FoundProgram, Word, WordQuestion } from "../dialect.ts";
import { matchesPattern } from "./patterns/glob.ts";
import { isNeverTaken, launcherKind, launchersOf } from "./patterns/launchers.ts";
import { behaviour } from "./releases.ts";

/** `agents.cto.allowlist[0].pattern` of the approvals, `agents.cto.needs[0].programs[0]` of a contract. */
export function namesProgram(role: string, path: Path): boolean {
  if (role === contractRole) return path.at(-2) === "programs";
  return role === "approvals" && path.length === 5 && path[0] === "agents" && path[2] === "allowlist" && path[4] === "pattern";
}

export function programWords({ programs, release }: Pick<WordQuestion, "programs" | "release">): Word[] {
  const now = behaviour(release.version);
  const launchers = launchersOf(now);
  const byPath = new Map(programs.map((program) => [now.comparedPath === "real" ? program.realPath : program.path, program]));
  // As a pattern, some names mean something else than themselves, and some programs are taken under none.
  const plain = [...byPath].filter(([path]) => matchesPattern(path, path, now) === true && !isNeverTaken(nameOf(path), now.release));
  const leadsToAny = ([path]: readonly [string, FoundProgram]): boolean => launchers.named(nameOf(path)).length > 0;
  return [
    ...plain.filter((entry) => !leadsToAny(entry)).map(([path, program]) => programWord(path, program, undefined)),
    ...plain.filter(leadsToAny).map(([path, program]) => programWord(path, program, launcherKind(nameOf(path)))),
  ];
}

function programWord(path: string, program: FoundProgram, launcher: LauncherKind | undefined): Word {
  const deed = launcher && launcherDeeds[launcher](false);
  const link = program.path === path ? [] : [`${code(program.path)} is a link to it.`];
  const danger =
    deed === undefined
      ? []
      : [`It ${deed}, so an entry without a pattern for the arguments allows more than this program.`, ...cards(capabilityCards.exec)];
  return {
    word: path,
    kind: "program",
    detail: deed ?? "a program on this machine",
    about: [`**${escape(nameOf(path))}** is a program on this machine.`, ...link, ...danger].join("\n\n"),
    isSame: (written) => written === path,
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
