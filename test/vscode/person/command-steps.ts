/** A person uses the commands: goes to an entry, copies a finding, has a plan written, lints other folders, creates a missing file, starts the server anew. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { agent, file, planned, second } from "./example.ts";
import { goBehind, placeBehind, type Step } from "./step.ts";

export const commandSteps: readonly Step[] = [
  {
    name: "goes from a mention of an agent to its entry",
    run: async (hands, workspace, shoot) => {
      await goBehind(hands, workspace, agent.mention);
      await hands.press("F12");
      await hands.seeLine((await placeBehind(workspace, agent.definition)).line);
      await shoot("definition");
    },
  },
  {
    name: "copies a finding",
    run: async (hands, workspace) => {
      await goBehind(hands, workspace, planned.finding);
      await hands.runCommand("Grantlint: Copy Finding");
      await hands.seeInStatusBar(/finding(s)? copied/i);
    },
  },
  {
    name: "has a least-privilege plan written, as a new document",
    run: async (hands, _workspace, shoot) => {
      await hands.runCommand("Grantlint: Write Least-Privilege Plan");
      await hands.seeText(planned.heading);
      await shoot("plan");
      await hands.runCommand("View: Revert and Close Editor");
      await hands.seeTab(file);
    },
  },
  {
    name: "lints the whole workspace, files that are not open too",
    run: async (hands, workspace, shoot) => {
      await mkdir(join(workspace, second.folder));
      await writeFile(join(workspace, second.folder, file), second.text);
      await hands.runCommand("Grantlint: Lint Workspace");
      await hands.problems(second.filter, "the finding of the second folder", (rows) => rows.some((row) => row.includes(second.filter)));
      await shoot("workspace");
    },
  },
  {
    name: "lints the config in the home folder, on command only",
    kinds: ["trusted", "restricted"],
    run: async (hands, workspace, shoot) => {
      const home = join(dirname(workspace), ".openclaw");
      await mkdir(home);
      await writeFile(join(home, file), second.text);
      await hands.focusEditor();
      await hands.runCommand("Grantlint: Lint ~/.openclaw");
      await hands.seeText(second.shown);
      await hands.problems(second.filter, "the finding at home", (rows) => rows.some((row) => row.includes(second.filter)));
      await shoot("home");
    },
  },
  {
    name: "is told that a browser has no home folder",
    kinds: ["web"],
    run: async (hands, _workspace, shoot) => {
      await hands.focusEditor();
      await hands.runCommand("Grantlint: Lint ~/.openclaw");
      await hands.seeMessage(/A browser has no home folder/);
      await shoot("home");
    },
  },
  {
    name: "creates the approvals file that is missing, and looks at it before saving",
    run: async (hands, workspace, shoot) => {
      await hands.openByName(join(workspace, second.folder, file));
      await hands.runCommand("Grantlint: Create exec-approvals.json");
      await hands.seeTab("exec-approvals.json");
      await hands.seeText('"version": 1');
      await shoot("approvals");
    },
  },
  {
    name: "starts the server anew, and is told as much as before",
    run: async (hands) => {
      await hands.runCommand("Grantlint: Restart Server");
      await hands.problems(second.filter, "the finding again", (rows) => rows.some((row) => row.includes(second.filter)));
    },
  },
];
