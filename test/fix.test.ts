/** `grantlint fix`: what it shows, what it writes, and that nothing is lost whatever goes wrong on the way. */
import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import type { FileSystem } from "../server/src/cli/write-files.ts";
import { nodeFileSystem } from "../server/src/entry/node-file-system.ts";
import { readNodeFile } from "../server/src/entry/node-files.ts";
import { runCommand, type Run } from "./command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "grantlint-fix-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const secret = "example-0123456789-not-a-real-token";
/** One fix that is safe (the comment ignores nothing), and two to look at (the policy, the token). */
const text = `{
  // grantlint-ignore-next-line open-door-to-shell -- the owner alone writes to it
  meta: { lastTouchedVersion: "2026.6.1" },
  gateway: { auth: { mode: "token", token: "${secret}" } }, // the old one
  tools: { exec: { security: "full", ask: "off" } },
}
`;
const safely = text
  .split("\n")
  .filter((line) => !line.includes("grantlint-ignore"))
  .join("\n");

const fix = (argv: readonly string[], fileSystem: FileSystem = nodeFileSystem, readFile = readNodeFile): Promise<Run> =>
  runCommand(["fix", ...argv], { fileSystem, readFile });

let places = 0;

/** A folder of its own with these files. */
function place(files: Readonly<Record<string, string>>): string {
  const root = join(folder, String(places++));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

const read = (root: string, name = "openclaw.json"): string => readFileSync(join(root, name), "utf8");

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

describe("without --apply", () => {
  it("shows a unified diff of the safe fixes, writes nothing, and says what else there is", async () => {
    const root = place({ "openclaw.json": text });
    const { code, out } = await fix([root]);
    assert.equal(code, 1);
    assert.match(out, /^--- a\/openclaw\.json\n\+\+\+ b\/openclaw\.json\n@@ -1,5 \+1,4 @@\n \{\n- {2}\/\/ grantlint-ignore/m);
    assert.doesNotMatch(out, /^\+ /m);
    assert.match(out, /1 fix shown, nothing written: --apply writes\. 2 findings more have a fix that needs a look first/);
    assert.equal(read(root), text);
    assert.deepEqual(readdirSync(root), ["openclaw.json"]);
  });
  it("shows with --review those that need a look, each secret hidden on both sides", async () => {
    const root = place({ "openclaw.json": text });
    const { code, out } = await fix(["--review", root]);
    assert.equal(code, 1);
    assert.match(out, /^\+ .*token: "\$\{OPENCLAW_GATEWAY_TOKEN\}" \} \}, \/\/ the old one$/m);
    assert.match(out, /^- .*token: "•+" \} \}, \/\/ the old one$/m);
    assert.match(out, /^\+ .*security: "allowlist", ask: "on-miss"/m);
    assert.ok(!out.includes(secret.slice(0, 12)));
    assert.equal(read(root), text);
  });
  it("narrows to the rules that are named, and refuses a rule that is none", async () => {
    const root = place({ "openclaw.json": text });
    const { out } = await fix(["--review", "--rule", "plaintext-credential", root]);
    assert.match(out, /1 fix shown/);
    assert.match(out, /GATEWAY_TOKEN/);
    const { code, error } = await fix(["--rule", "plaintext-credentials", root]);
    assert.equal(code, 2);
    assert.match(error, /did you mean "plaintext-credential"/);
  });
  it("ends with 0 when there is nothing to fix, and with 2 when there was nothing to read", async () => {
    const root = place({
      "openclaw.json": '{ meta: { lastTouchedVersion: "2026.6.1" }, tools: { exec: { security: "allowlist", ask: "on-miss" } } }',
    });
    const { code, out } = await fix(["--review", root]);
    assert.equal(code, 0);
    assert.match(out, /Nothing to fix\./);
    assert.equal((await fix([join(folder, "gone")])).code, 2);
    assert.equal((await fix([place({ "openclaw.json": '{ "mcpServers": {} }' })])).code, 2);
  });
  it("shows no control characters of the file", async () => {
    const root = place({ "openclaw.json": text.replace("the old one", "\u001b[31m") });
    assert.ok(!(await fix(["--review", root])).out.includes("\u001b"));
  });
});

