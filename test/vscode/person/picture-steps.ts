/** A person looks at what the file does not say: above an agent, inside a block, in the status bar, in the tree of grants. */
import { agent, reason, quickFix, secret, shells, silence } from "./example.ts";
import { goBehind, placeBehind, type Step } from "./step.ts";

export const pictureSteps: readonly Step[] = [
  {
    name: "reads above an agent what it may do, and with a click why",
    run: async (hands, workspace, shoot) => {
      await goBehind(hands, workspace, agent.written);
      await hands.seeLens(agent.lens);
      await shoot("lens");
      await hands.clickLens(agent.lens);
      await hands.seeHover("the agent's grants", (text) => agent.hover.test(text));
      await shoot("reasons");
      await hands.press("Escape");
    },
  },
  {
    name: "reads inside a block what its missing settings come to",
    run: async (hands, workspace, shoot) => {
      await goBehind(hands, workspace, silence.block);
      await hands.seeText(silence.words);
      await shoot("hint");
    },
  },
  {
    name: "reads what a finding enables and what answers it",
    run: async (hands, workspace, shoot) => {
      await goBehind(hands, workspace, secret.written);
      await hands.openHover("the techniques, with a fix", (text) => secret.hover.test(text) && text.includes(quickFix));
      await shoot("techniques");
      await hands.press("Escape");
    },
  },
  {
    name: "sees in the status bar how many agents have a shell, and goes from there through the tree by keys alone",
    run: async (hands, workspace, shoot) => {
      await hands.pointAtStatusBar(shells, "the ways to more", (text) => text.includes("Grants Matrix"));
      await shoot("status");
      await hands.clickStatusBar(shells);
      await hands.goToRow(`${agent.id}: host shell`);
      await hands.expandRow();
      await hands.goToRow("exec: ");
      await hands.expandRow();
      await shoot("grants");
      await hands.goToRow(reason.text);
      await hands.press("Enter");
      await hands.seeLine((await placeBehind(workspace, reason.decidedBy)).line);
    },
  },
  {
    name: "clicks an agent in the tree, and comes to its entry",
    run: async (hands, workspace) => {
      await hands.clickRow(`${agent.id}: host shell`);
      await hands.seeLine((await placeBehind(workspace, agent.written)).line - 1);
    },
  },
  {
    name: "finds a walkthrough for the beginning",
    run: async (hands, _workspace, shoot) => {
      await hands.runCommand("Welcome: Open Walkthrough");
      await hands.choose("Lock down your first agent");
      // In a narrow window a walkthrough has no pictures.
      await hands.press("Control+b");
      await hands.seePicture();
      await shoot("walkthrough");
      await hands.press("Control+b");
      await hands.closeTab(/Welcome/);
    },
  },
];
