/** Other editors: what docs/editors.md says in general. The configurations for Neovim and Helix have tests of their own. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { block, server } from "./editors/page.ts";

it("the page names the program that the package brings", () => {
  assert.ok(server.length > 0);
  for (const language of ["lua", "toml", "json"]) assert.match(block(language), /"grantlint-language-server"/);
});

it("the settings for Zed are JSON", () => assert.doesNotThrow(() => JSON.parse(block("json")) as unknown));

it("the program can be started by its name", () => assert.match(readFileSync(server, "utf8"), /^#!\/usr\/bin\/env node\n/));
