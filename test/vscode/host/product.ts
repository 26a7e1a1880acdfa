/** The packed product, ready for a VS Code: what the package holds is checked, then it is installed once for every kind of run. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { installExtension } from "../driver/server.ts";
import { makeTemporaryFolder } from "../driver/temporary.ts";
import type { Host } from "./install.ts";

export const projectFolder = join(import.meta.dirname, "../../..");

export interface Product {
  /** Where VS Code keeps it installed. */
  readonly extensions: string;
  /** The installed, unpacked extension itself. */
  readonly folder: string;
}

/** Runs `npm run package`. */
export function packExtension(): string {
  execFileSync(process.execPath, ["scripts/package.mjs"], { cwd: projectFolder, stdio: "inherit" });
  const { name, version } = JSON.parse(readFileSync(join(projectFolder, "package.json"), "utf8")) as { name: string; version: string };
  return join(projectFolder, `${name}-${version}.vsix`);
}

export function prepare(host: Host, vsix: string): Product {
  const { path: home } = makeTemporaryFolder("product");
  const extensions = join(home, "extensions");
  mkdirSync(extensions);
  installExtension(host, { home, extensions, workspace: home, restricted: false, theme: "light" }, vsix);
  const installed = readdirSync(extensions).find((name) => name.startsWith("grantlint."));
  assert.ok(installed !== undefined, "the package was not installed");
  checkContents(join(extensions, installed), vsix);
  return { extensions, folder: join(extensions, installed) };
}

/** What every package must hold, and the folders it may hold files from. */
const needed = [
  "dist/extension.js",
  "dist/extension.browser.js",
  "dist/server.js",
  "dist/server.browser.js",
  "syntaxes/openclaw.tmLanguage.json",
  "schemas/grantlint.schema.json",
  "dist/matrix.js",
  "dist/matrix.css",
  "package.json",
  "package.nls.json",
  "l10n/bundle.l10n.json",
];
const allowed =
  /^(dist|syntaxes|schemas|l10n|docs\/rules|docs\/images)\/|^(package(\.nls)?\.json|readme\.md|changelog\.md|license(\.txt)?|notice)$|^\.vsixmanifest$/i;
const largestPackage = 1_500_000;

function checkContents(folder: string, vsix: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  assert.deepEqual(
    needed.filter((name) => !files.includes(name)),
    [],
    "missing in the package",
  );
  assert.deepEqual(
    files.filter((name) => !allowed.test(name) || name.endsWith(".map")),
    [],
    "does not belong in the package",
  );
  const { size } = statSync(vsix);
  assert.ok(size <= largestPackage, `the package has ${size} bytes`);
  console.log(`The package holds ${files.length} files in ${Math.round(size / 1024)} KB`);
}
