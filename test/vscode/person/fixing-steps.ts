/** A person takes one fix of each family by mouse, undoes each with one undo, and has safe ones made on save. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { poll } from "../driver/poll.ts";
import { families, fixable, onSave } from "./example.ts";
import type { Hands } from "./hands.ts";
import { placeIn, writeSettings, type Step } from "./step.ts";

export const fixingSteps: readonly Step[] = [
  {
    name: "opens a config with a contract and an approvals file beside it",
    run: async (hands, workspace) => {
      await mkdir(join(workspace, fixable.folder));
      for (const [name, text] of Object.entries(fixable.files)) await writeFile(join(workspace, fixable.folder, name), text);
      await openFixable(hands, workspace, "openclaw.json");
    },
  },
  ...families.map(({ what, file, at, title, before, after, asks }): Step => ({
    name: `${what}, and undoes it at once`,
    run: async (hands, workspace, shoot) => {
      await openFixable(hands, workspace, file);
      const { line, column } = placeIn(fixable.files[file], at);
      await hands.goTo(line, column);
      await hands.openFixes(title);
      if (asks) {
        await hands.agreeToFix(title, () => shoot("agreement"));
        await hands.focusEditor();
      } else await hands.chooseFix(title);
      await hands.seeText(after);
      await hands.press("Control+z");
      await hands.seeText(before);
    },
  })),
  {
    name: "has safe fixes made on save, and only those",
    run: async (hands, workspace) => {
      await writeSettings(workspace, onSave.settings);
      await openFixable(hands, workspace, "openclaw.json");
      const path = join(workspace, fixable.folder, "openclaw.json");
      let pressed = 0;
      await poll("the safe fix in the saved file", async () => {
        // A save before the setting has arrived makes nothing, so there is something new to save again; and one that is under way is left in peace.
        if (Date.now() - pressed > 4_000) {
          await hands.press("Control+End");
          await hands.type(" ");
          await hands.press("Control+s");
          pressed = Date.now();
        }
        return (await readFile(path, "utf8")).includes(onSave.after);
      });
      const saved = await readFile(path, "utf8");
      if (saved.trim() !== fixable.files["openclaw.json"].replace(onSave.before, onSave.after).trim())
        throw new Error(`more was changed: ${saved}`);
    },
  },
];

function openFixable(hands: Hands, workspace: string, file: string): Promise<void> {
  return hands.openByName(join(workspace, fixable.folder, file));
}
