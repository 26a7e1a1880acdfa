/** A person opens the matrix and works with it by keys alone: sorts, filters, goes to a line, looks ahead. */
import assert from "node:assert/strict";
import { keepEditors, matrix } from "./example.ts";
import { changeUserSettings, placeBehind, type Step } from "./step.ts";

export const matrixSteps: readonly Step[] = [
  {
    name: "opens the matrix of grants, and finds a word in each cell and nothing that axe objects to",
    run: async (hands, _workspace, shoot) => {
      await hands.restMouse();
      await hands.runCommand("Grantlint: Show the Grants Matrix");
      await hands.matrix.seeTable();
      await hands.matrix.seeStatus(matrix.all);
      await hands.matrix.seeCell(matrix.agent, "exec", matrix.cell);
      assert.deepEqual(await hands.matrix.accessibilityFaults(), []);
      assert.equal(await hands.matrix.runsForeignScript(), false);
      await hands.matrix.tabTo("grid");
      await hands.matrix.goToCell(matrix.agent, "exec");
      await hands.matrix.seeReach(matrix.reach);
      await shoot("matrix");
    },
  },
  {
    name: "sorts it by a column, filters it, and keeps those that can run commands, by keys alone",
    run: async (hands, _workspace, shoot) => {
      const before = await hands.matrix.agents();
      await hands.matrix.goToCell(undefined, "exec");
      await hands.press("Enter");
      await hands.press("Enter");
      const after = await hands.matrix.agents();
      assert.notDeepEqual(after, before);
      assert.deepEqual([...after].sort(), [...before].sort());
      await hands.press("Shift+Tab", "Shift+Tab");
      await hands.matrix.tabTo("only-commands");
      await hands.press("Space");
      await hands.matrix.seeStatus(matrix.withCommands);
      await hands.press("Shift+Tab");
      await hands.matrix.tabTo("filter");
      await hands.type(matrix.filter);
      await hands.matrix.seeStatus(matrix.filtered);
      await shoot("matrix-filtered");
      await hands.press("Control+a", "Delete");
      await hands.matrix.tabTo("only-commands");
      await hands.press("Space");
      await hands.matrix.seeStatus(matrix.all);
    },
  },
  {
    name: "looks at what every offered fix would take, and at what another release would change",
    run: async (hands, _workspace, shoot) => {
      await hands.press("Shift+Tab", "Shift+Tab");
      await hands.matrix.tabTo("view");
      await hands.press("ArrowDown");
      await hands.matrix.seeCell(matrix.agent, "exec", matrix.fixed);
      assert.deepEqual(await hands.matrix.accessibilityFaults(), []);
      await shoot("matrix-fixed");
      await hands.runCommand("Grantlint: Compare Releases");
      await hands.chooseByMouse(matrix.release);
      await hands.matrix.seeStatus(matrix.released);
      assert.deepEqual(await hands.matrix.accessibilityFaults(), []);
      await shoot("matrix-release");
    },
  },
  {
    name: "loads the window anew, and has the matrix as it was left",
    run: async (hands, workspace, shoot) => {
      await changeUserSettings(workspace, keepEditors);
      await hands.matrix.tabTo("filter");
      await hands.type(matrix.filter);
      await hands.matrix.seeStatus(matrix.filteredRelease);
      await hands.reloadWindow();
      await hands.matrix.seeTable();
      await hands.matrix.seeStatus(matrix.filteredRelease);
      await shoot("matrix-restored");
      await hands.restMouse();
    },
  },
  {
    name: "goes from a cell to the line that decides it with Enter",
    run: async (hands, workspace) => {
      await hands.closeTab(/Grants Matrix/);
      await hands.runCommand("Grantlint: Show the Grants Matrix");
      await hands.matrix.seeTable();
      await hands.matrix.tabTo("grid");
      await hands.matrix.goToCell(matrix.agent, "exec");
      await hands.press("Enter");
      await hands.seeLine((await placeBehind(workspace, matrix.decidedBy)).line);
      await hands.runCommand("View: Close Editors in Other Groups");
    },
  },
];
