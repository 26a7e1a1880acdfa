/** A terminal without a window, by tmux: keys go in, and what stands on its screen comes out, searched for secrets. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { runProgram } from "../run-program.ts";
import { installPackage, mayInstall, succeeds } from "./debian.ts";

const isThere = (): boolean => succeeds("tmux", "-V");

if (mayInstall && !isThere()) installPackage("tmux");

export const canOpenTerminal = isThere();

export interface Terminal {
  /** Keys by their names, `Enter` or `C-x`; whatever is no such name is typed as it stands. */
  press(keys: readonly string[]): void;
  /** The screen as lines of text, as soon as it is as wanted. Fails when the program has ended before. */
  until(isWanted: (screen: string) => boolean, wanted: string): Promise<string>;
  close(): void;
}

/** How long a screen may take to be as wanted, in milliseconds: far more than it needs on a busy machine. */
const patience = 60_000;

/** Runs a program in a terminal of its own, which keeps its files in that folder. */
export function openTerminal(folder: string, command: readonly string[], env: NodeJS.ProcessEnv): Terminal {
  const tmux = (...words: string[]): string => {
    const { out, errors, code } = runProgram("tmux", ["-S", join(folder, "terminal"), "-f", "/dev/null", "-u", ...words], { env });
    assert.equal(code, 0, `tmux ${words[0]}: ${errors}`);
    return out;
  };
  tmux("new-session", "-d", "-x", "180", "-y", "50", "-c", folder, "--", ...command);
  return {
    press: (keys) => void tmux("send-keys", "--", ...keys),
    async until(isWanted, wanted) {
      const end = performance.now() + patience;
      for (;;) {
        const screen = tmux("capture-pane", "-p");
        if (isWanted(screen)) return screen;
        assert.ok(performance.now() < end, `${wanted}:\n${screen}`);
        await pause(50);
      }
    },
    close: () => void tmux("kill-server"),
  };
}
