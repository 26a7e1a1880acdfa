/** Files beside and around a config: whose they are, what is said of them, and that they keep out of what is said of agents. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "node:test";
import { findSets } from "../server/src/cli/find-sets.ts";
import { analyzeIfOurs, analyzeTexts } from "./analyze-texts.ts";

const servers = '{ "mcpServers": { "files": { "command": "npx", "args": ["files-mcp"] } } }';

describe("companions", () => {
  it("are known by their content", async () => {
    assert.equal(await analyzeIfOurs({ files: { ".mcp.json": '{ "name": "something else" }' } }), undefined);
    assert.equal((await analyzeTexts({ files: { ".mcp.json": servers } })).dialect.id, "mcp");
  });

  it("say nothing of agents, so that every rule about these stays silent", async () => {
    const { policy, findings, failures } = await analyzeTexts({ files: { "mcporter.json": '{ "mcpServers": {} }' }, strict: true });
    assert.deepEqual([policy.agents, findings, failures], [[], [], []]);
  });

  it("are not held to a contract", async () => {
    const contract = '{ "agents": { "main": { "needs": ["nonsense"] } } }';
    const { findings } = await analyzeTexts({ files: { ".mcp.json": servers, "grantlint.json": contract } });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["mcp-server-unpinned"],
    );
  });

  it("are searched for secrets", async () => {
    const key = "sk-proj-" + "a1B2c3D4e5F6g7H8".repeat(3);
    const text = `{ "mcpServers": { "files": { "command": "/opt/files", "env": { "OPENAI_API_KEY": "${key}", "MODE": "\${MODE}" } } } }`;
    const { findings } = await analyzeTexts({ files: { ".mcp.json": text } });
    assert.deepEqual(
      findings.map(({ rule, path }) => [rule, path.join(".")]),
      [["plaintext-credential", "mcpServers.files.env.OPENAI_API_KEY"]],
    );
  });
});

describe("the search for sets", () => {
  const root = mkdtempSync(join(tmpdir(), "grantlint-"));
  const put = (path: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), servers);
  };
  for (const path of [".mcp.json", "home/openclaw.json", "home/.mcp.json", "home/deeper/openclaw.json"]) put(path);
  const found = (path: string): string[] => {
    const result = findSets(join(root, path));
    assert.equal(result.state, "found");
    return result.state === "found"
      ? result.sets.map(({ start, isGuess }) => `${relative(root, fileURLToPath(start))}${isGuess ? "?" : ""}`)
      : [];
  };

  it("goes on below a companion, and not below a config", () =>
    assert.deepEqual(found("."), [".mcp.json?", "home/openclaw.json", "home/.mcp.json?"]));
  it("takes a file that is named for what it is", () => assert.deepEqual(found(".mcp.json"), [".mcp.json"]));
});
