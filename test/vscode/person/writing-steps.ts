/** A person writes: takes a name that is offered, says why a finding is fine, gives an agent another name in both files. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { poll } from "../driver/poll.ts";
import { approvals, completion, file, ignored, renamed, rule, typed } from "./example.ts";
import { goBehind, placeBehind, type Step } from "./step.ts";

export const writingSteps: readonly Step[] = [
  {
    name: "says why a finding is fine, with the comment from the light bulb's menu, and it goes",
    run: async (hands, workspace, shoot) => {
      const { line, column } = await placeBehind(workspace, typed.after);
      await hands.goTo(line, column + typed.text.indexOf(typed.marked) + 1);
      await hands.openFixes(ignored.title);
      await hands.chooseFix(ignored.title);
      await hands.type(ignored.reason);
      await hands.seeText(ignored.comment);
      await hands.problems(rule, "no such finding any more", (rows) => rows.length === 0);
      await shoot("ignored");
    },
  },
  {
    name: "takes a tool's group that is offered in a list that is half typed",
    run: async (hands, workspace, shoot) => {
      await goBehind(hands, workspace, completion.after);
      await hands.type(completion.typed);
      await hands.seeSuggestion(completion.accepted);
      await shoot("completion");
      await hands.type(completion.narrowed);
      await hands.acceptSuggestion(completion.accepted);
      await hands.seeText(completion.result);
      await hands.press("End");
      await hands.type(",");
      await hands.press("Control+s");
      await poll("the saved completion", async () => (await readFile(join(workspace, file), "utf8")).includes(`${completion.result},`));
    },
  },
  {
    name: "gives an agent another name, in the approvals file too, which is not open",
    run: async (hands, workspace, shoot) => {
      await writeFile(join(workspace, approvals.file), approvals.text);
      await hands.problems(approvals.rule, "the finding in the new file", (rows) => rows.some((row) => row.includes(approvals.rule)));
      await goBehind(hands, workspace, renamed.at);
      await hands.rename(renamed.to, () => shoot("rename"));
      for (const [name, written] of [
        [file, renamed.inConfig],
        [approvals.file, renamed.inApprovals],
      ] as const)
        await poll(`${written} in ${name}`, async () => (await readFile(join(workspace, name), "utf8")).includes(written));
    },
  },
];
