/** Instructions and scripts that agents take for their own: where they are read from, and who may write new ones. */
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import type { Read } from "../../../read.ts";
import { at, member, readString } from "../../../reader.ts";
import { writableFolder } from "../patterns/writable.ts";
import { reachedBy } from "../releases.ts";
import { workspacesOf } from "../roster.ts";
import { skillsAppliedUnaskedSince } from "../tables/skill-workshop.ts";
import { loweredGuard, putting, type GuardContext } from "./context.ts";

export function findSkillGuards(context: GuardContext): LoweredGuard[] {
  return [...extraFolders(context), ...workshop(context)];
}

/** What only its user can write to is no worse than the skills that are there anyway. */
function extraFolders({ config, roster, placesAt }: GuardContext): LoweredGuard[] {
  const workspaces = workspacesOf(config, roster);
  return placesAt("skills.load.extraDirs.*")
    .map(readString)
    .flatMap((read) => {
      const writable = read.state === "set" ? writableFolder(read.value, workspaces) : undefined;
      if (read.state !== "set" || writable === undefined || writable.whose === "user") return [];
      return loweredGuard({
        kind: "skill-extra-directory",
        read,
        says: `Agents follow the skills in "${read.value}", ${writable.folder}`,
        weight: writable.whose === "everyone" ? "usual" : "minor",
        restore: putting("Read no skills from there", read, undefined),
      });
    });
}

/** Where agents' own skills count without a person's word. Late releases have it so unless told otherwise. */
function workshop({ config, behaviour }: GuardContext): LoweredGuard[] {
  const block = at(config, "skills", "workshop");
  const policy = readString(member(block, "approvalPolicy"));
  const mode = readString(at(block, "autonomous", "mode"));
  if (policy.state === "unknown" || mode.state === "unknown") return [];
  const isDefault = reachedBy(behaviour.release)(skillsAppliedUnaskedSince);
  const lowered = [
    ...(isAuto(policy, isDefault) ? [{ read: policy, restored: "pending" }] : []),
    ...(isDefault && isAuto(mode, true) ? [{ read: mode, restored: "propose" }] : []),
  ];
  const [first] = lowered;
  if (!first) return [];
  const edits = lowered.flatMap(({ read, restored }) => putting("", read, restored).edits);
  return [
    loweredGuard({
      kind: "self-written-skills",
      read: first.read,
      says: "Agents write skills for themselves, and nobody is asked before they count",
      weight: isDefault ? "minor" : "usual",
      restore: { title: "Have a person approve new skills", edits },
    }),
  ];
}

function isAuto(read: Read<string>, isDefault: boolean): boolean {
  return read.state === "set" ? read.value === "auto" : isDefault;
}
