/**
 * `$include`: what several files say together, as one tree in which every value still knows the file it was written in.
 * Follows OpenClaw's loader (2026.2.17 and 2026.9.6 read alike): paths are relative to the including file and stay inside the config's folder,
 * at most ten files deep, no cycles; objects merge, arrays are joined, the including object's own members win.
 */
import type { ConfigFile, ConfigSet, FileLink } from "../dialect.ts";
import { elements, findMember, locationOf, members, pathOf, type Node, type Path, type Uri } from "../../syntax/tree.ts";
import { folderOf, isInside, normalizeUri, resolveUri } from "../../uri.ts";

const includeKey = "$include";
const maximumDepth = 10;

/** A reason why OpenClaw refuses the whole config, at the path that was to be included. */
export interface IncludeProblem {
  readonly node: Node;
  readonly message: string;
}

export interface CombinedConfig {
  /** The whole config; undefined when there is no text at all. Nodes made by combining carry the node they stand for. */
  readonly root: Node | undefined;
  readonly problems: readonly IncludeProblem[];
}

/** `into`: the path of the object that the file is laid into. */
export interface IncludeLink extends FileLink {
  readonly into: Path;
}

/** The files this file includes by itself, as far as their names can be known, with the places that name them. */
export function includeLinks(file: ConfigFile): IncludeLink[] {
  if (!file.text.includes(includeKey)) return [];
  const links: IncludeLink[] = [];
  const visit = (node: Node): void => {
    if (node.type === "object") {
      for (const path of includePaths(findMember(node, includeKey)))
        links.push({ at: locationOf(path), to: resolveUri(folderOf(file.uri), String(path.value)), into: pathOf(node) });
    }
    for (const child of node.children ?? []) visit(child);
  };
  if (file.parsed.root) visit(file.parsed.root);
  return links;
}

/** Where in the whole config each included file begins; the first place counts. Whoever includes comes before what it includes. */
export function includedInto(files: readonly ConfigFile[]): ReadonlyMap<Uri, Path> {
  const into = new Map<Uri, Path>();
  for (const file of files) {
    for (const { to, into: path } of includeLinks(file)) if (!into.has(to)) into.set(to, [...(into.get(file.uri) ?? []), ...path]);
  }
  return into;
}

/** One that no other file includes any more has no place in the config. */
export function readAs({ files }: ConfigSet, { uri, role }: ConfigFile): { readonly role: string; readonly into: Path } {
  const into = role === "include" ? includedInto(files).get(uri) : undefined;
  return into ? { role: "config", into } : { role, into: [] };
}

/** The config file of the set with all its includes laid in. Files of the set that were not given leave objects open, never empty. */
export function combineIncludes(config: ConfigFile, set: ConfigSet): CombinedConfig {
  const { root } = config.parsed;
  if (!root || !config.text.includes(includeKey)) return { root, problems: [] };
  const combiner: Combiner = {
    folder: folderOf(config.uri),
    files: new Map(set.files.map((file) => [file.uri, file])),
    absent: new Set(set.missing.filter(({ state }) => state === "absent").map(({ uri }) => uri)),
    problems: [],
  };
  return { root: combine(combiner, root, [config.uri]), problems: combiner.problems };
}

interface Combiner {
  readonly files: ReadonlyMap<Uri, ConfigFile>;
  /** Files known not to exist. */
  readonly absent: ReadonlySet<Uri>;
  /** Includes must stay inside this folder. */
  readonly folder: Uri;
  readonly problems: IncludeProblem[];
}

/** `chain`: the files being included, outermost first; the last one holds the node. */
function combine(combiner: Combiner, node: Node, chain: readonly Uri[]): Node {
  if (node.type === "array") {
    const before = elements(node);
    const after = before.map((element) => combine(combiner, element, chain));
    return after.some((element, index) => element !== before[index]) ? { ...node, children: after, origin: node } : node;
  }
  if (node.type !== "object") return node;
  const own = combineMembers(combiner, node, chain);
  const include = findMember(node, includeKey);
  if (!include) return own;
  const siblings = withoutInclude(own);
  const included = load(combiner, include, chain);
  if (members(siblings).length === 0 && included.open === undefined) return included;
  if (included.type !== "object") {
    combiner.problems.push({ node: include, message: "The included file must hold an object, because other keys stand beside $include" });
    return siblings;
  }
  return merge(included, siblings, node);
}

