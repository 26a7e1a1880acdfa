/** What the families of lowered guards share: where they read, and how a finding is put together. */
import type { Edit, Json } from "../../../finding.ts";
import type { Agent } from "../../../grants/grant.ts";
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import type { Read } from "../../../read.ts";
import { at, elementsOf, member, membersOf, readAny, readBoolean, type Place } from "../../../reader.ts";
import type { Behaviour } from "../releases.ts";
import type { Roster } from "../roster.ts";

export interface GuardContext {
  readonly config: Place;
  readonly placesAt: PlacesAt;
  readonly roster: Roster;
  readonly agents: readonly Agent[];
  readonly behaviour: Behaviour;
}

/** A finding without degrees, unless more is said. */
export function loweredGuard(guard: Pick<LoweredGuard, "kind" | "read" | "says"> & Partial<LoweredGuard>): LoweredGuard {
  return { door: undefined, weight: "usual", because: [], ...guard };
}

export function putting(title: string, read: Read<unknown>, value: Json | undefined): NonNullable<LoweredGuard["restore"]> {
  const at = { file: read.at.file, path: read.path };
  const edit: Edit = value === undefined ? { op: "remove", ...at } : { op: "set", ...at, value };
  return { title, edits: [edit] };
}

/** Every place a path leads to, `*` being any member or element. What stands in a block that is switched off does not count. */
export type PlacesAt = (path: string) => readonly Place[];

/** Paths begin alike, and each beginning is followed once. */
export function placesIn(config: Place): PlacesAt {
  const known = new Map<string, readonly Place[]>([["", [config].filter(isOn)]]);
  const follow = (path: string): readonly Place[] => {
    const found = known.get(path);
    if (found) return found;
    const end = path.lastIndexOf(".");
    const places = follow(path.slice(0, Math.max(0, end)))
      .filter(isOn)
      .flatMap((place) => below(place, path.slice(end + 1)));
    known.set(path, places);
    return places;
  };
  return follow;
}

function below(place: Place, step: string): Place[] {
  if (step !== "*") return [member(place, step)];
  return place.node?.type === "array" ? elementsOf(place) : membersOf(place).map((each) => each.place);
}

function isOn(place: Place): boolean {
  if (place.node?.type !== "object") return true;
  const enabled = readBoolean(member(place, "enabled"));
  return enabled.state !== "set" || enabled.value;
}

/** Whether a switch is written and on. */
export function isSwitchedOn(config: Place, path: string): boolean {
  const read = readAny(at(config, ...path.split(".")));
  return read.state === "set" && read.value === true;
}

/** The places of one path alone. */
export function placesAt(start: Place, path: string): readonly Place[] {
  return placesIn(start)(path);
}
