// Builds the product and packs it: grantlint-<version>.vsix in the project's folder. What goes in is decided by .vscodeignore.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installTools } from "./vscode-tools.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const tools = installTools(join(root, "scripts/vsce"), "vsce");

run(join(root, "scripts/build.mjs"));
// Everything that runs is bundled into dist/, so no dependency is packed.
run(
  join(tools, "node_modules/@vscode/vsce/vsce"),
  "package",
  "--no-dependencies",
  "--allow-missing-repository",
  "--out",
  `${name}-${version}.vsix`,
);

function run(script, ...options) {
  execFileSync(process.execPath, [script, ...options], { cwd: root, stdio: "inherit" });
}
