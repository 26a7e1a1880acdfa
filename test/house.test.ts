/** The rules of this house, as tests: who may import whom, what belongs together, what must be fresh. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, it } from "node:test";
import { techniques } from "../server/src/core/atlas/atlas.gen.ts";
import { rules } from "../server/src/core/index.ts";

const core = "server/src/core";

/** A room, and what its files may import besides each other. The first room whose path fits is the file's own. */
const rooms: readonly { readonly room: string; readonly may: readonly string[] }[] = [
  { room: `${core}/syntax/`, may: [`${core}/finding.ts`] },
  { room: `${core}/atlas/`, may: [] },
  { room: `${core}/uri.ts`, may: [`${core}/syntax/`] },
  { room: `${core}/read`, may: [`${core}/syntax/`] },
  { room: `${core}/finding.ts`, may: [`${core}/syntax/`, `${core}/atlas/`] },
  { room: `${core}/grants/`, may: [`${core}/syntax/`, `${core}/finding.ts`, `${core}/read.ts`] },
  { room: `${core}/schema/`, may: [`${core}/syntax/`, `${core}/finding.ts`] },
  { room: `${core}/rules/`, may: [`${core}/rule.ts`, `${core}/read.ts`, `${core}/wording.ts`, `${core}/grants/`, `${core}/finding.ts`] },
  { room: `${core}/dialects/`, may: [`${core}/`] },
  { room: `${core}/`, may: [`${core}/`] },
  { room: "server/src/lsp/", may: [`${core}/index.ts`, "package.json"] },
  { room: "server/src/cli/", may: [`${core}/index.ts`, "package.json"] },
  { room: "server/src/entry/", may: [`${core}/index.ts`, "server/src/lsp/", "server/src/cli/"] },
  { room: "client/src/", may: ["server/src/lsp/protocol.ts", "client/webview/messages.ts"] },
  { room: "client/webview/", may: ["server/src/lsp/protocol.ts"] },
];

/** Files of the core that a library works in, each for one grammar and fetched only with the first such file. None touches a platform. */
const libraries: ReadonlyMap<string, string> = new Map([
  [`${core}/dialects/container/read-yaml.ts`, "yaml"],
  [`${core}/dialects/container/read-dockerfile.ts`, "dockerfile-ast"],
]);

const sources = [...filesBelow("server/src"), ...filesBelow("client/src"), ...filesBelow("client/webview")].filter((file) =>
  file.endsWith(".ts"),
);

it("a rule of the strict set has nothing to say outside it, because nobody asks it there", () => {
  for (const file of sources.filter((name) => name.startsWith(`${core}/rules/`))) {
    const text = readFileSync(file, "utf8");
    assert.ok(!/^ {2}set: "strict",$/m.test(text) || !text.includes('"default"'), file);
  }
});

describe("imports", () => {
  for (const file of sources) {
    it(`of ${file} stay within what its room may know`, () => {
      const home = rooms.find(({ room }) => file.startsWith(room));
      assert.ok(home, "the file stands in no known room");
      for (const target of ownImports(file)) {
        // Files named by a prefix (`read`) are one room; folders are one room.
        const isNear = target.startsWith(home.room) && (home.room.endsWith("/") || !target.endsWith("/"));
        assert.ok(isNear || home.may.some((allowed) => target.startsWith(allowed)), `imports ${target}`);
      }
    });
  }

  it("of rules never reach another rule", () => {
    for (const file of sources.filter((name) => name.startsWith(`${core}/rules/`))) {
      assert.deepEqual(
        ownImports(file).filter((target) => target.startsWith(`${core}/rules/`)),
        [],
        file,
      );
    }
  });

  it("of the core name no platform", () => {
    for (const file of sources.filter((name) => name.startsWith(core))) {
      assert.deepEqual(
        imports(file).filter((target) => !target.startsWith(".") && target !== libraries.get(file)),
        [],
        file,
      );
    }
  });
});

describe("dialects", () => {
  const folders = readdirSync(`${core}/dialects`, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(`${core}/dialects/${entry.name}/index.ts`),
  );

  it("import no other dialect, and share what stands above them", () => {
    for (const { name } of folders) {
      const others = folders.filter((folder) => folder.name !== name).map((folder) => `${core}/dialects/${folder.name}/`);
      for (const file of sources.filter((source) => source.startsWith(`${core}/dialects/${name}/`)))
        for (const target of ownImports(file)) assert.ok(!others.some((other) => target.startsWith(other)), `${file} imports ${target}`);
    }
  });

  it("are known to nobody by name: one more touches no rule, no editor feature and no command", () => {
    const companions = folders.filter(({ name }) => name !== "openclaw");
    assert.ok(companions.length >= 2);
    // What companions are called, as a word in quotes, and the names of their files.
    const ids = companions.map(({ name }) => name).join("|");
    const named = new RegExp(`["'\`](?:${ids})["'\`]|[Cc]ompose\\b|[Dd]ockerfile|[Cc]ontainerfile|mcporter|\\.mcp\\.json`);
    for (const file of sources.filter((source) => !source.startsWith(`${core}/dialects/`) && !source.endsWith(".gen.ts")))
      assert.doesNotMatch(readFileSync(file, "utf8"), named, file);
  });
});

