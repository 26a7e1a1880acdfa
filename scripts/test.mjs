#!/usr/bin/env node
/** `npm test`: installs and builds what is missing, then runs every test. `npm test -- test/rules.test.ts` runs only that file. */
import { readdirSync } from "node:fs";
import { installDependencies, run } from "./install.mjs";

installDependencies();
const { build } = await import("./build.mjs");
await build();

const wanted = process.argv.slice(2);
const all = readdirSync("test")
  .filter((name) => name.endsWith(".test.ts"))
  .sort()
  .map((name) => `test/${name}`);
run(process.execPath, ["--import", "tsx", "--test", ...(wanted.length > 0 ? wanted : all)]);
