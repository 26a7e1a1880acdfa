/** A person has several folders open at once, each with a config and settings of its own, and a file that lies in none of them. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { several } from "./example.ts";
import type { Step } from "./step.ts";

/** Where nothing is trusted, adding a folder asks for trust first, and that is VS Code's own affair. */
const kinds: Step["kinds"] = ["trusted", "web"];

export const multiRootSteps: readonly Step[] = [
  {
    name: "adds a second folder to the workspace, whose config is judged by the settings of that folder",
    kinds,
    run: async (hands, workspace, shoot) => {
      const home = dirname(workspace);
      for (const [path, text] of Object.entries(several.files)) {
        await mkdir(dirname(join(home, path)), { recursive: true });
        await writeFile(join(home, path), text);
      }
      await hands.runCommand("File: Save All Files");
      await hands.runCommand("View: Close All Editors");
      await hands.runCommand("Workspaces: Add Folder to Workspace");
      await hands.enterFolder(join(home, several.folder));
      await hands.seeIn("title", /Workspace/);
      for (const { path } of several.sets) await hands.openByName(join(home, path));
      await hands.runCommand("Grantlint: Show Agent Grants");
      for (const { row } of several.sets) await hands.seeIn("tree", row);
      await shoot("several");
    },
  },
  {
    name: "reads in the status bar of the config that is in front",
    kinds,
    run: async (hands, workspace) => {
      for (const { path, status } of several.sets) {
        await hands.openByName(join(dirname(workspace), path));
        await hands.seeInStatusBar(status);
      }
    },
  },
];
