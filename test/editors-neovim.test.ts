/** The configuration for Neovim, in a headless Neovim. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { newHome, type Home } from "./editors/home.ts";
import { neovim } from "./editors/neovim.ts";
import { opened } from "./editors/opened.ts";
import { block, strictBlock } from "./editors/page.ts";
import { runProgram } from "./run-program.ts";

/** Opens a file of a home that has its configuration in `init.lua`, and runs a script of ours. */
function runNeovim({ folder, env }: Home, file: string, script: string, variables: Readonly<Record<string, string>>): void {
  const { errors, code } = runProgram(
    neovim ?? "",
    ["--headless", "--clean", "-u", join(folder, "init.lua"), join(folder, file), "-S", `test/editors/${script}`],
    { timeout: 50_000, env: { ...env, ...variables } },
  );
  assert.equal(code, 0, `${file}: ${errors}`);
}

describe(
  "Neovim",
  { skip: neovim === undefined && "Neovim is not installed (Debian: apt-get install neovim, or npm run test:editors)" },
  () => {
    it("shows the findings of a config, explains them, and drops them when they are mended", { timeout: 60_000 }, (test) => {
      const home = newHome(test, {
        "init.lua": block("lua"),
        "openclaw.json": `{\n  meta: { lastTouchedVersion: '2026.6.1' },\n  tools: { exec: { security: "full", ask: "off" } },\n}\n`,
      });
      const answers = join(home.folder, "answers.json");
      runNeovim(home, "openclaw.json", "neovim.lua", { ANSWERS: answers });
      const { found, hover, mended } = JSON.parse(readFileSync(answers, "utf8")) as Answers;
      assert.ok(
        found.some(({ code, line }) => code === "ungated-host-exec" && line === 2),
        JSON.stringify(found),
      );
      assert.match(hover, /any command/i);
      assert.ok(!mended.some(({ code }) => code === "ungated-host-exec"), JSON.stringify(mended));
    });

    for (const { file, text, rule, isStrict = false } of opened) {
      it(`hands ${file} to the server${isStrict ? ", with the setting" : ""}`, { timeout: 60_000 }, (test) => {
        const home = newHome(test, { [file]: text, "init.lua": isStrict ? strictBlock("lua") : block("lua") });
        runNeovim(home, file, "neovim-opened.lua", { RULE: rule });
      });
    }
  },
);

interface Answers {
  readonly found: readonly { readonly code: string; readonly line: number }[];
  readonly hover: string;
  readonly mended: readonly { readonly code: string }[];
}
