/** A person has several folders open at once, each with a config and settings of its own, and a file that lies in none of them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { several } from "./example.ts";
import type { Step } from "./step.ts";

/** The file that lists the folders to open for these steps. `workspace`: the folder that is open in the others. */
export function makeSeveral(workspace: string): string {
  const home = dirname(workspace);
  for (const [path, text] of Object.entries(several.files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  return join(home, several.workspace);
}

/** In a window of their own. */
export const multiRootSteps: readonly Step[] = [
  {
    name: "opens configs of two folders and one of neither, each judged by the settings of its own",
    run: async (hands, workspace, shoot) => {
      await hands.seeFolder(several.shown);
      for (const { path } of several.sets) await hands.openByName(join(dirname(workspace), path));
      await hands.runCommand("Grantlint: Show Agent Grants");
      for (const { row } of several.sets) await hands.seeIn("tree", row);
      await shoot("several");
    },
  },
  {
    name: "reads in the status bar of the config that is in front",
    run: async (hands, workspace) => {
      for (const { path, status } of several.sets) {
        await hands.openByName(join(dirname(workspace), path));
        await hands.seeInStatusBar(status);
      }
    },
  },
];
