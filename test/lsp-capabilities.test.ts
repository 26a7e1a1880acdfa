/**
 * Whatever the server says it can do has a test that opens a text, acts and looks at the result: all that it announces when it starts and asks for later,
 * and every message of our own. An ability without a test fails, and so does a line for an ability that is gone or a test that is.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, it } from "node:test";
import * as protocol from "../server/src/lsp/protocol.ts";
import { startClient, type TestClient } from "./lsp-client.ts";

/** The file below `test/`, without its ending, and the name of the test. */
type Proof = readonly [file: string, name: string];

/** What holds for every question about a text. */
const situations: readonly Proof[] = [
  ["lsp-situations", "refuses to answer for a text that has moved on, except by words to complete"],
  ["lsp-situations", "answers for what is there of a half-typed text"],
  ["lsp-situations", "answers for a neighbour as it stands on disk until it is open, and then as it is typed"],
];
const afterEachCharacter: readonly Proof[] = [
  ["lsp-completion", "offers what belongs there after each character that it asks editors to be asked after"],
];

const announced: Readonly<Record<string, readonly Proof[]>> = {
  "textDocumentSync.openClose: true": [
    ["lsp", "publishes findings with version, rule page and techniques when a config is opened"],
    ["lsp", "clears the findings of a file that is closed"],
    ["lsp-late", "is dropped when the file has been closed meanwhile"],
    ["lsp-late", "counts as on disk again once it is closed without saving"],
  ],
  "textDocumentSync.change: 2": [
    ["lsp", "takes changes to a part of a text"],
    ["lsp", "answers for the newest of many quick changes"],
    ["lsp", "goes on serving a text that is half typed"],
    ["lsp", "judges both open files together and prefers their open texts to the disk"],
    ["lsp-late", "is dropped: findings of a text that has moved on are never published"],
  ],
  "hoverProvider: true": [["lsp", "explains a finding on hover with the technique and its mitigations"], ...situations],
  codeLensProvider: [["lsp-picture", "says over each agent what it may do, and leads to the reasons"], ...situations],
  completionProvider: [
    ["lsp-completion", "makes the text it promises: a key, a word in the quotes it found, a name in a list"],
    ["lsp-completion", "offers blocks to editors that place the cursor in them, and to no others"],
    ["lsp-late", "offers words for the text that was asked about, as the editor fits them to what was typed since"],
    ["lsp-late", "gets completion wherever somebody stops typing, and never an error"],
    ...situations,
  ],
  'completionProvider.triggerCharacters: "': afterEachCharacter,
  "completionProvider.triggerCharacters: '": afterEachCharacter,
  "completionProvider.triggerCharacters: :": afterEachCharacter,
  "completionProvider.triggerCharacters: [": afterEachCharacter,
  "completionProvider.triggerCharacters: {": afterEachCharacter,
  "completionProvider.triggerCharacters: ,": afterEachCharacter,
  "completionProvider.triggerCharacters:  ": afterEachCharacter,
  "inlayHintProvider: true": [
    ["lsp-picture", "says what silence means, once for each block, and only in the range asked for"],
    ["lsp-picture", "keeps what is half typed apart from what is silent"],
    ...situations,
  ],
  "definitionProvider: true": [
    ["lsp-navigation", "leads from a mention to the agent's entry"],
    ["lsp-navigation", "knows an agent's entry in an included file, wherever that is laid in, and renames it there"],
    ...situations,
  ],
  "referencesProvider: true": [
    ["lsp-navigation", "finds every mention in both files, with or without the entry itself"],
    ["lsp-late", "is found, renamed and judged as it stands in the editor"],
    ...situations,
  ],
  renameProvider: [
    ["lsp-navigation", "renames an agent across both files, one of them not open"],
    ["lsp-late", "is found, renamed and judged as it stands in the editor"],
    ...situations,
  ],
  "renameProvider.prepareProvider: true": [["lsp-navigation", "refuses a name that is taken, or none"], ...situations],
  "documentSymbolProvider: true": [["lsp-navigation", "outlines the document, elements of lists by their names"], ...situations],
  documentLinkProvider: [["lsp-navigation", "links to an included file of the folder, and to none outside of it"], ...situations],
  "foldingRangeProvider: true": [
    ["lsp-structure", "folds blocks down to their closing line, and comments below each other"],
    ...situations,
  ],
  "selectionRangeProvider: true": [
    ["lsp-structure", "lets a selection grow from the name to its quotes, the list, the property and the blocks around"],
    ...situations,
  ],
  codeActionProvider: situations,
  "codeActionProvider.codeActionKinds: quickfix": [
    ["lsp", "offers a versioned fix that makes the finding go away"],
    ["lsp", "offers to ignore a finding, last, with the cursor where the reason belongs if the client can"],
    ["lsp-create", "makes it first, then fills it"],
  ],
  "codeActionProvider.codeActionKinds: source.fixAll.grantlint": [["lsp-fix-all", "makes what is safe, and nothing else, for ${asked}"]],
  "codeActionProvider.resolveProvider: true": [
    ["lsp-fix-all", "works the edit out once it is chosen, where the editor asks then"],
    ["lsp-fix-all", "refuses to work it out once the text is another"],
  ],
};

