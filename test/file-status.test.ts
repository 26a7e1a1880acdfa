/** `--fs`: the machine is asked about modes, owners and links when somebody wants it, and never otherwise. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { StatusOf } from "../server/src/core/index.ts";
import { nodeFileStatus } from "../server/src/entry/node-file-status.ts";
import { runCommand } from "./command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "grantlint-modes-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const config = '{ meta: { lastTouchedVersion: "2026.6.1" }, tools: { profile: "minimal" } }';

/** Writes files, private to their owner, and gives their folder. */
function place(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text, { mode: 0o600 });
  return root;
}

async function lint(root: string, options: readonly string[] = ["--fs"], statusOf: StatusOf | undefined = nodeFileStatus): Promise<string> {
  const { out, error } = await runCommand(["lint", "--min-severity", "hint", ...options, root], statusOf ? { statusOf } : {});
  return out + error;
}

describe("grantlint lint --fs", { skip: nodeFileStatus === undefined }, () => {
  it("asks about modes only when it is told to", async () => {
    const root = place("modes", { "openclaw.json": config, "exec-approvals.json": '{ "version": 1 }' });
    assert.doesNotMatch(await lint(root), /file-open-to-others/);
    chmodSync(join(root, "openclaw.json"), 0o666);
    chmodSync(join(root, "exec-approvals.json"), 0o640);
    assert.doesNotMatch(await lint(root, []), /file-open-to-others/);
    const said = await lint(root);
    assert.match(said, /The config can be written by every user of the machine \(mode 0666; 0600 is enough\)/);
    assert.match(said, /The approvals file can be read by everybody in its group \(mode 0640; 0600 is enough\)/);
  });

  it("judges a state folder with what lies in it, and no other folder", async () => {
    const root = place("state", { "openclaw.json": config });
    chmodSync(root, 0o755);
    assert.doesNotMatch(await lint(root), /file-open-to-others/);
    mkdirSync(join(root, "credentials"), { mode: 0o755 });
    assert.match(await lint(root), /The state folder can be read by[\s\S]*The folder of credentials can be read by/);
  });

  it("says of a link that it is one, and judges what it leads to", async () => {
    const root = place("links", { "real.json": config });
    symlinkSync("real.json", join(root, "openclaw.json"));
    assert.match(await lint(root, ["--fs", "--strict"]), /The config is a link/);
    chmodSync(join(root, "real.json"), 0o644);
    assert.match(await lint(root), /The config can be read by every user/);
  });
});

it("says so where modes decide nothing", async () => {
  const root = place("elsewhere", { "openclaw.json": config });
  const { out, error } = await runCommand(["lint", "--fs", root]);
  assert.match(out + error, /--fs finds nothing here: access lists decide on this system/);
});
