/**
 * What lies where a file is looked for may be no file: a pipe nobody writes to, a device without an end, a link in a circle, a file that changes
 * under the hand. None of it is waited for, by the command line as little as by the language server, and each is named.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs, { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it, mock } from "node:test";
import { pathToFileURL } from "node:url";
import { readNodeFile } from "../server/src/entry/node-files.ts";
import { runCommand, type Run } from "./command-line.ts";
import { startServerProcess } from "./server-process.ts";

const root = mkdtempSync(join(tmpdir(), "grantlint-hostile-"));
after(() => rmSync(root, { recursive: true, force: true }));
let folders = 0;

function folder(): string {
  const path = join(root, `set${folders++}`);
  mkdirSync(path);
  return path;
}

const run = (...words: string[]): Promise<Run> => runCommand(words);

const config = '{ agents: { list: [{ id: "main" }] }, tools: { exec: { security: "full", ask: "off" } } }';

/** What is put at a path, and what is said of it when it is the config itself. */
const obstacles: readonly { readonly what: string; readonly put: (path: string) => void; readonly said: RegExp }[] = [
  { what: "a pipe", put: (path) => assert.equal(spawnSync("mkfifo", [path]).status, 0), said: /left alone, it is not a regular file/ },
  { what: "a device without an end", put: (path) => symlinkSync("/dev/zero", path), said: /left alone, it is not a regular file/ },
  { what: "a folder", put: (path) => mkdirSync(path), said: /no openclaw\.json or exec-approvals\.json here or below/ },
  { what: "a link to itself", put: (path) => symlinkSync(path, path), said: /left alone, the file cannot be read \(ELOOP\)/ },
  { what: "a link to nothing", put: (path) => symlinkSync(join(path, "gone"), path), said: /left alone|no OpenClaw config/ },
  {
    what: "a file of 50 MB",
    put: (path) => {
      writeFileSync(path, "{");
      truncateSync(path, 50_000_000);
    },
    said: /left alone, the file is too large/,
  },
];

describe("instead of a file", { skip: process.platform === "win32", timeout: 600_000 }, () => {
  for (const { what, put, said } of obstacles) {
    it(`${what} for a config is named, and nothing hangs`, async () => {
      const place = folder();
      put(join(place, "openclaw.json"));
      for (const command of ["lint", "fix", "grants", "plan"]) {
        const { code, out, error } = await run(command, place);
        assert.equal(code, 2, command);
        if (command === "lint" || command === "fix") assert.match(error + out, said, command);
      }
    });

    it(`${what} beside a config leaves what it would say unknown`, async () => {
      const place = folder();
      writeFileSync(join(place, "openclaw.json"), config.replace("{", '{ $include: "./more.json5",'));
      for (const name of ["exec-approvals.json", "grantlint.json", "more.json5", "openclaw.json.bak"]) put(join(place, name));
      const { code, out, error } = await run("lint", "--openclaw", "2026.6.1", "--strict", place);
      assert.notEqual(out, "", error);
      assert.ok(code === 0 || code === 1, error);
      assert.equal((await run("fix", "--openclaw", "2026.6.1", place)).error, "");
    });
  }

  it("what somebody else's file of the same name holds is nobody's business, but one that cannot be read is named", async () => {
    const place = folder();
    writeFileSync(join(place, "openclaw.json"), config);
    writeFileSync(join(place, "Dockerfile"), "FROM node:20\n");
    for (const command of ["lint", "fix"]) {
      const { code, error } = await run(command, place);
      assert.equal(error, "", command);
      assert.notEqual(code, 2, command);
    }
    writeFileSync(join(place, "compose.yaml"), "x");
    truncateSync(join(place, "compose.yaml"), 50_000_000);
    for (const command of ["lint", "fix"])
      assert.match((await run(command, place)).error, /compose\.yaml: left alone, the file is too large/);
  });

  it("the server answers although every neighbour of the config is an obstacle", async (test) => {
    const server = await startServerProcess(test);
    for (const { put } of obstacles) {
      const place = folder();
      for (const name of ["exec-approvals.json", "grantlint.json", "more.json5"]) put(join(place, name));
      const uri = pathToFileURL(join(place, "openclaw.json")).href;
      server.open(uri, config.replace("{", '{ $include: "./more.json5",'));
      assert.ok(Array.isArray((await server.published(uri)).diagnostics));
    }
    const uri = pathToFileURL(join(folder(), "openclaw.json")).href;
    server.open(uri, config);
    assert.ok((await server.published(uri)).diagnostics.length > 0);
    assert.equal(await server.stop(), 0);
  });

  it("a circle of folders is walked once", async () => {
    const place = folder();
    mkdirSync(join(place, "one"));
    symlinkSync(place, join(place, "one", "again"));
    writeFileSync(join(place, "one", "openclaw.json"), config);
    const { out } = await run("lint", place);
    assert.match(out, /^\S*\/one$/m);
    assert.equal(out.match(/openclaw\.json · OpenClaw/g)?.length, 1);
  });

  it("folders within folders are walked only so far", async () => {
    const place = folder();
    const deep = join(place, ...Array.from({ length: 200 }, () => "d"));
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, "openclaw.json"), config);
    const { code, error } = await run("lint", place);
    assert.equal(code, 2);
    assert.match(error, /here or below/);
  });
});

