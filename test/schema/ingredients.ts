/** Configs out of settings that OpenClaw judges together, combined at random: `ingredients.json5` says which. */
import { readFileSync } from "node:fs";
import path from "node:path";
import JSON5 from "json5";
import type { Random } from "./random.ts";

/** Paths, each with the values to choose from. */
type Ingredients = Readonly<Record<string, readonly unknown[]>>;

interface Group {
  /** How often it is chosen, compared with the others. */
  readonly weight: number;
  /** Templates and where to put them: `exec tools`. */
  readonly like?: readonly string[];
  readonly with?: Ingredients;
}

const source = JSON5.parse<{ templates: Readonly<Record<string, Ingredients>>; groups: readonly Group[] }>(
  readFileSync(path.join(import.meta.dirname, "ingredients.json5"), "utf8"),
);
const weighted = source.groups.flatMap((group) => Array.from({ length: group.weight }, () => ingredientsOf(group)));

function ingredientsOf({ like = [], with: own = {} }: Group): readonly (readonly [path: string, values: readonly unknown[]])[] {
  const templates = like.flatMap((line) => {
    const [name = "", place = ""] = line.split(" ");
    return Object.entries(source.templates[name] ?? {}).map(([key, values]) => [`${place}.${key}`, values] as const);
  });
  return [...templates, ...Object.entries(own)];
}

/** A config out of a few ingredients of one group. */
export function combine(random: Random): unknown {
  const ingredients = random.pick(weighted);
  const config: Record<string, unknown> = {};
  for (let number = 1 + random.below(Math.min(4, ingredients.length)); number > 0; number--) {
    const [place, values] = random.pick(ingredients);
    put(config, place.split("."), random.pick(values));
  }
  return config;
}

function put(object: Record<string, unknown>, steps: readonly string[], value: unknown): void {
  let target = object;
  steps.forEach((step, index) => {
    if (index === steps.length - 1) target[step] = value;
    else {
      if (typeof target[step] !== "object" || target[step] === null) target[step] = steps[index + 1] === "0" ? [] : {};
      target = target[step] as Record<string, unknown>;
    }
  });
}
