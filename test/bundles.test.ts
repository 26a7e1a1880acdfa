/**
 * What is inside of the bundles, and nothing else: others' packages and the platform's modules, each with its reason. Where something new comes in by an
 * import, this says so before anybody ships it.
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { describe, it } from "node:test";
import { bundledPackages, packagesInBundles, sbom } from "../scripts/sbom.mjs";

const languageServer = [
  "vscode-jsonrpc",
  "vscode-languageserver",
  "vscode-languageserver-protocol",
  "vscode-languageserver-textdocument",
  "vscode-languageserver-types",
];
const languageClient = [
  ...["balanced-match", "brace-expansion", "minimatch", "vscode-jsonrpc", "vscode-languageclient"],
  ...["vscode-languageserver-protocol", "vscode-languageserver-textdocument", "vscode-languageserver-types"],
];
/** Readers of files, a diff, and what they need of the language server's types. */
const readers = ["diff", "dockerfile-ast", "yaml"];
const files = ["buffer", "fs", "path", "process", "url", "util"];

/** `platform`: modules of Node or VS Code that may be asked for. `most`: bytes, with room to grow by a tenth. */
const bundles: Readonly<
  Record<string, { readonly packages: readonly string[]; readonly platform: readonly string[]; readonly most: number }>
> = {
  "cli.js": {
    packages: [...readers, "vscode-languageserver-textdocument", "vscode-languageserver-types"],
    platform: [...files, "v8"],
    most: 920_000,
  },
  // vscode-jsonrpc and vscode-languageserver hold all their transports: pipes, sockets and child processes. `traps.test.ts` proves that none is used.
  "server.js": {
    packages: [...readers, ...languageServer],
    platform: [...files, "child_process", "crypto", "fs/promises", "net", "os", "v8"],
    most: 1_120_000,
  },
  "server.browser.js": { packages: [...readers, ...languageServer], platform: [], most: 1_620_000 },
  // vscode-languageclient starts the server, and knows the transports too.
  "extension.js": {
    packages: [...languageClient, "semver"],
    platform: ["child_process", "crypto", "fs", "net", "os", "path", "readline", "util", "vscode"],
    most: 520_000,
  },
  "extension.browser.js": { packages: languageClient, platform: ["vscode"], most: 480_000 },
  "matrix.js": { packages: [], platform: [], most: 40_000 },
  "matrix.css": { packages: [], platform: [], most: 20_000 },
};

const found = packagesInBundles();

describe("bundles", () => {
  it("are those listed here", () => assert.deepEqual(Object.keys(found).sort(), Object.keys(bundles).sort()));

  for (const [name, { packages, platform, most }] of Object.entries(bundles)) {
    describe(name, () => {
      const text = readFileSync(`dist/${name}`, "utf8");
      it("holds these packages and no other", () => assert.deepEqual(Object.keys(found[name] ?? {}).sort(), [...new Set(packages)].sort()));
      it("asks for these modules of the platform and no other", () => {
        const asked = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, module = ""]) => module.replace(/^node:/, ""));
        assert.deepEqual(
          [...new Set(asked)].filter((module) => !platform.includes(module)),
          [],
        );
      });
      it("fetches and evaluates nothing", () => {
        assert.doesNotMatch(text, /\b(?:new Function|XMLHttpRequest|EventSource|WebSocket|importScripts)\b|[^.\w]eval\(|[^.\w]fetch\(/);
      });
      it(`stays below ${most} bytes`, () => assert.ok(statSync(`dist/${name}`).size <= most));
    });
  }
});

describe("packages of others in the bundles", () => {
  const lock = (
    JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      packages: Record<string, { integrity?: string; hasInstallScript?: boolean; link?: boolean }>;
    }
  ).packages;
  const notice = readFileSync("NOTICE", "utf8");

  for (const name of bundledPackages()) {
    const entry = lock[`node_modules/${name}`];
    const {
      version,
      license,
      scripts = {},
    } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as {
      version: string;
      license: string;
      scripts?: object;
    };
    it(`${name} runs nothing when it is installed`, () => {
      assert.notEqual(entry?.hasInstallScript, true);
      assert.deepEqual(
        Object.keys(scripts).filter((script) => /^(?:pre|post)?install$/.test(script)),
        [],
      );
    });
    it(`${name} is named in NOTICE, under a licence that allows it`, () => {
      assert.ok(notice.split("\n").includes(`${name} ${version}, ${license}`));
      assert.match(license, /^(?:MIT|ISC|BSD-2-Clause|BSD-3-Clause|BlueOak-1\.0\.0|Apache-2\.0)$/);
    });
  }

  it("and everything else that is installed are pinned by their content", () => {
    for (const [path, { integrity, link }] of Object.entries(lock))
      if (path !== "" && !link) assert.match(integrity ?? "", /^sha512-/, path);
  });

  it("are listed in the bill of materials with version, licence and checksum", () => {
    const { bomFormat, components } = sbom();
    assert.equal(bomFormat, "CycloneDX");
    assert.deepEqual(
      components.map(({ name }) => name),
      bundledPackages(),
    );
    for (const { version, licenses, hashes } of components) {
      assert.match(version, /^\d+\.\d+\.\d+/);
      assert.ok(licenses[0]?.license.id);
      assert.match(hashes[0]?.content ?? "", /^[0-9a-f]{128}$/);
    }
  });
});

it("no setting names a program to run", () => {
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
    contributes: { configuration: { properties: Record<string, { type: string; scope: string }> } };
  };
  for (const [name, { scope }] of Object.entries(contributes.configuration.properties)) {
    assert.doesNotMatch(name, /path|command|executable|args|env|runtime|node/i, name);
    assert.match(scope, /^(?:resource|window)$/, name);
  }
});

describe("workflows", () => {
  const folder = ".github/workflows";
  for (const name of readdirSync(folder)) {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    it(`${name} has no permissions but to read`, () => {
      assert.match(text, /^permissions: \{\}$/m);
      assert.doesNotMatch(text, /:\s*write\b|write-all|pull_request_target|secrets\./);
    });
    it(`${name} pins actions by their content`, () => {
      for (const [, action = ""] of text.matchAll(/uses:\s*(\S+)/g)) assert.match(action, /@[0-9a-f]{40}$/, action);
    });
  }
});