describe("rules", () => {
  const ids = rules.map(({ id }) => id);

  it("are those of the folder, named like their files", () => assert.deepEqual(ids, namesIn(`${core}/rules`, ".ts")));
  it("each have a fixture, and no fixture is left over", () => assert.deepEqual(ids, namesIn("test/rules", ".json5")));
  it("each have a page, and no page is left over", () =>
    assert.deepEqual([...ids, "README", "coverage"].sort(), namesIn("docs/rules", ".md").sort()));
  it("name no product", () => {
    for (const id of ids) assert.doesNotMatch(readFileSync(`${core}/rules/${id}.ts`, "utf8"), /openclaw/i, id);
  });
  it("say what and why in sentences without a full stop at the end of the summary", () => {
    for (const { id, summary, why } of rules) {
      assert.doesNotMatch(summary, /\.$/, id);
      assert.match(why, /\.$/, id);
    }
  });
  it("cite ATLAS ids that are current", () => {
    const retired = ["AML.T0104", "AML.T0019", "AML.T0058", "AML.T0009", "AML.T0045"];
    for (const id of retired) assert.ok(!(id in techniques), id);
  });
});

describe("generated files", () => {
  it("are fresh", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/gen.mjs", "--check"], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });
});

describe("tests", () => {
  // A real VS Code is searched by what it logs (`test/vscode/run-kind.ts`).
  const files = filesBelow("test").filter((file) => file.endsWith(".ts") && !file.startsWith("test/vscode/"));

  it("hear the product only where it is searched for secrets", () => {
    for (const { voice, heardBy } of voices) {
      const hearing = files.filter((file) => voice.test(readFileSync(file, "utf8")));
      assert.deepEqual(hearing.sort(), Object.keys(heardBy).sort(), String(voice));
    }
    const searched = voices.flatMap(({ heardBy }) => Object.entries(heardBy)).filter(([, how]) => how === "searched");
    for (const [file] of searched) assert.match(readFileSync(file, "utf8"), /from "\.\/secret-search\.ts"/, file);
  });
});

describe("names", () => {
  it("of the grants room are no product's", () => {
    for (const file of sources.filter((name) => name.startsWith(`${core}/grants/`))) {
      assert.doesNotMatch(readFileSync(file, "utf8"), /openclaw/i, file);
    }
  });
});

function namesIn(folder: string, ending: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .map((name) => name.slice(0, -ending.length))
        .sort()
    : [];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

function imports(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^(?:import|export)\b[^;]*?\bfrom "([^"]+)";/gm), ...text.matchAll(/^import "([^"]+)";/gm)].map(
    (match) => match[1] ?? "",
  );
}

/**
 * What speaks for the product, and the files of the tests that may have it speak. All others go through these, and each of these searches what it hears for
 * secrets, unless a reason says that it hears nothing of a user's.
 */
const voices: readonly { readonly voice: RegExp; readonly heardBy: Readonly<Record<string, "searched" | "nothing of a user's">> }[] = [
  { voice: /\bfrom "[./]*server\/src\/cli\/main\.ts"/, heardBy: { "test/command-line.ts": "searched" } },
  {
    voice: /\bfrom "[./]*server\/src\/cli\/(?:text|json|sarif|fix-text|fix-json|grants-text|grants-json|lint|fix|grants)\.ts"/,
    heardBy: {},
  },
  { voice: /\bfrom "[./]*server\/src\/lsp\/server\.ts"/, heardBy: { "test/lsp-client.ts": "searched" } },
  { voice: /\bimport \{[^}]*\banalyze\b/, heardBy: { "test/analyze-texts.ts": "searched" } },
  {
    voice: /\bfrom "node:child_process"/,
    heardBy: {
      "test/run-program.ts": "searched",
      "test/server-process.ts": "searched",
      "test/hostile-files.test.ts": "nothing of a user's",
      "test/house.test.ts": "nothing of a user's",
      "test/editors/debian.ts": "nothing of a user's",
      "test/oracle/ask.ts": "nothing of a user's",
    },
  },
];

/** Imports of our own files, as paths from the project's folder. */
function ownImports(file: string): string[] {
  return imports(file)
    .filter((target) => target.startsWith("."))
    .map((target) => relative(".", normalize(join(dirname(file), target))));
}
