/** Finds a Helix, or unpacks that of Debian 13 beside the C library it needs, which may be newer than this machine's. */
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { mayInstall, succeeds, unpackPackages } from "./debian.ts";

const folder = resolve(".cache/helix");

function findHelix(): readonly string[] | undefined {
  if (succeeds("hx", "--version")) return ["hx"];
  if (mayInstall && !existsSync(folder)) unpackPackages("trixie", ["hx", "libc6", "libgcc-s1"], folder);
  return existsSync(folder) ? unpacked() : undefined;
}

/** Started by the C library's own loader, which else would be this machine's. */
function unpacked(): readonly string[] {
  const libraries = only(join(folder, "usr/lib"), /-linux-gnu$/);
  return [only(libraries, /^ld-linux-/), "--library-path", libraries, join(folder, "usr/lib/hx/hx")];
}

/** What bears such a name in a folder: the rest of the name is the processor's. */
function only(within: string, name: RegExp): string {
  const found = readdirSync(within).find((each) => name.test(each));
  assert.ok(found !== undefined, `${within} has no ${String(name)}`);
  return resolve(within, found);
}

/** The command that starts it, in words, if it is there. */
export const helix = findHelix();
