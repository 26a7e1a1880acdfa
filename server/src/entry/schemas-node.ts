/** Hands the schemas of a folder to the core: each file is read when it is first asked for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SchemaSource } from "../core/index.ts";

/** The folder holds `<release>/<part>.json`, as `schemas/` does in the sources and `dist/schemas/` in what is shipped. */
export function nodeSchemaSource(folder: string): SchemaSource {
  const loaded = new Map<string, unknown>();
  return {
    load(release, part) {
      const file = join(folder, release, `${part}.json`);
      if (!loaded.has(file)) loaded.set(file, read(file));
      return loaded.get(file);
    },
  };
}

/** A release we have no file about is simply not checked; a damaged file is not: it fails loudly. */
function read(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  return JSON.parse(text);
}
