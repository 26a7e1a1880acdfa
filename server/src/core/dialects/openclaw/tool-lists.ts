/**
 * Lists of tool names as a config writes them, and what one list lets through. Three-valued throughout: a name that cannot be known may
 * mean any tool. Knows no layer and no order of precedence.
 */
import type { Edit } from "../../finding.ts";
import type { Because } from "../../grants/grant.ts";
import { member, readStringList, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import type { Catalogue, Mask } from "./catalogue.ts";
import { noTools } from "./catalogue.ts";

/** What passes for sure, and what may pass. `sure` is always part of `maybe`. */
export interface Passing {
  readonly sure: Mask;
  readonly maybe: Mask;
}

/** A list out of a config, or one the program brings itself. */
export interface ToolList {
  /** The list, or the place where it would be written. */
  readonly read: Read<unknown>;
  /** Whether it counts as a list; one that was read but narrows nothing does not. */
  readonly isSet: boolean;
  /** The names that are known, with their places where a config wrote them. */
  readonly entries: readonly ToolEntry[];
  /** Whether more names may be in force than those known. */
  readonly isOpen: boolean;
  /** An empty list with more names beside it is taken as the name of everything. */
  readonly meansAll?: true;
}

export interface ToolEntry {
  readonly name: string;
  readonly read: Read<unknown>;
}

/** One layer's lists. `allow` that is not set, or has no name in it, allows everything. */
export interface ToolPolicy {
  readonly allow: ToolList;
  readonly deny: ToolList;
}

export function readToolList(place: Place): ToolList {
  const read = readStringList(place);
  if (read.state !== "set") return { read, isSet: read.state === "unknown", entries: [], isOpen: read.state === "unknown" };
  const entries = read.value.flatMap((entry) => (entry.state === "set" ? [{ name: entry.value, read: entry }] : []));
  return { read, isSet: true, entries, isOpen: read.value.some(({ state }) => state === "unknown") };
}

/** A list the program brings itself; `read` is where a config would replace it. */
export function ownList(names: readonly string[], read: Read<unknown>): ToolList {
  return { read, isSet: true, entries: names.map((name) => ({ name, read })), isOpen: false };
}

/** A list nobody wrote. */
export function emptyList(read: Read<unknown>): ToolList {
  return { read, isSet: false, entries: [], isOpen: false };
}

/** `allow` together with `alsoAllow`, as every layer but the profile takes them: `alsoAllow` narrows nothing by itself. */
export function readToolPolicy(place: Place): ToolPolicy {
  const allow = readToolList(member(place, "allow"));
  const also = readToolList(member(place, "alsoAllow"));
  const narrows = allow.entries.length > 0 || allow.isOpen;
  const meansAll = allow.read.state === "set" && !narrows && also.entries.length > 0;
  return { allow: { ...join(allow, also), isSet: narrows, ...(meansAll ? { meansAll } : {}) }, deny: readToolList(member(place, "deny")) };
}

/** Both lists as one, with the first one's place. */
export function join(list: ToolList, more: ToolList): ToolList {
  return { ...list, entries: [...list.entries, ...more.entries], isOpen: list.isOpen || more.isOpen };
}

export function maskOf(catalogue: Catalogue, entries: readonly ToolEntry[]): Mask {
  return entries.reduce((mask, { name }) => mask | catalogue.matches(name), noTools);
}

/** Blank entries count for nothing: a list of nothing else allows everything. */
export function isBlank({ entries, isOpen }: ToolList): boolean {
  return !isOpen && entries.every(({ name }) => name.trim() === "");
}

/** What passes one layer: whatever is not denied and, where there is an allow list, is in it. `companion`: the tool `apply_patch` comes with. */
export function pass(catalogue: Catalogue, { allow, deny }: ToolPolicy, companion: "exec" | "write"): Passing {
  const denied = maskOf(catalogue, deny.entries);
  const open = passAllow(catalogue, allow, companion);
  return { sure: deny.isOpen ? noTools : open.sure & ~denied, maybe: open.maybe & ~denied };
}

function passAllow(catalogue: Catalogue, allow: ToolList, companion: "exec" | "write"): Passing {
  if (!allow.isSet || isBlank(allow)) return { sure: catalogue.all, maybe: catalogue.all };
  const named = maskOf(catalogue, allow.entries);
  const allowed = withCompanion(catalogue, named, companion);
  return { sure: allowed, maybe: allow.isOpen ? catalogue.all : allowed };
}

/** `apply_patch` comes with another tool, whatever let that one in. */
export function withCompanion(catalogue: Catalogue, mask: Mask, companion: "exec" | "write"): Mask {
  return (mask & catalogue.tool(companion)) === noTools ? mask : mask | catalogue.tool("apply_patch");
}

/** The entry of a list that means this tool, if one does; an exact name before a group or pattern. */
export function entryFor(catalogue: Catalogue, list: ToolList, tool: string): ToolEntry | undefined {
  const bit = catalogue.tool(tool);
  const exact = list.entries.find(({ name }) => catalogue.normalize(name) === tool);
  return exact ?? list.entries.find(({ name }) => (catalogue.matches(name) & bit) !== noTools);
}

/** Why one layer keeps or removes a tool; nothing where it says nothing about it. */
export function becauseOf(
  catalogue: Catalogue,
  layer: string,
  { allow, deny }: ToolPolicy,
  tool: string,
  companion: "exec" | "write",
): Because | undefined {
  const denying = entryFor(catalogue, deny, tool);
  if (denying) return { layer, says: `denies ${quote(denying.name, tool)}`, read: denying.read };
  if (deny.isOpen) return { layer, says: "what it denies is not known", read: deny.read };
  if (!allow.isSet || isBlank(allow)) return undefined;
  const allowing = entryFor(catalogue, allow, tool);
  if (allowing) return { layer, says: `allows ${quote(allowing.name, tool)}`, read: allowing.read };
  const leading = tool === "apply_patch" ? entryFor(catalogue, allow, companion) : undefined;
  if (leading) return { layer, says: `allows "${leading.name}", and apply_patch comes with "${companion}"`, read: leading.read };
  return { layer, says: allow.isOpen ? "what it allows is not known" : `allows only what it names, and not "${tool}"`, read: allow.read };
}

function quote(name: string, tool: string): string {
  return name.trim().toLowerCase() === tool ? `"${tool}"` : `"${name}", which means "${tool}"`;
}

/** The edits that put names on a list which may not be there yet. */
export function adding(place: Place, key: string, list: ToolList, ...names: readonly string[]): Edit[] {
  const { path } = member(place, key);
  const { file } = place.at;
  if (list.read.state === "unset") return [{ op: "set", file, path, value: names }];
  const missing = names.filter((name) => list.entries.every((entry) => entry.name !== name));
  return missing.map((value) => ({ op: "append", file, path, value }));
}