describe("as JSON", () => {
  interface Printed {
    readonly root: string;
    readonly openclaw: unknown;
    readonly files: readonly string[];
    readonly fixes: readonly Readonly<Record<string, unknown>>[];
    readonly changes: readonly { readonly file: string; readonly diff: string }[];
    readonly unreviewed: readonly Readonly<Record<string, unknown>>[];
    readonly written: readonly string[];
    readonly failure: string | null;
  }
  const setsIn = ({ out }: Run): readonly Printed[] => (JSON.parse(out) as { sets: readonly Printed[] }).sets;

  it("is one object: fixes by rule and line, diffs by file, and what needs a look first", async () => {
    const root = place({ "openclaw.json": text });
    const run = await fix(["--format", "json", root]);
    assert.equal(run.code, 1);
    const [{ fixes, changes, unreviewed, written, failure, ...about } = assert.fail("no set"), ...others] = setsIn(run);
    assert.deepEqual(others, []);
    assert.deepEqual(about, { root, openclaw: { version: "2026.6.1", source: "stamp" }, files: ["openclaw.json"] });
    assert.deepEqual(
      fixes.map(({ rule, safety, file, line, title }) => ({ rule, safety, file, line, title })),
      [{ rule: "suppression", safety: "safe", file: "openclaw.json", line: 1, title: "Remove this comment" }],
    );
    assert.deepEqual(
      changes.map(({ file }) => file),
      ["openclaw.json"],
    );
    assert.match(changes[0]?.diff ?? "", /^--- a\/openclaw\.json\n\+\+\+ b\/openclaw\.json\n@@ -1,5 \+1,4 @@\n \{\n-[^]*\n$/);
    // Lines are those of the files as the fixes leave them: the comment above is gone by then.
    assert.deepEqual(
      unreviewed.map(({ rule, line }) => [rule, line]),
      [
        ["plaintext-credential", 2],
        ["ungated-host-exec", 3],
      ],
    );
    assert.deepEqual([written, failure, read(root)], [[], null, text]);
  });
  it("gives a fix the line its finding has before the others, hides each secret, and says what it wrote", async () => {
    const root = place({ "openclaw.json": text });
    const run = await fix(["--format", "json", "--review", "--apply", root]);
    assert.equal(run.code, 0);
    assert.ok(!run.out.includes(secret.slice(0, 12)));
    const [{ fixes, unreviewed, written } = assert.fail("no set")] = setsIn(run);
    assert.deepEqual(
      fixes.map(({ rule, line }) => [rule, line]),
      [
        ["suppression", 1],
        ["plaintext-credential", 3],
        ["ungated-host-exec", 4],
      ],
    );
    assert.deepEqual([unreviewed, written], [[], ["openclaw.json"]]);
    assert.equal((await fix([root])).code, 0);
  });
  it("says why nothing was written, and has no set for what is none of ours", async () => {
    const root = place({ "openclaw.json": text });
    const { code, out, error } = await fix(["--format", "json", "--apply", root], { ...nodeFileSystem, writeNew: failing("ENOSPC") });
    assert.equal(code, 2);
    assert.deepEqual(setsIn({ code, out, error })[0]?.failure, "openclaw.json: the disk is full");
    assert.match(error, /nothing was written/);
    const nothing = await fix(["--format", "json", place({ "openclaw.json": '{ "mcpServers": {} }' })]);
    assert.equal(nothing.code, 2);
    assert.deepEqual(setsIn(nothing), []);
  });
  it("is the only other format", async () => {
    assert.match((await fix(["--format", "yaml", folder])).error, /--format takes one of text, json/);
  });
});

describe("with --apply", () => {
  it("writes the safe fixes, ends with 0, and finds nothing to do the second time", async () => {
    const root = place({ "openclaw.json": text });
    const { code, out } = await fix(["--apply", root]);
    assert.equal(code, 0);
    assert.match(out, /wrote openclaw\.json\n1 fix made\./);
    assert.equal(read(root), safely);
    assert.equal((await fix([root])).code, 0);
  });
  it("keeps comments and everything that no fix is about", async () => {
    const root = place({ "openclaw.json": text });
    await fix(["--apply", "--review", root]);
    assert.equal(
      read(root),
      safely
        .replace(`"${secret}"`, '"${OPENCLAW_GATEWAY_TOKEN}"')
        .replace('security: "full", ask: "off"', 'security: "allowlist", ask: "on-miss"'),
    );
  });
  it("keeps mode, byte order mark and line ends", async () => {
    const windows = `\uFEFF${text.replaceAll("\n", "\r\n")}`;
    const root = place({ "openclaw.json": windows });
    chmodSync(join(root, "openclaw.json"), 0o640);
    assert.equal((await fix(["--apply", root])).code, 0);
    assert.equal(statSync(join(root, "openclaw.json")).mode & 0o777, 0o640);
    assert.equal(read(root), `\uFEFF${safely.replaceAll("\n", "\r\n")}`);
  });
  it("follows a link and leaves it a link", async () => {
    const root = place({ "real/config.json": text });
    symlinkSync(join("real", "config.json"), join(root, "openclaw.json"));
    assert.equal((await fix(["--apply", join(root, "openclaw.json")])).code, 0);
    assert.ok(lstatSync(join(root, "openclaw.json")).isSymbolicLink());
    assert.equal(read(root, "real/config.json"), safely);
    assert.deepEqual(readdirSync(join(root, "real")), ["config.json"]);
  });
  it("goes on with the other sets when one cannot be written", async () => {
    const root = place({ "a/openclaw.json": text, "b/openclaw.json": text });
    chmodSync(join(root, "a", "openclaw.json"), 0o444);
    const { code, error } = await fix(["--apply", root]);
    assert.equal(code, 2);
    assert.match(error, /openclaw\.json: the file is read-only; nothing was written/);
    assert.equal(read(root, "a/openclaw.json"), text);
    assert.equal(read(root, "b/openclaw.json"), safely);
  });
});

describe("nothing is lost", () => {
  /** Runs into a failure, and gives what is there afterwards. */
  async function after(broken: Partial<FileSystem>): Promise<{ run: Run; root: string }> {
    const root = place({ "openclaw.json": text });
    const run = await fix(["--apply", root], { ...nodeFileSystem, ...broken });
    assert.equal(run.code, 2);
    assert.deepEqual(readdirSync(root), ["openclaw.json"], "a file was left behind");
    return { run, root };
  }

  it("when the disk is full before or after a part is written", async () => {
    const half: FileSystem["writeNew"] = (path, content) => {
      writeFileSync(path, content.slice(0, content.length / 2));
      failing("ENOSPC")();
    };
    for (const writeNew of [failing("ENOSPC"), half]) {
      const { run, root } = await after({ writeNew });
      assert.match(run.error, /the disk is full; nothing was written/);
      assert.equal(read(root), text);
    }
  });
  it("when the folder cannot be written", async () => {
    const { run, root } = await after({ writeNew: failing("EACCES") });
    assert.match(run.error, /no permission to write there/);
    assert.equal(read(root), text);
  });
  it("when the folder really is read-only", { skip: process.getuid?.() === 0 || process.platform === "win32" }, async () => {
    const root = place({ "openclaw.json": text });
    chmodSync(root, 0o555);
    const { code } = await fix(["--apply", root]);
    chmodSync(root, 0o755);
    assert.equal(code, 2);
    assert.equal(read(root), text);
  });
  it("when the file cannot be replaced in the end", async () => {
    const { run, root } = await after({ replace: failing("EPERM") });
    assert.match(run.error, /no permission/);
    assert.equal(read(root), text);
  });
  it("when somebody changed the file before or while the new one was written: theirs stays", async () => {
    const theirs = text.replace("the old one", "a new one");
    const root = place({ "openclaw.json": text });
    const before = await fix(["--apply", root], nodeFileSystem, (request) => {
      const found = readNodeFile(request);
      if (request.role === "config") writeFileSync(join(root, "openclaw.json"), theirs);
      return found;
    });
    assert.match(before.error, /changed since it was read/);
    assert.equal(read(root), theirs);

    const meanwhile = place({ "openclaw.json": text });
    const during = await fix(["--apply", meanwhile], {
      ...nodeFileSystem,
      writeNew(...args) {
        nodeFileSystem.writeNew(...args);
        writeFileSync(join(meanwhile, "openclaw.json"), theirs);
      },
    });
    assert.equal(during.code, 2);
    assert.equal(read(meanwhile), theirs);
    assert.deepEqual(readdirSync(meanwhile), ["openclaw.json"]);
  });
  it("when the file is gone meanwhile: it does not come back", async () => {
    const root = place({ "openclaw.json": text });
    const { code } = await fix(["--apply", root], nodeFileSystem, (request) => {
      const found = readNodeFile(request);
      if (request.role === "config") rmSync(join(root, "openclaw.json"));
      return found;
    });
    assert.equal(code, 2);
    assert.deepEqual(readdirSync(root), []);
  });
  it("when the bytes are no valid text: they stay", async () => {
    const root = place({ "openclaw.json": text });
    const bytes = Buffer.concat([Buffer.from(text.slice(0, -3)), Buffer.from([0x2f, 0x2f, 0xff, 0x0a]), Buffer.from(text.slice(-3))]);
    writeFileSync(join(root, "openclaw.json"), bytes);
    const { code, error } = await fix(["--apply", root]);
    assert.equal(code, 2);
    assert.match(error, /not valid UTF-8/);
    assert.deepEqual(readFileSync(join(root, "openclaw.json")), bytes);
  });
  it("of several files of a set none is replaced before all are written", async () => {
    const approvals = '{ "version": 1, "agents": { "main": { "allowlist": [{ "pattern": "/**" }] } } }';
    const root = place({ "openclaw.json": text, "exec-approvals.json": approvals });
    let written = 0;
    const { code } = await fix(["--apply", "--review", root], {
      ...nodeFileSystem,
      writeNew: (...args) => (++written > 1 ? failing("ENOSPC")() : nodeFileSystem.writeNew(...args)),
    });
    assert.equal(code, 2);
    assert.equal(written, 2);
    assert.equal(read(root), text);
    assert.equal(read(root, "exec-approvals.json"), approvals);
    assert.deepEqual(readdirSync(root), ["exec-approvals.json", "openclaw.json"]);
  });
});
