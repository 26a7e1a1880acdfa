/** Other editors: the configurations of docs/editors.md, the one for Neovim in a headless Neovim. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { after, describe, it } from "node:test";
import manifest from "../package.json" with { type: "json" };
import { neovim } from "./editors/neovim.ts";
import { runProgram } from "./run-program.ts";

const page = readFileSync("docs/editors.md", "utf8");
const server = manifest.bin["grantlint-language-server"];

/** The first block of that language. */
function block(language: string): string {
  const [, text] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(page) ?? [];
  assert.ok(text !== undefined, `docs/editors.md has no ${language}`);
  return text;
}

it("the page names the program that the package brings", () => {
  assert.ok(server.length > 0);
  for (const language of ["lua", "toml", "json"]) assert.match(block(language), /"grantlint-language-server"/);
});

it("the settings for Zed are JSON", () => assert.doesNotThrow(() => JSON.parse(block("json")) as unknown));

it("the program can be started by its name", () => assert.match(readFileSync(server, "utf8"), /^#!\/usr\/bin\/env node\n/));

describe(
  "Neovim",
  { skip: neovim === undefined && "Neovim is not installed (Debian: apt-get install neovim, or npm run test:neovim)" },
  () => {
    const home = mkdtempSync(join(tmpdir(), "grantlint-neovim-"));
    after(() => rmSync(home, { recursive: true, force: true }));

    it("shows the findings of a config, explains them, and drops them when they are mended", { timeout: 60_000 }, () => {
      const bin = join(home, "bin");
      mkdirSync(bin);
      const program = join(bin, "grantlint-language-server");
      writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${join(process.cwd(), server)}" "$@"\n`);
      chmodSync(program, 0o755);
      writeFileSync(join(home, "init.lua"), block("lua"));
      writeFileSync(
        join(home, "openclaw.json"),
        `{\n  meta: { lastTouchedVersion: '2026.6.1' },\n  tools: { exec: { security: "full", ask: "off" } },\n}\n`,
      );
      const answers = join(home, "answers.json");
      const { errors, code } = runProgram(
        neovim ?? "",
        ["--headless", "--clean", "-u", join(home, "init.lua"), join(home, "openclaw.json"), "-S", "test/editors/neovim.lua"],
        {
          timeout: 50_000,
          env: {
            ...process.env,
            PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
            HOME: home,
            XDG_STATE_HOME: home,
            ANSWERS: answers,
          },
        },
      );
      assert.equal(code, 0, errors);
      const { found, hover, mended } = JSON.parse(readFileSync(answers, "utf8")) as Answers;
      assert.ok(
        found.some(({ code, line }) => code === "ungated-host-exec" && line === 2),
        JSON.stringify(found),
      );
      assert.match(hover, /any command/i);
      assert.ok(!mended.some(({ code }) => code === "ungated-host-exec"), JSON.stringify(mended));
    });
  },
);

interface Answers {
  readonly found: readonly { readonly code: string; readonly line: number }[];
  readonly hover: string;
  readonly mended: readonly { readonly code: string }[];
}
