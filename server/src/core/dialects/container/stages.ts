/** A Dockerfile as its instructions and stages, with what its variables fall back to. Judges nothing. */
import type { Node } from "../../syntax/tree.ts";
import { itemsOf, membersOf, textOf, type Spot } from "./spot.ts";

export interface Instruction {
  /** In capitals. */
  readonly keyword: string;
  readonly text: string;
  readonly spot: Spot;
}

export interface Stage {
  readonly from: Instruction;
  /** As `FROM` names it, with the variables that are known. */
  readonly image: string;
  /** The stage it is made from; undefined for an image from elsewhere. */
  readonly base: Stage | undefined;
  readonly rest: readonly Instruction[];
}

export function instructionsOf(root: Node | undefined): Instruction[] {
  return itemsOf(root && { node: root, path: [] }).flatMap((item) =>
    membersOf(item).map(({ key, ...spot }) => ({ keyword: key.toUpperCase(), text: textOf(spot) ?? "", spot })),
  );
}

/** `FROM` sees only those stages that stand above it, and only those variables that stand above all stages. */
export function stagesOf(instructions: readonly Instruction[]): Stage[] {
  const starts = instructions.flatMap(({ keyword }, index) => (keyword === "FROM" ? [index] : []));
  const values = defaultsOf(instructions.slice(0, starts[0] ?? 0));
  const byName = new Map<string, Stage>();
  return starts.flatMap((start, number) => {
    const [from, ...rest] = instructions.slice(start, starts[number + 1]);
    if (!from) return [];
    const [, image = "", name] = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i.exec(expanded(from.text, values)) ?? [];
    const stage = { from, image, base: byName.get(image.toLowerCase()), rest };
    if (name !== undefined) byName.set(name.toLowerCase(), stage);
    return [stage];
  });
}

/** What `ARG` and `ENV` give to those who come later. What two of them give differently is not known. */
export function defaultsOf(instructions: readonly Instruction[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const unknown = new Set<string>();
  for (const instruction of instructions) {
    for (const [name, value] of assignmentsOf(instruction)) {
      if (value.length > longestValue || (values.get(name) ?? value) !== value) unknown.add(name);
      values.set(name, value);
    }
  }
  for (const name of unknown) values.delete(name);
  return values;
}

/** No name or version is longer, and a small text could grow without end. */
const longestValue = 200;

/** Of `ARG NAME=value`, `ENV NAME=value …` and the older `ENV NAME value`. */
export function assignmentsOf({ keyword, text }: Instruction): (readonly [name: string, value: string])[] {
  if (keyword !== "ARG" && keyword !== "ENV") return [];
  const [, sole, rest = ""] = /^(\w+)\s+(\S.*)$/s.exec(text) ?? [];
  if (keyword === "ENV" && sole !== undefined) return [[sole, rest.trim()]];
  return [...text.matchAll(/(?:^|\s)(\w+)=(?:"([^"]*)"|'([^']*)'|(\S*))/g)].map(([, name = "", double, single, bare]) => [
    name,
    double ?? single ?? bare ?? "",
  ]);
}

export function expanded(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\{(\w+)(?::-([^${}]*))?\}|(\w+))/g, (written: string, braced?: string, rest?: string, bare?: string) => {
    return values.get(braced ?? bare ?? "") ?? rest ?? written;
  });
}
