#!/usr/bin/env node
/**
 * `npm start`: installs and builds what is missing, then lints. Without arguments the shipped example organisation, otherwise the given paths.
 * Ends with 0 also when there are findings, because it is the way to try things out; `node dist/cli.js` has the exit codes for scripts.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installDependencies, root } from "./install.mjs";

installDependencies();
const { build } = await import("./build.mjs");
await build();

const given = process.argv.slice(2);
const example = join("examples", "founding-organisation", "original");
// npm runs this in the project's folder; the reader's paths are meant from where the reader stood.
const cwd = given.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root;
const { status } = spawnSync(process.execPath, [join(root, "dist", "cli.js"), ...(given.length > 0 ? given : [example])], {
  cwd,
  stdio: "inherit",
});
process.exit(status === 1 ? 0 : (status ?? 2));
