/** The server crashes while a person works: it comes back by itself with everything, also with what is not saved, or says that it does not. */
import { dirname, join } from "node:path";
import { awaitProcess, crash } from "../driver/processes.ts";
import { crashed, fixable } from "./example.ts";
import type { Hands } from "./hands.ts";
import { placeIn, type Step } from "./step.ts";

const server = "/dist/server.js";

const kinds: Step["kinds"] = process.platform === "linux" ? ["trusted", "restricted"] : [];

export const crashSteps: readonly Step[] = [
  {
    name: "has everything back after a crash, also what is not saved",
    kinds,
    run: async (hands, workspace) => {
      await hands.openByName(join(workspace, fixable.folder, "openclaw.json"));
      const { line, column } = placeIn(fixable.files["openclaw.json"], crashed.behind);
      await hands.goTo(line, column);
      await hands.type(crashed.typed);
      await seeAll(hands);
      await crashServer(workspace);
      await seeAll(hands);
      await hands.clickStatusBar(crashed.status);
      await hands.goToRow(crashed.agent);
    },
  },
  {
    name: "is told when it crashes again and again, and not left to think that all is well",
    kinds,
    run: async (hands, workspace, shoot) => {
      for (let times = 1; times < crashed.most; times++) {
        // One that has not begun to answer would not be a crash, but no start.
        await awaitProcess(dirname(workspace), server);
        await seeAll(hands);
        await crashServer(workspace);
      }
      await hands.seeMessage(/ended several times.*nothing is checked/);
      await hands.seeInStatusBar(/Grantlint is off/);
      await shoot("off");
    },
  },
  {
    name: "starts it again from the message, and has everything back",
    kinds,
    run: async (hands) => {
      await hands.answerMessage(/ended several times/, "Restart Server");
      await hands.focusEditor();
      await seeAll(hands);
    },
  },
];

/** What is not saved is judged, and the status bar speaks of the agents. */
async function seeAll(hands: Hands): Promise<void> {
  await hands.problems(crashed.finding, "the finding of what is not saved", (rows) => rows.some((row) => row.includes(crashed.finding)));
  await hands.seeInStatusBar(new RegExp(crashed.status));
}

function crashServer(workspace: string): Promise<void> {
  return crash(dirname(workspace), server);
}
