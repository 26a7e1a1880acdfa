/** How files become a set: recognised, gathered, combined, and judged for a release. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { configRoot } from "../server/src/core/dialects/openclaw/config-root.ts";
import { openclaw } from "../server/src/core/dialects/openclaw/index.ts";
import type { ConfigSet } from "../server/src/core/dialects/dialect.ts";
import { combineIncludes } from "../server/src/core/dialects/openclaw/include.ts";
import { gatherConfigSet, type FileText, type ReadRequest } from "../server/src/core/gather.ts";
import { locationOf, pathOf, toValue, findNode } from "../server/src/core/syntax/tree.ts";
import { folderOf, isInside, normalizeUri, relativePath, resolveUri } from "../server/src/core/uri.ts";

type Files = Readonly<Record<string, string | FileText>>;

async function gather(files: Files, start = "openclaw.json", before?: ConfigSet): ReturnType<typeof gatherConfigSet> {
  const readFile = ({ uri }: ReadRequest): FileText => {
    const found = files[decodeURIComponent(uri.replace("file:///set/", ""))];
    if (typeof found === "string") return { state: "read", text: found };
    return found ?? { state: "absent" };
  };
  return gatherConfigSet(openclaw, `file:///set/${start}`, readFile, { before });
}

const named =
  (name: string) =>
  ({ uri }: { readonly uri: string }): boolean =>
    uri.endsWith(`/${name}`);

async function combined(files: Files): Promise<{ value: unknown; problems: string[] }> {
  const set = await gather(files);
  const config = set?.files[0];
  assert.ok(set && config);
  const { root, problems } = combineIncludes(config, set);
  return { value: toValue(root), problems: problems.map(({ message }) => message) };
}

describe("recognising files", () => {
  const cases: readonly [name: string, text: string, isOurs: boolean][] = [
    ["openclaw.json", "{}", true],
    ["openclaw.json", "", true],
    ["openclaw.json", "{ agents: { li", true],
    ["openclaw.json5", "{ agents: {} }", true],
    ["clawdbot.json", "{ gateway: {} }", true],
    ["moltbot.json", "{ channels: {} }", true],
    ["openclaw.example.json", "{ agents: {}, gateway: {} }", true],
    ["openclaw.json.template", "{ agents: {}, gateway: {} }", true],
    ["openclaw-prod.json5", "{ tools: {} }", true],
    ["exec-approvals.json", '{ "version": 1 }', true],
    // Names we share with others:
    ["openclaw.json", '{ "mcpServers": {} }', false],
    ["openclaw.json", '{ "provider": "x", "model": "y" }', false],
    ["openclaw.plugin.json", '{ "id": "x", "channels": [] }', false],
    ["openclaw.json.bak", "{ agents: {} }", true],
    ["openclaw.json.bak.2", "{ agents: {} }", true],
    ["openclaw.bak.json", "{ agents: {} }", false],
    ["openclaw-research.json", '{ "results": [], "query": "q", "auth": 1 }', false],
    ["exec-approvals.json", '{ "requests": [] }', false],
    ["settings.json", "{ agents: {} }", false],
  ];
  for (const [name, text, isOurs] of cases) {
    it(`${isOurs ? "takes" : "leaves"} ${name} with ${text || "no text"}`, async () => {
      assert.equal((await gather({ [name]: text }, name)) !== undefined, isOurs);
    });
  }
});

describe("gathering a set", () => {
  it("parses again what has another text, and only that", async () => {
    const texts = {
      "openclaw.json": "{}",
      "exec-approvals.json": '{ "version": 1 }',
      "grantlint.json": "{}",
      ".mcp.json": '{ "mcpServers": {} }',
    };
    const before = await gather(texts);
    const after = await gather({ ...texts, "openclaw.json": "{ tools: {} }" }, "openclaw.json", before);
    const isKept = (name: string) => before?.files.find(named(name)) === after?.files.find(named(name));
    assert.deepEqual(
      Object.keys(texts).filter((name) => !isKept(name)),
      ["openclaw.json"],
    );
    assert.deepEqual(after, await gather({ ...texts, "openclaw.json": "{ tools: {} }" }));
  });

  it("reads the approvals document beside the config", async () => {
    const set = await gather({ "openclaw.json": "{}", "exec-approvals.json": '{ "version": 1 }' });
    assert.deepEqual(
      set?.files.map(({ role }) => role),
      ["config", "approvals"],
    );
  });
  it("reads the config beside the approvals document", async () => {
    const set = await gather({ "openclaw.json": "{}", "exec-approvals.json": '{ "version": 1 }' }, "exec-approvals.json");
    assert.deepEqual(set?.files.map(({ role }) => role).sort(), ["approvals", "config"]);
  });
  it("keeps absent and unknown neighbours apart", async () => {
    const absent = await gather({ "openclaw.json": "{}" });
    const ofApprovals = (set: typeof absent) => set?.missing.filter(({ role }) => role === "approvals");
    assert.deepEqual(
      ofApprovals(absent)?.map(({ state }) => state),
      ["absent"],
    );
    const unknown = await gather({ "openclaw.json": "{}", "exec-approvals.json": { state: "unreadable", why: "no rights" } });
    assert.deepEqual(
      ofApprovals(unknown)?.map(({ state, why }) => [state, why]),
      [["unknown", "no rights"]],
    );
  });
  it("takes the copies kept of a config along, however they are written", async () => {
    const set = await gather({ "openclaw.json": "{}", "openclaw.json.bak": "{ hooks: {", "openclaw.json.bak.1": "{}" });
    assert.deepEqual(
      set?.files.map(({ role, parsed }) => [role, parsed.problems.length]),
      [
        ["config", 0],
        ["backup", 0],
        ["backup", 0],
      ],
    );
  });
  it("ends although files include each other without end", async () => {
    const set = await gather({ "openclaw.json": "{ $include: './a.json5' }", "a.json5": "{ $include: './openclaw.json' }" });
    assert.equal(set?.files.length, 2);
  });
});

describe("includes", () => {
  it("merge objects, join arrays, and let the including file win", async () => {
    const { value, problems } = await combined({
      "openclaw.json": "{ $include: ['./a.json5', './b.json5'], tools: { profile: 'coding', deny: ['c'] } }",
      "a.json5": "{ tools: { profile: 'full', deny: ['a'] }, meta: { a: 1 } }",
      "b.json5": "{ tools: { deny: ['b'] } }",
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(value, { tools: { profile: "coding", deny: ["a", "b", "c"] }, meta: { a: 1 } });
  });
  it("work deep inside, in arrays too, and relative to the including file", async () => {
    const { value } = await combined({
      "openclaw.json": "{ agents: { list: [{ $include: './agents/hr.json5' }] } }",
      "agents/hr.json5": "{ id: 'hr', tools: { $include: './tools.json5' } }",
      "agents/tools.json5": "{ deny: ['exec'] }",
    });
    assert.deepEqual(value, { agents: { list: [{ id: "hr", tools: { deny: ["exec"] } }] } });
  });
  it("keep for every value the file and path it was written at", async () => {
    const set = await gather({ "openclaw.json": "{ agents: { $include: './agents.json5' } }", "agents.json5": "{ list: [{ id: 'hr' }] }" });
    assert.ok(set);
    const id = findNode(configRoot(set), ["agents", "list", 0, "id"]);
    assert.ok(id);
    assert.equal(locationOf(id).file, "file:///set/agents.json5");
    assert.deepEqual(pathOf(id), ["list", 0, "id"]);
  });
  for (const [what, files, problem] of [
    ["a file outside the folder", { "openclaw.json": "{ $include: '../secret.json5' }" }, /must lie in the folder/],
    ["an absolute path outside the folder", { "openclaw.json": "{ $include: '/etc/passwd' }" }, /must lie in the folder/],
    ["a file that is not there", { "openclaw.json": "{ $include: './gone.json5' }" }, /no such file/],
    ["a circle", { "openclaw.json": "{ $include: './a.json5' }", "a.json5": "{ b: { $include: './a.json5' } }" }, /in a circle/],
    ["a value that is no path", { "openclaw.json": "{ $include: 5 }" }, /takes a path/],
    [
      "other keys beside an included list",
      { "openclaw.json": "{ env: { $include: './l.json5', b: 1 } }", "l.json5": "[1]" },
      /must hold an object/,
    ],
  ] as const) {
    it(`refuse ${what}`, async () => {
      const { problems } = await combined(files);
      assert.match(problems.join("\n"), problem);
    });
  }
  it("go ten files deep and no deeper", async () => {
    const chain = (length: number): Record<string, string> => ({
      "openclaw.json": "{ env: { $include: './1.json5' } }",
      ...Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `${index + 1}.json5`,
          index + 1 < length ? `{ a: { $include: './${index + 2}.json5' } }` : "{ z: 1 }",
        ]),
      ),
    });
    assert.deepEqual((await combined(chain(10))).problems, []);
    assert.match((await combined(chain(11))).problems.join("\n"), /files deep/);
  });
  it("leave an object open when a file was not given", async () => {
    const set = await gather({
      "openclaw.json": "{ tools: { $include: './t.json5' } }",
      "t.json5": { state: "unreadable", why: "no rights" },
    });
    assert.ok(set);
    assert.ok(findNode(configRoot(set), ["tools"])?.open);
  });
});

describe("the release", () => {
  const cases: readonly [
    what: string,
    files: Files,
    wanted: string | undefined,
    version: string,
    source: string,
    schema: string,
    beyond?: "newest" | "oldest",
  ][] = [
    [
      "is the one asked for",
      { "openclaw.json": "{ meta: { lastTouchedVersion: '2026.6.1' } }" },
      "2026.4.2",
      "2026.4.2",
      "setting",
      "2026.2.17",
    ],
    [
      "else the one that wrote the config",
      { "openclaw.json": "{ meta: { lastTouchedVersion: '2026.6.10' } }" },
      undefined,
      "2026.6.10",
      "stamp",
      "2026.6.1",
    ],
    [
      "is not read from a stamp that is no release",
      { "openclaw.json": "{ meta: { lastTouchedVersion: 'nightly' } }" },
      undefined,
      "2026.9.6",
      "newest",
      "2026.9.6",
    ],
    ["else the newest that knows the keys", { "openclaw.json": "{ agents: { list: [] } }" }, undefined, "2026.7.35", "shape", "2026.6.1"],
    ["fits a roster of entries", { "openclaw.json": "{ agents: { entries: {} } }" }, undefined, "2026.9.6", "shape", "2026.9.6"],
    [
      "fits a live approvals file",
      { "openclaw.json": "{}", "exec-approvals.json": '{"version":1}' },
      undefined,
      "2026.7.35",
      "shape",
      "2026.6.1",
    ],
    [
      "is the newest when keys contradict each other",
      { "openclaw.json": "{ agents: { list: [], entries: {} } }" },
      undefined,
      "2026.9.6",
      "newest",
      "2026.9.6",
    ],
    ["else the newest", { "openclaw.json": "{}" }, undefined, "2026.9.6", "newest", "2026.9.6"],
    ["may be older than all we know", { "openclaw.json": "{}" }, "2026.1.29", "2026.1.29", "setting", "2026.2.17", "oldest"],
    ["may be newer than all we know", { "openclaw.json": "{}" }, "2027.1.1", "2027.1.1", "setting", "2026.9.6", "newest"],
  ];
  for (const [what, files, wanted, version, source, schema, beyond] of cases) {
    it(what, async () => {
      const set = await gather(files);
      assert.ok(set);
      assert.deepEqual(openclaw.targetRelease(set, wanted), { version, source, schema, ...(beyond && { beyond }) });
    });
  }
});

describe("addresses", () => {
  it("have one spelling however they are escaped", () => {
    assert.equal(normalizeUri("file:///C%3A/My%20Files/a%5Bb%5D.json"), normalizeUri("file:///c:/My Files/a[b].json"));
    assert.equal(normalizeUri("untitled:openclaw.json"), "untitled:openclaw.json");
    assert.equal(normalizeUri("memfs:/a/openclaw.json"), "memfs:/a/openclaw.json");
  });
  it("are joined, and never leave a folder unnoticed", () => {
    assert.equal(resolveUri("file:///a/b", "../c/./d.json"), "file:///a/c/d.json");
    assert.equal(resolveUri(folderOf("memfs:/a/openclaw.json"), "exec-approvals.json"), "memfs:/a/exec-approvals.json");
    assert.equal(resolveUri(folderOf("memfs:/openclaw.json"), "exec-approvals.json"), "memfs:/exec-approvals.json");
    assert.equal(resolveUri("file:///a", "half\ud800.json"), "file:///a/half%EF%BF%BD.json");
    assert.ok(isInside("memfs:/", "memfs:/a"));
    assert.ok(isInside("file:///a/b", "file:///a/b/c"));
    assert.ok(!isInside("file:///a/b", "file:///a/bc"));
    assert.ok(!isInside("file:///a/b", resolveUri("file:///a/b", "../../x")));
    assert.equal(relativePath("file:///a", "file:///a/b%20c/d"), "b c/d");
  });
});
