/** Lists of safe programs that somebody wrote: what passes and leads anywhere, what is ignored. */
import type { IneffectiveSetting } from "../../../grants/ineffective.ts";
import type { SafeProgram } from "../../../grants/exec-settings.ts";
import { launcherKind, launchersOf } from "../patterns/launchers.ts";
import { resolveSafeBins, type SafeBin } from "../safe-bins.ts";
import { safeBinProfiles } from "../tables/safe-bins.ts";
import { listNames } from "../../../wording.ts";
import { asksAllowlist, decidingPlaces, type Deciding, type ExecContext } from "./context.ts";

/** A list with what the release makes of it. */
type WrittenList = Deciding & { readonly bins: readonly SafeBin[]; readonly certain: boolean };

type ListContext = Pick<ExecContext, "config" | "roster" | "behaviour">;

function writtenLists(context: ListContext): WrittenList[] {
  const lists = decidingPlaces(context, "tools", "exec", "safeBins").filter(({ place }) => place.node !== undefined);
  if (lists.length === 0) return [];
  const launchers = launchersOf(context.behaviour);
  return lists.map((list) => ({ ...list, ...resolveSafeBins(context.config, list.entry, context.behaviour, launchers) }));
}

/** A program with a profile of the release's own is held to it: its options that start others are refused. */
export function findSafePrograms(context: ExecContext): SafeProgram[] {
  return writtenLists(context).flatMap(({ bins, agents }) =>
    bins.flatMap(({ name, read, leadsAnywhere }) => {
      const kind = launcherKind(name);
      if (!leadsAnywhere || kind === undefined || safeBinProfiles.includes(name)) return [];
      return [{ name, kind, read, agents, consulted: asksAllowlist(context, agents) }];
    }),
  );
}

/** Programs on such a list that the release does not take as safe, whatever the list says. */
export function findUnprofiled(context: ListContext): IneffectiveSetting[] {
  return writtenLists(context).flatMap(({ bins, agents, certain }): IneffectiveSetting[] => {
    const ignored = bins.filter(({ state }) => state === "ignored");
    const [first] = ignored;
    if (!first || !certain) return [];
    const isOne = ignored.length === 1;
    return [
      {
        kind: "unprofiled-safe-bin",
        read: first.read,
        agents,
        meant: `${listNames(ignored.map(({ name }) => name))} ${isOne ? "is" : "are"} listed as safe`,
        does: isOne
          ? `${context.behaviour.release} does not take it: ${first.why}`
          : `${context.behaviour.release} takes none of them: a safe program needs a plain name and a profile of its arguments, and some never are`,
        because: [],
        certain: true,
        remedy: {
          title: "Take the names without effect off the list",
          edits: ignored.map(({ read }) => ({ op: "remove", file: read.at.file, path: read.path })),
        },
      },
    ];
  });
}
