/** A person looks up what stands in the files, has words offered while writing, and finds the way about. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Hands } from "./hands.ts";
import { additions, hovers, lookups, offers, structure } from "./lookups.ts";
import { placeIn, writeSettings, type Step } from "./step.ts";

type FileName = keyof typeof lookups.files;

export const lookupSteps: readonly Step[] = [
  {
    name: "opens a small config, with an approvals file and a contract beside it, and nothing else",
    run: async (hands, workspace) => {
      await mkdir(join(workspace, lookups.folder));
      for (const [name, text] of Object.entries(lookups.files)) await writeFile(join(workspace, lookups.folder, name), text);
      await openLookup(hands, workspace, "openclaw.json");
      await hands.saveAll();
      await hands.runCommand("View: Close Other Editors in Group");
      await hands.clearProblemsFilter();
      await hands.runCommand("View: Hide Panel");
      await hands.focusEditor();
      await hands.restMouse();
    },
  },
  ...hovers.map(({ of, file, at, says }): Step => ({
    name: `looks up in a hover: ${of}`,
    run: async (hands, workspace, shoot) => {
      await openLookup(hands, workspace, file);
      await goBehind(hands, file, at);
      await hands.openHover(of, (text) => says.test(text));
      await shoot(`hover-${of}`);
      await hands.press("Escape");
    },
  })),
  ...offers.map(({ of, kinds, file, at, typed, offered, result }): Step => ({
    name: `takes what is offered: ${of}`,
    ...(kinds ? { kinds } : {}),
    run: async (hands, workspace, shoot) => {
      await openLookup(hands, workspace, file);
      await goBehind(hands, file, at);
      await hands.type(typed);
      await hands.seeSuggestion(offered);
      await shoot(`completion-${of}`);
      await hands.acceptSuggestion(offered);
      await hands.seeText(result);
      await hands.press("Escape");
      await hands.runCommand("File: Revert File");
      await hands.seeText(lookups.files[file].split("\n").find((line) => line.includes(at)) ?? "");
    },
  })),
  {
    name: "switches off what is written between the lines, and on again",
    run: async (hands, workspace, shoot) => {
      await openLookup(hands, workspace, "openclaw.json");
      await goBehind(hands, "openclaw.json", additions.at);
      await hands.seeLens(additions.lens);
      await writeSettings(workspace, additions.settings);
      await hands.seeNoLens();
      await shoot("quiet");
      await writeSettings(workspace, {});
      await hands.seeLens(additions.lens);
    },
  },
  {
    name: "goes by the outline, folds, widens what is selected, and follows the name of an included file",
    run: async (hands, workspace, shoot) => {
      await openLookup(hands, workspace, "openclaw.json");
      await hands.press("Control+Shift+o");
      await hands.seeIn("list", structure.symbol);
      await shoot("symbols");
      await hands.press("Escape");
      await hands.runCommand("Fold All");
      await hands.seeNoText(structure.inner);
      await hands.runCommand("Unfold All");
      await goBehind(hands, "openclaw.json", structure.inner);
      await hands.press("Shift+Alt+ArrowRight", "Shift+Alt+ArrowRight");
      await hands.seeInStatusBar(structure.selected);
      await shoot("selection");
      await goBehind(hands, "openclaw.json", structure.link);
      await hands.runCommand("Open Link");
      await hands.seeTab(structure.linked);
      await shoot("link");
    },
  },
  {
    name: "finds every setting with what it does",
    run: async (hands, _workspace, shoot) => {
      await hands.runCommand("Preferences: Open Settings (UI)");
      await hands.seeIn("settings", "Commonly Used");
      await hands.type("@ext:grantlint.grantlint");
      await hands.seeIn("settings", "Code Lens");
      await shoot("settings");
      await hands.press("Escape", "Escape");
    },
  },
  {
    name: "opens the output, in which nothing is said as long as nothing went wrong; the status bar still speaks of the file in front",
    run: async (hands, workspace, shoot) => {
      await openLookup(hands, workspace, "openclaw.json");
      await hands.runCommand("Grantlint: Show Output");
      await hands.seeIn("output", /^\s*$/);
      await hands.seeInStatusBar(/of 2 agents have a shell/);
      await shoot("output");
      await hands.press("Control+j");
    },
  },
  {
    name: "reads the extension's own page",
    kinds: ["trusted", "restricted"],
    run: async (hands, _workspace, shoot) => {
      await hands.press("Control+Shift+x");
      await hands.clickExtension("Grantlint");
      await hands.seeInPage("Grantlint");
      await shoot("extension");
      await hands.runCommand("View: Close All Editors");
    },
  },
];

function openLookup(hands: Hands, workspace: string, file: FileName): Promise<void> {
  return hands.openByName(join(workspace, lookups.folder, file));
}

function goBehind(hands: Hands, file: FileName, written: string): Promise<void> {
  const { line, column } = placeIn(lookups.files[file], written);
  return hands.goTo(line, column);
}
