/**
 * The programs that pass an allowlist without standing on it, for one agent. Knows the config alone: whether an allowlist is asked at all
 * is said elsewhere.
 */
import type { Because } from "../../grants/grant.ts";
import { at, elementsOf, member, membersOf, readString, readStringList, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { launchersOf, type Launchers } from "./patterns/launchers.ts";
import type { Behaviour } from "./releases.ts";
import { safeBinProfiles } from "./tables/safe-bins.ts";

export interface SafeBin {
  /** As compared: without blanks around it, lower case. */
  readonly name: string;
  /** `ignored`: it is listed, but the release never takes it as safe. */
  readonly state: "passes" | "ignored";
  readonly why: string;
  /** True for a program that passes and can be made to run any other. */
  readonly leadsAnywhere: boolean;
  readonly read: Read<unknown>;
}

export interface SafeBins {
  readonly bins: readonly SafeBin[];
  /** Folders added to those in which safe programs may lie. */
  readonly folders: readonly Read<string>[];
  readonly because: readonly Because[];
  readonly certain: boolean;
}

/**
 * The agent's own list in place of the global one; the release's defaults where neither is written.
 * Whoever asks for several agents hands the launchers in, which take longest to make.
 */
export function resolveSafeBins(
  config: Place,
  agent: Place | undefined,
  behaviour: Behaviour,
  launchers: Launchers = launchersOf(behaviour),
): SafeBins {
  const layers = [
    ...(agent ? [{ layer: "tools.exec (agent)", place: at(agent, "tools", "exec") }] : []),
    { layer: "tools.exec", place: at(config, "tools", "exec") },
  ];
  const written = layers.find(({ place }) => readStringList(member(place, "safeBins")).state !== "unset");
  const list = readStringList(member(written?.place ?? at(config, "tools", "exec"), "safeBins"));
  const profiles = new Set([...safeBinProfiles, ...layers.flatMap(({ place }) => profileNames(member(place, "safeBinProfiles")))]);
  const names: Read<unknown>[] = list.state === "set" ? [...list.value] : list.state === "unset" ? behaviour.safeBins.map(() => list) : [];
  const bins = names.flatMap((read, index) => {
    const text = list.state === "set" ? (read.state === "set" ? String(read.value) : undefined) : behaviour.safeBins[index];
    const name = text?.trim().toLowerCase();
    if (name === undefined || name === "") return [];
    const ignored = whyIgnored(name, profiles, behaviour);
    const leadsAnywhere = ignored === undefined && launchers.named(name).length > 0;
    const why = ignored ?? (leadsAnywhere ? "it passes, and can be made to run any other program" : "it passes without being listed");
    return [{ name, state: ignored === undefined ? "passes" : "ignored", why, leadsAnywhere, read } as const];
  });
  const layer = written?.layer ?? `default of ${behaviour.release}`;
  return {
    bins,
    folders: behaviour.safeBinRule === "name" ? [] : trustedFolders(layers.map(({ place }) => place)),
    because: [{ layer, says: list.state === "unknown" ? list.why : `safeBins has ${bins.length} names`, read: list }],
    certain: list.state !== "unknown" && names.every((read) => read.state !== "unknown"),
  };
}

function whyIgnored(name: string, profiles: ReadonlySet<string>, behaviour: Behaviour): string | undefined {
  if (/[/\\]/.test(name)) return "a safe program is named without its path";
  if (behaviour.neverSafeBins.includes(name)) return `${behaviour.release} never takes it as safe`;
  if (behaviour.safeBinRule === "profile-and-trusted-folder" && !profiles.has(name)) return "it has no profile of its arguments";
  return undefined;
}

function profileNames(profiles: Place): readonly string[] {
  return membersOf(profiles).map(({ key }) => key.trim().toLowerCase());
}

/** The agent's own folders in place of the global ones. */
function trustedFolders(places: readonly Place[]): readonly Read<string>[] {
  const written = places.map((place) => member(place, "safeBinTrustedDirs")).find((place) => readStringList(place).state !== "unset");
  return written ? elementsOf(written).map(readString) : [];
}