/** Messages it asks editors for, once it runs. */
const registered: Readonly<Record<string, readonly Proof[]>> = {
  "workspace/didChangeConfiguration": [["lsp", "reads the settings of each document, and again when they change"]],
  "workspace/didChangeWatchedFiles": [["lsp", "judges anew when a neighbour is made, changed or removed on disk"]],
};

const own: Readonly<Record<string, readonly Proof[]>> = {
  "grantlint/readFile": [
    ["lsp-navigation", "renames an agent across both files, one of them not open"],
    ["lsp-late", "is dropped: findings of a text that has moved on are never published"],
  ],
  "grantlint.showReasons": [
    ["lsp-picture", "says over each agent what it may do, and leads to the reasons"],
    ["lsp-picture", "names no command a client has not"],
  ],
  "grantlint/trusted": [["program-words", "once what is opened is trusted, and not before"]],
  "grantlint/overview": [["lsp-picture", "tells who wants to know how many agents have a shell"]],
  "grantlint/gone": [
    ["lsp-picture", "tells who wants to know which files belong to a set no more, and has nothing to show of them then"],
    ["lsp-picture", "tells nobody who did not ask, and nothing of files beside a config"],
  ],
  "grantlint/grants": [
    ["lsp-picture", "hands over every grant with the places that decide it"],
    ["lsp-late", "is not given: a question right after a change is answered for the changed text"],
  ],
  "grantlint/plan": [["lsp-late", "is for the newest text of the set that a file belongs to, and for none where there is none"]],
  "grantlint/matrix": [
    ["lsp-matrix", "has a cell for each agent and capability, with the gate, the words and the line that decides"],
    ["lsp-matrix", "answers for the newest text, also while it is half typed"],
  ],
};

let client: TestClient;
afterEach(() => client.stop());

it("every ability that is announced is listed with its tests, and no other", async () => {
  client = await startClient();
  assert.deepEqual(Object.keys(announced).sort(), abilitiesIn(client.capabilities).sort());
});

it("so is every message that the server asks editors for", async () => {
  const uri = "file:///set/openclaw.json";
  client = await startClient({}, { watches: true });
  client.open(uri, "{ tools: {} }");
  await client.published(uri);
  await client.hover(uri, 0, 0);
  assert.deepEqual([...client.registered].sort(), Object.keys(registered).sort());
});

it("so is every message and command of our own", async () => {
  client = await startClient();
  const names = Object.values<unknown>(protocol).filter((value) => typeof value === "string");
  assert.deepEqual(Object.keys(own).sort(), names.sort());
});

it("every test that is listed is there", async () => {
  client = await startClient();
  for (const [ability, proofs] of [announced, registered, own].flatMap((table) => Object.entries(table))) {
    assert.ok(proofs.length > 0, ability);
    for (const [file, name] of proofs) {
      const tests = readFileSync(`test/${file}.test.ts`, "utf8").split(/\bit\(\s*/);
      const isThere = [JSON.stringify(name), `\`${name}\``].some((title) => tests.some((test) => test.startsWith(`${title},`)));
      assert.ok(isThere, `${ability}: ${file} has no test "${name}"`);
    }
  }
});

/** One line for each thing it says, elements of lists one by one: `renameProvider`, `renameProvider.prepareProvider: true`. */
function abilitiesIn(value: object, path: readonly string[] = []): string[] {
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    const name = [...path, key].join(".");
    if (Array.isArray(member)) return member.map((element) => `${name}: ${element}`);
    if (typeof member !== "object" || member === null) return [`${name}: ${String(member)}`];
    return [...(key.endsWith("Provider") ? [name] : []), ...abilitiesIn(member, [...path, key])];
  });
}
