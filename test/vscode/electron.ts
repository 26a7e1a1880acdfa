/**
 * `npm run test:electron`: the suite in a desktop VS Code, which is downloaded. Needs the internet and a display (on a server: xvfb-run).
 * The suite alone; a person's steps and the packed extension are tried by `npm run test:vscode`.
 */
import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { makeTemporaryFolder } from "./driver/temporary.ts";
import { projectFolder } from "./host/product.ts";
import { writeSuite } from "./host/suite.ts";
import { folder as exampleFolder } from "./person/example.ts";

execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: projectFolder, stdio: "inherit" });
const { path: home } = makeTemporaryFolder("electron");
const workspace = join(home, "workspace");
cpSync(join(projectFolder, exampleFolder), workspace, { recursive: true });
writeSuite(home, "trusted");
await runTests({
  extensionDevelopmentPath: [projectFolder, home],
  extensionTestsPath: join(home, "suite.js"),
  cachePath: join(projectFolder, ".cache/vscode-electron"),
  launchArgs: [workspace, "--disable-workspace-trust", "--user-data-dir", join(home, "data"), "--disable-extensions"],
});
