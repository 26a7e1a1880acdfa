/** A person at work on the example organisation: sees the marks, reads why, takes a fix, types on, saves. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { poll } from "../driver/poll.ts";
import { commandSteps } from "./command-steps.ts";
import { crashSteps } from "./crash-steps.ts";
import { file, fix, hoverText, marked, quickFix, rule, ruleAtMark, ruleHeading, typed } from "./example.ts";
import { fixingSteps } from "./fixing-steps.ts";
import type { Hands } from "./hands.ts";
import { keyboardSteps } from "./keyboard-steps.ts";
import { lookupSteps } from "./lookup-steps.ts";
import { matrixSteps } from "./matrix-steps.ts";
import { pictureSteps } from "./picture-steps.ts";
import { goBehind, type Step } from "./step.ts";
import { writingSteps } from "./writing-steps.ts";

/** In the order a person does them: each step goes on from the one before. */
export const steps: readonly Step[] = [
  {
    name: "opens the config and sees it marked",
    run: async (hands) => {
      await hands.openFile(file);
      await hands.seeSquiggle();
    },
  },
  ...pictureSteps,
  ...matrixSteps,
  {
    name: "finds the same in the Problems list, and nothing of the JSON server",
    run: async (hands, _workspace, shoot) => {
      await hands.problems(rule, "the finding", (rows) => count(rows) > 0);
      await hands.problems("!grantlint", "nothing else", (rows) => rows.length === 0);
      await hands.problems(rule, "the finding", (rows) => count(rows) > 0);
      await shoot("problems");
    },
  },
  {
    name: "reads why in a hover",
    run: async (hands, workspace, shoot) => {
      await goToMark(hands, workspace);
      await hands.openHover("the reason, with a fix", (text) => hoverText.test(text) && text.includes(quickFix));
      await shoot("hover");
      await hands.press("Escape");
    },
  },
  {
    name: "reads the rule's page, which came with the extension",
    run: async (hands, workspace, shoot) => {
      await goToMark(hands, workspace);
      await hands.openTab("Grantlint: Open Rule Page", ruleAtMark, async () => {
        await hands.seeInPage(ruleHeading);
        await shoot("page");
      });
    },
  },
  {
    name: "takes the fix from the light bulb's menu, and the finding goes",
    run: async (hands, workspace, shoot) => {
      await goToMark(hands, workspace);
      const before = await hands.problems(rule, "anything", (rows) => rows.length > 0);
      await hands.openFixes(fix.title);
      await shoot("fixes");
      await hands.chooseFix(fix.title);
      await hands.problems(rule, "fewer findings", (rows) => count(rows) < count(before));
    },
  },
  {
    name: "undoes it by hand, and the finding is back",
    run: async (hands) => {
      const before = await hands.problems(rule, "what is left", () => true);
      await hands.focusEditor();
      await hands.press("Control+z");
      await hands.problems(rule, "the finding again", (rows) => count(rows) > count(before));
      await hands.focusEditor();
      await hands.press("Control+Shift+z");
      await hands.problems(rule, "as many as before", (rows) => count(rows) === count(before));
    },
  },
  {
    name: "saves, and the file on disk holds the fix and every comment",
    run: async (hands, workspace) => {
      const path = join(workspace, file);
      const before = await readFile(path, "utf8");
      await hands.focusEditor();
      await hands.press("Control+s");
      // The editor writes a file piece by piece: what is read meanwhile may still lack its end.
      await poll("the saved fix, and every comment", async () => {
        const saved = await readFile(path, "utf8");
        return saved.includes(fix.after) && isDeepStrictEqual(comments(saved), comments(before));
      });
    },
  },
  {
    name: "types a dangerous line, and it is marked at once",
    run: async (hands, workspace) => {
      const before = await hands.problems(rule, "what is left", () => true);
      await goBehind(hands, workspace, typed.after);
      await hands.type(typed.text);
      await hands.problems(rule, "a new finding", (rows) => count(rows) > count(before));
    },
  },
  ...writingSteps,
  ...commandSteps,
  ...fixingSteps,
  ...lookupSteps,
  ...keyboardSteps,
  ...crashSteps,
];

/** Into the marked value. */
async function goToMark(hands: Hands, workspace: string): Promise<void> {
  await goBehind(hands, workspace, marked.before + marked.value.slice(0, 1));
}

function count(rows: readonly string[]): number {
  return rows.filter((row) => row.includes(rule)).length;
}

function comments(text: string): string[] {
  return text.match(/^\s*\/\/.*$/gm) ?? [];
}
