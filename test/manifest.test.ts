/** What package.json promises VS Code, held against the code: names of files, files it points at, commands. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import bareManifest from "../package.json" with { type: "json" };
import words from "../package.nls.json" with { type: "json" };
import { configFileNames, roleOf } from "../server/src/core/dialects/openclaw/files.ts";
import { adjustableIds, ruleLevels, rules } from "../server/src/core/index.ts";
import { readSettings } from "../server/src/lsp/settings.ts";

/** As VS Code reads it: with the words of package.nls.json in their places. */
const manifest = withWords(bareManifest);
const { languages, grammars, commands, jsonValidation, viewsContainers, walkthroughs } = manifest.contributes;
const [config] = languages;
assert.ok(config);

describe("the config's language", () => {
  it("is given to every name of a live config", () => {
    assert.deepEqual([...config.filenames].sort(), [...configFileNames].sort());
  });

  const names: readonly { readonly name: string; readonly hasLanguage: boolean; readonly isConfig: boolean }[] = [
    { name: "openclaw.example.json", hasLanguage: true, isConfig: true },
    { name: "openclaw-template.json", hasLanguage: true, isConfig: true },
    { name: "openclaw.prod.json5", hasLanguage: true, isConfig: true },
    { name: "moltbot-home.json5", hasLanguage: true, isConfig: true },
    { name: "openclaw.json.example", hasLanguage: true, isConfig: true },
    // Backups are coloured, and nothing is said about them.
    { name: "openclaw.json.bak", hasLanguage: true, isConfig: false },
    { name: "clawdbot.json.bak.2", hasLanguage: true, isConfig: false },
    { name: "openclaw.plugin.json", hasLanguage: false, isConfig: false },
    { name: "exec-approvals.json", hasLanguage: false, isConfig: false },
    { name: "package.json", hasLanguage: false, isConfig: false },
  ];
  for (const { name, hasLanguage, isConfig } of names) {
    it(`is ${hasLanguage ? "" : "not "}given to ${name}, which is ${isConfig ? "" : "not "}judged as a config`, () => {
      assert.equal(
        config.filenamePatterns.some((pattern) => expression(pattern).test(name)),
        hasLanguage,
      );
      assert.equal(roleOf(`file:///folder/${name}`)?.role === "config", isConfig);
    });
  }
});

it("takes a name for one word, so that a list of suggestions stays open while it is typed", () => {
  const { wordPattern } = JSON.parse(readFileSync("syntaxes/openclaw.language.json", "utf8")) as { wordPattern: string };
  const words = (text: string): string[] => text.match(new RegExp(wordPattern, "g")) ?? [];
  assert.deepEqual(words('{ deny: ["group:web", "group:", "web_fetch"], id: "prompt-engineering" }'), [
    ...["deny", "group:web", "group:", "web_fetch"],
    ...["id", "prompt-engineering"],
  ]);
});

describe("indentation", () => {
  const language = JSON.parse(readFileSync("syntaxes/openclaw.language.json", "utf8")) as { indentationRules: Record<string, string> };
  const { increaseIndentPattern = "", decreaseIndentPattern = "" } = language.indentationRules;
  const opening = ["{", "  tools: {", "  list: [", '  exec: { host: "a{b}", // {', "  'it\\'s': [{ id: \"main\","];
  const level = ["  a: 1,", "  b: { c: [] },", '  d: "{",', "  // e: {", "  },", "  f: '[', "];
  for (const line of opening) it(`goes in after ${line}`, () => assert.match(line, new RegExp(increaseIndentPattern)));
  for (const line of level) it(`stays after ${line}`, () => assert.doesNotMatch(line, new RegExp(increaseIndentPattern)));
  for (const line of ["}", "  ],", "  }, // end"]) it(`comes out at ${line}`, () => assert.match(line, new RegExp(decreaseIndentPattern)));
});

