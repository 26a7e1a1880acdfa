/**
 * Finds functions inside an installed OpenClaw package and makes them callable, although its bundles shorten or omit their export names.
 * A file is found by content (it declares `function NAME(` at top level); while it loads, one export line is appended for the names wanted
 * from it, and functions we must not really call (network, processes) are wrapped by `leaves.mjs`. Nothing of the package is copied.
 */
import crypto from "node:crypto";
import fs from "node:fs";
import nodeModule from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const declaration = /^(?:export )?(?:async function|function|const|let|var) ([\w$]+)(?=\(| =)/gm;
const exportPrefix = "__grantlint_";

/**
 * @param {{ packageRoot: string, cache: string, wanted: readonly string[], leaves: readonly string[] }} options
 * @returns {Promise<{ found: Record<string, unknown>, missing: string[] }>} values by name; names the package does not declare.
 */
export async function loadSymbols({ packageRoot, cache, wanted, leaves }) {
  const dist = path.join(packageRoot, "dist");
  const index = readIndex({ dist, cache, names: [...new Set([...wanted, ...leaves])] });
  const exportsOf = new Map();
  for (const name of wanted) {
    const file = index[name]?.[0];
    if (file) exportsOf.set(file, [...(exportsOf.get(file) ?? []), name]);
  }
  const leavesOf = new Map();
  for (const name of leaves) for (const file of index[name] ?? []) leavesOf.set(file, [...(leavesOf.get(file) ?? []), name]);
  nodeModule.enableCompileCache?.(path.join(cache, "v8"));
  nodeModule.registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.startsWith("file:")) return loaded;
      const file = fileURLToPath(url);
      if (path.dirname(file) !== dist) return loaded;
      const name = path.basename(file);
      const exported = exportsOf.get(name) ?? [];
      const wrapped = leavesOf.get(name) ?? [];
      if (exported.length + wrapped.length === 0) return loaded;
      const source = typeof loaded.source === "string" ? loaded.source : Buffer.from(loaded.source).toString("utf8");
      return { ...loaded, source: wrapLeaves(source, wrapped) + exportLine(exported) };
    },
  });
  const found = {};
  const missing = [];
  for (const name of wanted) {
    if (!index[name]) {
      missing.push(name);
      continue;
    }
    const module = await import(pathToFileURL(path.join(dist, index[name][0])).href);
    found[name] = module[exportPrefix + name];
  }
  return { found, missing };
}

function exportLine(names) {
  return names.length === 0 ? "" : `\nexport { ${names.map((name) => `${name} as ${exportPrefix}${name}`).join(", ")} };\n`;
}

/** Renames each function and puts one of the old name in its place that asks `leaves.mjs` what to do. Declarations are hoisted, so order is free. */
function wrapLeaves(source, names) {
  let text = source;
  for (const name of names) {
    const renamed = text.replace(new RegExp(`^((?:export )?(?:async )?function )${name}\\(`, "m"), `$1${name}__real(`);
    if (renamed === text) continue;
    text = `${renamed}\nfunction ${name}(...args) { return globalThis.grantlintLeaf(${JSON.stringify(name)}, ${name}__real, args); }\n`;
  }
  return text;
}

/** Which files declare which name, best first. Kept on disk: reading a release's bundles takes seconds. */
function readIndex({ dist, cache, names }) {
  const key = crypto.createHash("sha1").update([dist, names.join(), "2"].join("|")).digest("hex").slice(0, 16);
  const file = path.join(cache, `symbols-${key}.json`);
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8"));
  const index = buildIndex(dist, new Set(names));
  fs.mkdirSync(cache, { recursive: true });
  fs.writeFileSync(`${file}.${process.pid}`, JSON.stringify(index));
  fs.renameSync(`${file}.${process.pid}`, file);
  return index;
}

function buildIndex(dist, names) {
  const index = Object.create(null);
  for (const file of fs.readdirSync(dist)) {
    if (!/\.m?js$/.test(file)) continue;
    for (const [, name] of fs.readFileSync(path.join(dist, file), "latin1").matchAll(declaration)) {
      if (names.has(name) && !index[name]?.includes(file)) (index[name] ??= []).push(file);
    }
  }
  const closures = new Closures(dist);
  for (const files of Object.values(index)) {
    if (files.length > 1) files.sort((a, b) => closures.rank(a) - closures.rank(b) || a.localeCompare(b));
  }
  return index;
}

/** Orders files that carry the same code: early releases have several bundles, one of which starts the program as soon as it is imported. */
class Closures {
  #dist;
  #imports = new Map();
  constructor(dist) {
    this.#dist = dist;
  }
  rank(file) {
    const files = this.#closureOf(file);
    const startsProgram = files.has("entry.js") || files.has("index.js");
    let size = 0;
    for (const each of files) size += this.#sizeOf(each);
    const facade = this.#sizeOf(file) < 600;
    return (startsProgram ? 1e12 : 0) + (facade ? 1e11 : 0) + size;
  }
  #closureOf(file) {
    const seen = new Set([file]);
    const todo = [file];
    while (todo.length > 0) {
      for (const next of this.#importsOf(todo.pop())) {
        if (seen.has(next)) continue;
        seen.add(next);
        todo.push(next);
      }
    }
    return seen;
  }
  #importsOf(file) {
    if (!this.#imports.has(file)) {
      const target = path.join(this.#dist, file);
      const text = fs.existsSync(target) ? fs.readFileSync(target, "latin1") : "";
      this.#imports.set(
        file,
        [...text.matchAll(/^(?:import|export) (?:[^;"]*? from )?"\.\/([\w.$~-]+)";/gm)].map((match) => match[1]),
      );
    }
    return this.#imports.get(file);
  }
  #sizeOf(file) {
    const target = path.join(this.#dist, file);
    return fs.existsSync(target) ? fs.statSync(target).size : 0;
  }
}