describe("includes", { skip: process.platform === "win32" }, () => {
  const secret = "example-not-a-real-token-0001";
  const ways: readonly { readonly what: string; readonly path: string; readonly lay?: (place: string, outside: string) => void }[] = [
    { what: "climb out", path: "../outside/more.json5" },
    { what: "climb out at the end", path: "./sub/../../outside/more.json5" },
    { what: "are absolute", path: join(root, "outside", "more.json5") },
    { what: "are a link out", path: "./link.json5", lay: (place, outside) => symlinkSync(outside, join(place, "link.json5")) },
    {
      what: "go through a link out",
      path: "./sub/more.json5",
      lay: (place, outside) => symlinkSync(join(outside, ".."), join(place, "sub")),
    },
    { what: "have backslashes", path: "..\\outside\\more.json5" },
    { what: "are escaped", path: "%2e%2e/outside/more.json5" },
    { what: "are addresses", path: "https://example.com/more.json5" },
  ];
  mkdirSync(join(root, "outside"));
  writeFileSync(join(root, "outside", "more.json5"), `{ gateway: { auth: { mode: "token", token: "${secret}" } }, bindings: "seen" }`);

  for (const { what, path, lay } of ways) {
    it(`that ${what} are not read`, async () => {
      const place = folder();
      lay?.(place, join(root, "outside", "more.json5"));
      writeFileSync(join(place, "openclaw.json"), `{ $include: ${JSON.stringify(path)}, agents: {} }`);
      const { out, error } = await run("lint", "--strict", "--format", "json", place);
      assert.ok(!out.includes(secret) && !out.includes("bindings") && !out.includes('outside/more.json5","rule'), error);
    });
  }

  it("in a circle of a hundred files end", async () => {
    const place = folder();
    for (let index = 0; index < 100; index++) {
      writeFileSync(join(place, `f${index}.json5`), `{ $include: ["./f${(index + 1) % 100}.json5", "./f${(index * 7) % 100}.json5"] }`);
    }
    writeFileSync(join(place, "openclaw.json"), '{ $include: "./f0.json5", agents: {} }');
    const { out, code } = await run("lint", place);
    assert.equal(code, 1);
    assert.match(out, /circle|deep/);
  });
});

describe("a file that changes while it is read", () => {
  const place = folder();
  const path = join(place, "openclaw.json");
  const request = { uri: pathToFileURL(path).href, role: "config", root: pathToFileURL(place).href };

  /** Does something whenever the file was read from, as often as told. */
  function meanwhile(times: number, act: () => void): void {
    const original = fs.readSync;
    let left = times;
    mock.method(fs, "readSync", (...words: Parameters<typeof fs.readSync>) => {
      const count = original(...words);
      if (count > 0 && left-- > 0) act();
      return count;
    });
    syncBuiltinESMExports();
  }
  function again(): void {
    mock.restoreAll();
    syncBuiltinESMExports();
  }

  it("once is read anew, so that no text is half old and half new", () => {
    writeFileSync(path, "{ old: 1 }");
    meanwhile(1, () => writeFileSync(path, "{ agents: {}, long: 'new' }"));
    assert.deepEqual(readNodeFile(request), { state: "read", text: "{ agents: {}, long: 'new' }" });
    again();
  });
  it("all the time is given up", () => {
    let size = 1;
    meanwhile(Infinity, () => writeFileSync(path, " ".repeat(size++)));
    assert.deepEqual(readNodeFile(request), { state: "unreadable", why: "the file changes while it is read" });
    again();
  });
  it("and grows with every look is given up", () => {
    writeFileSync(path, " ");
    meanwhile(Infinity, () => fs.appendFileSync(path, "x"));
    assert.deepEqual(readNodeFile(request), { state: "unreadable", why: "the file changes while it is read" });
    again();
  });
});
