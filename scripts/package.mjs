// Builds the product and packs it: grantlint-<version>.vsix in the project's folder. What goes in is decided by .vscodeignore.
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packagesInBundles, bundledPackages, writeSbom } from "./sbom.mjs";
import { installTools } from "./vscode-tools.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const tools = installTools(join(root, "scripts/vsce"), "vsce");

run(join(root, "scripts/build.mjs"));
process.chdir(root);
writeSbom();
// Everything that runs is bundled into dist/, so no dependency is packed.
run(
  join(tools, "node_modules/@vscode/vsce/vsce"),
  "package",
  "--no-dependencies",
  "--allow-missing-repository",
  "--out",
  `${name}-${version}.vsix`,
);
for (const [bundle, sizes] of Object.entries(packagesInBundles())) {
  const others = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  console.log(
    `${bundle}: ${kibibytes(statSync(`dist/${bundle}`).size)}, of which others' ${kibibytes(others)} from ${Object.keys(sizes).length} packages`,
  );
}
console.log(`${bundledPackages().length} packages in all, package ${kibibytes(statSync(`${name}-${version}.vsix`).size)}`);

function kibibytes(bytes) {
  return `${(bytes / 1024).toFixed(0)} KiB`;
}

function run(script, ...options) {
  execFileSync(process.execPath, [script, ...options], { cwd: root, stdio: "inherit" });
}
