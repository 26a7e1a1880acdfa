/**
 * What somebody may have meant by a key or word the release does not take: a setting that moved, one of another release, one that belongs deeper, higher,
 * or in the other file. At most one hint, the surest first; a wrong hint is worse than none.
 */
import type { ShapeProblem } from "../../schema/problem.ts";
import type { SchemaDocument } from "../../schema/schema.ts";
import { countPlaces, placesOf, schemasAt } from "../../schema/places.ts";
import { validateShape } from "../../schema/validate.ts";
import { pathOf, type Node, type Path } from "../../syntax/tree.ts";
import { mistakenWords, movedKeys } from "./constraints-moved.ts";
import { hasVariable } from "./constraints-values.ts";
import { asLoaded } from "./migrate.ts";
import { compareReleases, reachedBy } from "./releases.ts";

export interface HintSource {
  readonly root: Node;
  readonly release: string;
  readonly document: SchemaDocument;
  /** The schemas of the other releases; loaded when a hint needs them. */
  readonly others: () => readonly { readonly release: string; readonly document: SchemaDocument }[];
  /** The schema of the other file that people mix up with this one, and that file's name. */
  readonly neighbour: () => { readonly name: string; readonly document: SchemaDocument } | undefined;
}

/** Finds hints. Looking at other releases costs as much as judging by them, so it is only done once, and only when a hint needs it. */
export function hintFinder(source: HintSource): (problem: ShapeProblem) => string {
  let searches = 0;
  let taken: readonly { readonly release: string; takes: (node: Node) => boolean }[] | undefined;
  return (problem) => {
    if (problem.code !== "unknown-key" && problem.code !== "not-allowed") return suggestionOf(problem);
    const path = pathOf(problem.node);
    const moved = problem.code === "unknown-key" ? movedHint(path, source.release) : mistakenHint(path, problem.node);
    if (moved !== undefined) return moved;
    if (isSameWord(problem)) return suggestionOf(problem);
    taken ??= source.others().map(({ release, document }) => ({ release, takes: takerOf(source.root, release, document) }));
    const others = taken.filter(({ takes }) => takes(problem.node)).map(({ release }) => release);
    if (others.length > 0) return otherReleaseHint(source.release, others);
    const place = problem.code === "unknown-key" && searches++ < mostSearches ? placeHint(path, source) : undefined;
    return place ?? suggestionOf(problem);
  };
}

function suggestionOf({ suggestion }: ShapeProblem): string {
  return suggestion === undefined ? "" : `; did you mean "${suggestion}"?`;
}

/** Only the case or the separators are other ones. */
function isSameWord({ suggestion, key, node }: ShapeProblem): boolean {
  const plain = (word: string): string => word.toLowerCase().replaceAll(/[\s_.-]/g, "");
  return suggestion !== undefined && plain(suggestion) === plain(key ?? String(node.value));
}

function movedHint(path: Path, release: string): string | undefined {
  const isReached = reachedBy(release);
  const row = movedKeys.find((moved) => isReached(moved.since) && matches(moved.path.split("."), path));
  if (!row) return undefined;
  if (row.renamed !== undefined) return `; it is called "${row.renamed}"`;
  const { moved = "" } = row;
  return moved.includes(".") ? `; it belongs at "${moved}"` : `; it belongs at the top, as "${moved}"`;
}

/** A word of another language for one that is known here. */
function mistakenHint(path: Path, node: Node): string | undefined {
  const row = mistakenWords.find((mistaken) => matches(mistaken.path.split("."), path) && mistaken.word.test(String(node.value)));
  return row && `; did you mean "${row.means}"?`;
}

function matches(pattern: readonly string[], path: Path): boolean {
  return pattern.length === path.length && pattern.every((step, index) => step === "*" || step === String(path[index]));
}

/** Tells whether another release takes a node: nothing is said about it there, nor about anything it stands in. */
function takerOf(root: Node, release: string, document: SchemaDocument): (node: Node) => boolean {
  const problems = validateShape(asLoaded(root, release), document, { isUnknownText: hasVariable });
  const refused = new Set(problems.map(({ node }) => node));
  return (node) => {
    for (let current: Node | undefined = node; current; current = current.parent) {
      if (refused.has(current) || (current.type === "property" && current.children?.[0] && refused.has(current.children[0]))) return false;
    }
    return true;
  };
}

function otherReleaseHint(release: string, others: readonly string[]): string {
  const sorted = [...others].sort(compareReleases);
  const later = sorted.find((other) => compareReleases(other, release) > 0);
  const earlier = sorted.filter((other) => compareReleases(other, release) < 0).at(-1);
  return later === undefined
    ? `; OpenClaw ${earlier} still took it, ${release} does not`
    : `; OpenClaw ${later} takes it, ${release} does not yet`;
}

/** A file with more unknown keys than this is no config with slips in it; searching the schema for each would take long and help nobody. */
const mostSearches = 100;

/** Keys known in more places than this say nothing about where they belong. */
const rare = 3;

/** The one place nearby where this very key is known: below the object it was written in, then below each object around that. */
function placeHint(path: Path, { document, neighbour: findNeighbour }: HintSource): string | undefined {
  const key = String(path.at(-1));
  const isEverywhere = countPlaces(key, document) > rare;
  for (let length = path.length - 1; length >= 0 && !isEverywhere; length--) {
    const around = path.slice(0, length);
    const places = placesOf(key, schemasAt(document, around), document, length === 0 ? 2 : 3);
    if (places.length > 1) break;
    const [place] = places;
    if (place) return `; it belongs in "${[...around, ...place.slice(0, -1)].join(".") || "the top"}"`;
  }
  const neighbour = findNeighbour();
  if (neighbour && placesOf(key, [neighbour.document], neighbour.document, 4).length > 0) return `; it belongs in ${neighbour.name}`;
  return undefined;
}