describe("the settings", () => {
  const { properties } = manifest.contributes.configuration;
  const { propertyNames, additionalProperties } = properties["grantlint.rules"];

  it("offer every rule by name, each with a description, and every level", () => {
    assert.deepEqual(propertyNames.enum, adjustableIds);
    assert.equal(propertyNames.enumDescriptions.length, adjustableIds.length);
    for (const { id, summary } of rules) assert.equal(propertyNames.enumDescriptions[adjustableIds.indexOf(id)], summary);
    assert.deepEqual(additionalProperties.enum, ruleLevels);
    assert.equal(additionalProperties.enumDescriptions.length, ruleLevels.length);
  });
  it("are read as they are described", () => {
    const defaults = Object.fromEntries(
      Object.entries(properties).map(([key, { default: value }]) => [key.replace("grantlint.", ""), value] as const),
    );
    assert.deepEqual(readSettings(defaults), readSettings(undefined));
    const { settings, problems } = readSettings({ openclawVersion: "2026.6.1", strict: true, rules: { "ungated-host-exec": "hint" } });
    assert.deepEqual(problems, []);
    assert.deepEqual(settings, {
      ...{ openclaw: "2026.6.1", strict: true, levels: new Map([["ungated-host-exec", "hint"]]) },
      ...{ codeLens: true, inlayHints: true },
    });
  });
  it("hold for each folder by itself", () => {
    for (const key of ["grantlint.openclawVersion", "grantlint.strict", "grantlint.rules"] as const)
      assert.equal(properties[key].scope, "resource");
  });
});

describe("the words", () => {
  const used = [...JSON.stringify(bareManifest).matchAll(/"%([^"%]+)%"/g)].map(([, key = ""]) => key);
  it("are each there, and none is left over", () => assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort()));
  it("for people all stand in package.nls.json", () => {
    const forPeople = ["title", "description", "markdownDescription", "altText", "patternErrorMessage", "enumDescriptions"];
    const bare: string[] = [];
    const visit = (value: unknown, key: string): void => {
      if (typeof value === "string" && forPeople.includes(key) && !value.startsWith("%")) bare.push(value);
      else if (Array.isArray(value)) value.forEach((each) => visit(each, key));
      else if (typeof value === "object" && value !== null) Object.entries(value).forEach(([name, each]) => visit(each, name));
    };
    visit(bareManifest.contributes, "");
    // Names stay as they are.
    assert.deepEqual([...new Set(bare)], ["Grantlint"]);
  });
});

it("every file the manifest points at is there", () => {
  const paths = [
    manifest.icon,
    config.configuration,
    config.icon.light,
    config.icon.dark,
    ...grammars.map(({ path }) => path),
    ...jsonValidation.map(({ url }) => url),
    ...viewsContainers.activitybar.map(({ icon }) => icon),
    ...walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => Object.values(media.image))),
  ];
  assert.deepEqual(
    paths.filter((path) => !existsSync(path)),
    [],
  );
});

it("every command in the manifest is registered by the client", () => {
  const client = readFileSync("client/src/client.ts", "utf8");
  for (const { command } of commands) assert.ok(client.includes(`registerCommand("${command}"`), command);
});

function withWords<T>(value: T): T {
  const text = JSON.stringify(value).replace(/"%([^"%]+)%"/g, (_, key: string) => JSON.stringify(words[key as keyof typeof words]));
  return JSON.parse(text) as T;
}

/** Of the few glob signs the manifest uses: `*`, `{a,b}` and `[ab]`. */
function expression(glob: string): RegExp {
  const signs: Readonly<Record<string, string>> = { "*": "[^/]*", "{": "(?:", "}": ")", ",": "|", ".": "\\." };
  const pieces = glob
    .split(/(\[[^\]]*\])/)
    .map((piece) => (piece.startsWith("[") ? piece : piece.replace(/[*{},.]/g, (sign) => signs[sign] ?? sign)));
  return new RegExp(`^${pieces.join("")}$`);
}

it("wakes the extension when the matrix comes back with its window", () => {
  const [, type] = /panelType = "(.+)"/.exec(readFileSync("client/src/matrix-panel.ts", "utf8")) ?? [];
  assert.ok(type !== undefined && manifest.activationEvents.includes(`onWebviewPanel:${type}`), type);
});
