/** A person who has no mouse does all that the others do: finds, reads, mends, writes, goes about, and never loses the focus. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { poll } from "../driver/poll.ts";
import { byKeys, quickFix } from "./example.ts";
import type { KeyHands } from "./key-hands.ts";
import type { MatrixHands } from "./matrix-hands.ts";
import { placeIn, type Picture, type Step } from "./step.ts";

/** A step that has no way to use the mouse. */
interface KeyStep {
  readonly name: string;
  readonly run: (
    hands: KeyHands & { readonly matrix: MatrixHands },
    workspace: string,
    shoot: (picture: Picture) => Promise<void>,
  ) => Promise<void>;
}

const config = "openclaw.json";
const text = byKeys.files[config];

const steps: readonly KeyStep[] = [
  {
    name: "goes from problem to problem with F8, reads each in its place, and is back in the text with Escape",
    run: async (hands, workspace, shoot) => {
      await mkdir(join(workspace, byKeys.folder));
      for (const [name, content] of Object.entries(byKeys.files)) await writeFile(join(workspace, byKeys.folder, name), content);
      await hands.openByName(join(workspace, byKeys.folder, config));
      await hands.saveAll();
      await hands.runCommand("View: Close Other Editors in Group");
      // Files that were looked at without an editor stay open for a while; after this only the one is.
      await hands.reloadWindow();
      await hands.seeInStatusBar(byKeys.shells);
      await hands.focusEditor();
      await hands.press("Control+Home");
      await hands.pressUntil("F8", "problem", byKeys.problem);
      await hands.seeLine(placeIn(text, byKeys.marked).line);
      await shoot("keys-problem");
      await hands.press("Escape");
      await hands.seeEditorInFocus();
    },
  },
  {
    name: "opens the hover by keys, goes into it, and comes back with Escape",
    run: async (hands, _workspace, shoot) => {
      await goTo(hands, byKeys.marked);
      await hands.openHover("the reason, with a fix", (said) => said.includes(byKeys.problem) && said.includes(quickFix));
      await hands.press("Control+k", "Control+i");
      await hands.pressUntil("Tab", "hover", byKeys.problem);
      await hands.press("PageDown");
      await shoot("keys-hover");
      await hands.press("Escape");
      await hands.seeEditorInFocus();
    },
  },
  {
    name: "chooses a fix by arrows, and undoes it",
    run: async (hands, _workspace, shoot) => {
      await goTo(hands, byKeys.marked);
      await hands.openFixes(byKeys.fix.title);
      await hands.pressUntil("ArrowDown", "fix", byKeys.fix.title);
      await shoot("keys-fix");
      await hands.press("Enter");
      await hands.seeText(byKeys.fix.after);
      await hands.seeEditorInFocus();
      await hands.press("Control+z");
      await hands.seeText(byKeys.marked);
    },
  },
  {
    name: "goes through the Problems list by arrows, and from a row into the text",
    run: async (hands) => {
      await hands.press("Control+Home");
      await hands.runCommand("Problems: Focus on Problems View");
      await hands.seeIn("problems", byKeys.row);
      await hands.pressUntil("Home", "problems", /./);
      await hands.press("Home");
      await hands.pressUntil("ArrowDown", "problems", byKeys.row);
      await hands.press("Enter");
      await hands.seeLine(placeIn(text, byKeys.marked).line);
      await hands.seeEditorInFocus();
      await hands.press("Control+j");
    },
  },
  {
    name: "runs what stands above an agent from the list of its line, and reads why",
    run: async (hands, _workspace, shoot) => {
      await goTo(hands, byKeys.agent);
      await hands.press("Home");
      await hands.runCommand("Show CodeLens Commands for Current Line");
      await hands.choose(byKeys.lens);
      await hands.seeHover("the agent's grants", (said) => said.includes("Nothing in the way"));
      await shoot("keys-lens");
      await hands.press("Escape");
      await hands.seeEditorInFocus();
    },
  },
  {
    name: "takes a suggestion by arrows, with its explanation beside it, and undoes it",
    run: async (hands, _workspace, shoot) => {
      await goTo(hands, byKeys.completion.behind);
      await hands.type('"');
      await hands.pressUntil("ArrowDown", "suggestion", byKeys.completion.name);
      await hands.press("Control+Space");
      await hands.seeIn("suggestionDetails", byKeys.completion.details);
      await shoot("keys-completion");
      await hands.acceptSuggestion(byKeys.completion.name);
      await hands.seeText(byKeys.completion.result);
      await hands.runCommand("File: Revert File");
      await hands.seeText(byKeys.completion.behind + "]");
    },
  },
  {
    name: "goes to an agent's entry and back, and through all that name it",
    run: async (hands, _workspace, shoot) => {
      await goTo(hands, byKeys.mention);
      await hands.press("F12");
      await hands.seeLine(placeIn(text, byKeys.definition).line);
      await hands.seeEditorInFocus();
      await hands.press("Control+Alt+-");
      await hands.seeLine(placeIn(text, byKeys.mention).line);
      await hands.press("Shift+F12");
      await hands.seeIn("references", byKeys.inApprovals);
      await shoot("keys-references");
      await hands.pressUntil("ArrowUp", "references", byKeys.inApprovals);
      await hands.press("Escape");
      await hands.seeEditorInFocus();
    },
  },
  {
    name: "gives an agent another name in both files, and takes it back",
    run: async (hands, workspace) => {
      await goTo(hands, byKeys.mention);
      for (const name of [byKeys.renamed, byKeys.name]) {
        await hands.rename(name, () => Promise.resolve());
        for (const file of Object.keys(byKeys.files))
          await poll(`${name} in ${file}`, async () =>
            (await readFile(join(workspace, byKeys.folder, file), "utf8")).includes(`"${name}"`),
          );
        await hands.seeEditorInFocus();
      }
    },
  },
  {
    name: "comes by the status bar to the tree of grants, and by it to the line that decides",
    run: async (hands, _workspace, shoot) => {
      await hands.runCommand("View: Focus Status Bar");
      await hands.pressUntil("ArrowRight", "statusBar", byKeys.shells);
      await shoot("keys-status");
      await hands.press("Enter");
      await hands.goToRow(byKeys.name);
      await hands.expandRow();
      await hands.goToRow("exec: ");
      await hands.expandRow();
      await hands.press("ArrowDown", "Enter");
      await hands.seeLine(placeIn(text, byKeys.marked).line);
      await shoot("keys-grants");
      await hands.focusEditor();
    },
  },
  {
    name: "opens the matrix, goes by Tab from what is chosen through the table to the reasons, and by one of them into the text",
    run: async (hands) => {
      await hands.runCommand("Grantlint: Show the Grants Matrix");
      await hands.matrix.seeTable();
      await hands.matrix.tabTo("view");
      await hands.matrix.tabTo("grid");
      await hands.matrix.goToCell(byKeys.name, "exec");
      await hands.matrix.tabTo("reason");
      await hands.press("Enter");
      await hands.seeLine(placeIn(text, byKeys.marked).line);
      await hands.seeEditorInFocus();
      await hands.runCommand("View: Close Editors in Other Groups");
      await hands.seeEditorInFocus();
    },
  },
  {
    name: "comes to every step of the walkthrough by Tab",
    run: async (hands, _workspace, shoot) => {
      await hands.runCommand("Welcome: Open Walkthrough");
      await hands.choose(byKeys.walkthrough.title);
      await hands.seeIn("walkthrough", byKeys.walkthrough.title);
      for (const step of byKeys.walkthrough.steps) await hands.pressUntil("Tab", "walkthrough", step);
      await shoot("keys-walkthrough");
      await hands.runCommand("View: Close All Editors");
    },
  },
];

export const keyboardSteps: readonly Step[] = steps.map(({ name, run }) => ({ name: `without a mouse ${name}`, run }));

function goTo(hands: KeyHands, behind: string): Promise<void> {
  const { line, column } = placeIn(text, behind);
  return hands.goTo(line, column);
}
