/** The configuration for Helix, in a Helix that runs in a terminal and is used by its keys. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { helix } from "./editors/helix.ts";
import { newHome, type Home } from "./editors/home.ts";
import { config, opened } from "./editors/opened.ts";
import { block, strictBlock } from "./editors/page.ts";
import { canOpenTerminal, openTerminal } from "./editors/terminal.ts";

/** What is pressed, and what the screen then comes to show, or no longer shows. */
interface Step {
  readonly press: readonly string[];
  readonly shows?: RegExp;
  readonly hides?: RegExp;
}

const edited: readonly Step[] = [
  { press: [], shows: /●/ },
  // What is wrong here, with its rule.
  { press: ['/"full', "Enter"], shows: /may run any command on the host/ },
  // Why, and what the key means.
  { press: ["Space", "k"], shows: /Mitigations: AML/ },
  { press: ["Escape"], hides: /Mitigations: AML/ },
  // A fix, which lands behind a character that is long in every encoding.
  { press: ["Space", "a"], shows: /Ask a person before commands that are not on the allowlist/ },
  { press: ["Enter"], shows: /exec: \{ security: "allowlist", ask: "on-miss" \} \}/, hides: /●/ },
  // From an agent's name to its entry, and another name at both places.
  { press: ['/agentId: "', "Enter"], shows: /4:25\b/ },
  { press: ["g", "d"], shows: /3:37\b/ },
  { press: ["Space", "r"], shows: /rename-to:main/ },
  { press: ["-desk", "Enter"], shows: /agentId: "main-desk"/ },
  // What the release has at this place.
  { press: ["/gateway: \\{", "Enter"], shows: /5:3\b/ },
  { press: ["a"], shows: /^ INS/m },
  { press: ["C-x"], shows: /\bcustomBindHost\b/ },
  { press: ["Escape"], shows: /^ NOR/m },
  { press: [":write", "Enter"], shows: /written/ },
];

const languages = ".config/helix/languages.toml";

/** Opens a file of a home that has its configuration, and takes the steps. */
async function useHelix({ folder, env }: Home, file: string, steps: readonly Step[]): Promise<void> {
  const terminal = openTerminal(folder, [...(helix ?? []), join(folder, file)], env);
  try {
    for (const { press, shows, hides } of steps) {
      if (press.length > 0) terminal.press(press);
      const isWanted = (screen: string): boolean => (shows?.test(screen) ?? true) && !(hides?.test(screen) ?? false);
      await terminal.until(isWanted, `After "${press.join(" ")}" the screen shows no ${String(shows)}, or ${String(hides)}`);
    }
  } finally {
    terminal.close();
  }
}

describe("Helix", { skip: (helix === undefined || !canOpenTerminal) && "Helix or tmux is not installed (npm run test:editors)" }, () => {
  it("shows findings, explains and mends them, and follows and renames agents", { timeout: 300_000 }, async (test) => {
    const home = newHome(test, { [languages]: block("toml"), "openclaw.json": config });
    await useHelix(home, "openclaw.json", edited);
    assert.equal(
      readFileSync(join(home.folder, "openclaw.json"), "utf8"),
      config.replaceAll('"main"', '"main-desk"').replace('"full", ask: "off"', '"allowlist", ask: "on-miss"'),
    );
  });

  for (const { file, text, rule, isStrict = false } of opened) {
    it(`hands ${file} to the server${isStrict ? ", with the setting" : ""}`, { timeout: 300_000 }, async (test) => {
      const home = newHome(test, { [file]: text, [languages]: isStrict ? strictBlock("toml") : block("toml") });
      await useHelix(home, file, [
        { press: [], shows: /●/ },
        { press: ["Space", "d"], shows: new RegExp(rule) },
      ]);
    });
  }
});