function combineMembers(combiner: Combiner, object: Node, chain: readonly Uri[]): Node {
  let changed = false;
  const children = (object.children ?? []).map((property) => {
    const [key, value] = property.children ?? [];
    if (!key || !value || key.value === includeKey) return property;
    const combined = combine(combiner, value, chain);
    if (combined === value) return property;
    changed = true;
    return { ...property, children: [key, combined], origin: property };
  });
  return changed ? { ...object, children, origin: object } : object;
}

/** What an `$include` value brings in. */
function load(combiner: Combiner, include: Node, chain: readonly Uri[]): Node {
  const paths = includePaths(include);
  const nothing: Node = { type: "object", offset: include.offset, length: include.length, children: [], origin: include };
  if (paths.length === 0 && include.type !== "array") {
    combiner.problems.push({ node: include, message: "$include takes a path or a list of paths" });
    return { ...nothing, open: "the $include cannot be read" };
  }
  const loaded = paths.map((path) => loadFile(combiner, path, chain) ?? { ...nothing, open: "an included file is missing" });
  const [first] = loaded;
  if (include.type !== "array" && first) return first;
  return loaded.reduce((target, source) => merge(target, source, include), nothing);
}

function loadFile(combiner: Combiner, path: Node, chain: readonly Uri[]): Node | undefined {
  const { files, absent, folder, problems } = combiner;
  const including = chain.at(-1) ?? folder;
  const uri = resolveUri(folderOf(including), String(path.value));
  const refuse = (message: string): undefined => void problems.push({ node: path, message });
  if (!isInside(folder, uri)) return refuse("An included file must lie in the folder of the config or below it");
  if (chain.some((file) => normalizeUri(file) === uri)) return refuse("This file is already being included: the includes go in a circle");
  if (chain.length > maximumDepth) return refuse(`Includes may go ${maximumDepth} files deep, no deeper`);
  const file = files.get(uri);
  if (file?.parsed.root) return combine(combiner, file.parsed.root, [...chain, uri]);
  if (file || absent.has(uri)) return refuse(file ? "The included file is empty" : "There is no such file to include");
  return undefined;
}

/** The target with the source laid over it: objects merge, arrays are joined, everything else is replaced. */
function merge(target: Node, source: Node, origin: Node): Node {
  const open = target.open ?? source.open;
  const opened = open === undefined ? {} : { open };
  if (target.type === "array" && source.type === "array") {
    return { ...source, children: [...elements(target), ...elements(source)], origin: source.origin ?? source };
  }
  if (target.type !== "object" || source.type !== "object") return source;
  const properties = lastProperties(target);
  for (const [name, property] of lastProperties(source)) {
    const [key, value] = property.children ?? [];
    const earlier = properties.get(name)?.children?.[1];
    const both =
      key && value && earlier
        ? { ...property, children: [key, merge(earlier, value, value)], origin: property.origin ?? property }
        : property;
    properties.set(name, both);
  }
  return {
    type: "object",
    offset: origin.offset,
    length: origin.length,
    children: [...properties.values()],
    origin: origin.origin ?? origin,
    ...opened,
  };
}

/** The properties that count, by key: of repeated ones the last. */
function lastProperties(object: Node): Map<string, Node> {
  return new Map((object.children ?? []).map((property) => [String(property.children?.[0]?.value), property]));
}

function withoutInclude(object: Node): Node {
  const children = (object.children ?? []).filter((property) => property.children?.[0]?.value !== includeKey);
  return { ...object, children, origin: object.origin ?? object };
}

function includePaths(include: Node | undefined): Node[] {
  const candidates = include?.type === "array" ? elements(include) : include ? [include] : [];
  return candidates.filter((node) => typeof node.value === "string" && node.value !== "");
}
