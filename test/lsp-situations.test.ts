/**
 * Every question the server answers about a text, in the situations that an editor is in all day: the text has moved on before the answer, it is half
 * typed, or a neighbour that decides along with it is not saved.
 */
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";
import {
  LSPErrorCodes,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type InlayHint,
  type Location,
  type Range,
  type SelectionRange,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { FileText } from "../server/src/core/index.ts";
import { startClient, type TestClient } from "./lsp-client.ts";

const config = "file:///set/openclaw.json";
const approvals = "file:///set/exec-approvals.json";
const part = "file:///set/part.json5";

const whole = `{ $include: "./part.json5",
  meta: { lastTouchedVersion: "2026.6.1" },
  agents: { list: [{ id: "main" }] },
  tools: { exec: { ask: "off" } },
  bindings: [{ agentId: "cto", match: { channel: "telegram" } }],
}`;
/** What the config includes, as it is on disk and as somebody has changed it since. */
const saved = '{ tools: { exec: { security: "deny" } } }';
const unsaved = '{ tools: { exec: { host: "gateway" } },\n agents: { list: [{ id: "cto" }] } }';
/** The same config in one file, given up in the middle of a word. */
const half = `{
  meta: { lastTouchedVersion: "2026.6.1" },
  agents: { $include: "./part.json5", list: [{ id: "main" }, { id: "cto" }] },
  tools: { exec: { ask: "off" } },
  bindings: [{ agentId: "cto", match: { channel: "tele`;

interface Question {
  /** What of an answer is looked at. */
  readonly look: (answer: unknown) => unknown;
  readonly movedOn: "refused" | "answered";
  readonly halfTyped: unknown;
  readonly besideSaved: unknown;
  readonly besideUnsaved: unknown;
}

function question<Answer>(look: (answer: Answer) => unknown, expected: Omit<Question, "look">): Question {
  return { look: (answer) => look(answer as Answer), ...expected };
}

/** Asked about `"cto"` among the bindings, or about the whole text. */
const questions: Readonly<Record<string, Question>> = {
  hover: question((answer: Hover | null) => JSON.stringify(answer).includes("`cto` is an agent"), {
    movedOn: "refused",
    halfTyped: true,
    besideSaved: false,
    besideUnsaved: true,
  }),
  completion: question((answer: CompletionItem[]) => answer.map(({ label }) => label), {
    movedOn: "answered",
    halfTyped: ["main", "cto"],
    besideSaved: ["main"],
    besideUnsaved: ["cto", "main"],
  }),
  definition: question(places, {
    movedOn: "refused",
    halfTyped: ["openclaw.json 2:67"],
    besideSaved: [],
    besideUnsaved: ["part.json5 1:24"],
  }),
  references: question(places, {
    movedOn: "refused",
    halfTyped: ["openclaw.json 2:67", "openclaw.json 4:24"],
    besideSaved: ["openclaw.json 4:24"],
    besideUnsaved: ["openclaw.json 4:24", "part.json5 1:24"],
  }),
  prepareRename: question((offered: { range: Range } | null) => offered?.range.start.character, {
    movedOn: "refused",
    halfTyped: 24,
    besideSaved: 24,
    besideUnsaved: 24,
  }),
  rename: question(edited, {
    movedOn: "refused",
    halfTyped: ["openclaw.json 1: 2 edits"],
    besideSaved: ["openclaw.json 1: 1 edits"],
    besideUnsaved: ["openclaw.json 1: 1 edits", "part.json5 3: 1 edits"],
  }),
  codeLens: question((answer: CodeLens[]) => answer.map(({ command }) => command?.title.split(" · ")[0]), {
    movedOn: "refused",
    halfTyped: ["host shell, never asks", "host shell, never asks"],
    besideSaved: ["shell denied"],
    besideUnsaved: ["host shell, never asks"],
  }),
  inlayHint: question((answer: InlayHint[]) => answer.map(({ label }) => label), {
    movedOn: "refused",
    halfTyped: ["not set: security full, host auto", "defaults.sandbox not set: mode off"],
    besideSaved: ["not set: host auto", "defaults.sandbox not set: mode off"],
    besideUnsaved: ["not set: security full", "defaults.sandbox not set: mode off"],
  }),
  // No fix is offered for a text that is broken.
  codeAction: question((answer: CodeAction[]) => answer.map(({ title }) => title), {
    movedOn: "refused",
    halfTyped: ["unsandboxed-host-exec", "no-exec-approvals", "ungated-host-exec"].map(ignoring),
    besideSaved: [],
    besideUnsaved: [
      "Run every agent's sessions in a sandbox",
      "Ask a person before commands that are not on the allowlist",
      ...["unsandboxed-host-exec", "no-exec-approvals", "ungated-host-exec"].map(ignoring),
    ],
  }),
  // What stands in the text alone.
  documentSymbol: question((answer: DocumentSymbol[]) => answer.map(({ name }) => name), {
    movedOn: "refused",
    halfTyped: ["meta", "agents", "tools", "bindings"],
    besideSaved: ["$include", "meta", "agents", "tools", "bindings"],
    besideUnsaved: ["$include", "meta", "agents", "tools", "bindings"],
  }),
  documentLink: question((answer: DocumentLink[]) => answer.map(({ target }) => target), {
    movedOn: "refused",
    halfTyped: [part],
    besideSaved: [part],
    besideUnsaved: [part],
  }),
  foldingRange: question((answer: FoldingRange[]) => answer.map(({ startLine, endLine }) => `${startLine}-${endLine}`), {
    movedOn: "refused",
    halfTyped: ["0-3"],
    besideSaved: ["0-4"],
    besideUnsaved: ["0-4"],
  }),
  selectionRange: question((answer: SelectionRange[]) => answer.map(({ range }) => range.end.character - range.start.character), {
    movedOn: "refused",
    halfTyped: [3],
    besideSaved: [3],
    besideUnsaved: [3],
  }),
};

let client: TestClient;
afterEach(() => client.stop());

function ask(method: string, text: string): Promise<unknown> {
  const before = text.slice(0, text.lastIndexOf('"cto"') + 1).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return client.connection.sendRequest(`textDocument/${method}`, {
    textDocument: { uri: config },
    position,
    positions: [position],
    range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
    context: { includeDeclaration: true, diagnostics: [] },
    newName: "chief",
  });
}

/** What all questions bring to light, by the question. */
async function shownIn(text: string): Promise<Record<string, unknown>> {
  const shown: Record<string, unknown> = {};
  for (const [method, { look }] of Object.entries(questions)) shown[method] = look(await ask(method, text));
  return shown;
}
const expected = (situation: "halfTyped" | "besideSaved" | "besideUnsaved"): Record<string, unknown> =>
  Object.fromEntries(Object.entries(questions).map(([method, row]) => [method, row[situation]]));

it("asks all that the server announces", async () => {
  client = await startClient();
  const announced = Object.keys(client.capabilities).flatMap((capability) => /^(\w+)Provider$/.exec(capability)?.[1] ?? []);
  assert.deepEqual(Object.keys(questions).sort(), [...announced, "prepareRename"].sort());
});

it("refuses to answer for a text that has moved on, except by words to complete", async () => {
  for (const [method, { movedOn }] of Object.entries(questions)) {
    let give: (text: FileText) => void = () => undefined;
    client = await startClient({ [approvals]: new Promise((resolve) => (give = resolve)) });
    client.open(config, whole);
    const answer = ask(method, whole).then(
      () => "answered",
      ({ code }: { code: number }) => (code === LSPErrorCodes.ContentModified ? "refused" : code),
    );
    client.change(config, 2, `// new\n${whole}`);
    give({ state: "absent" });
    assert.equal(await answer, movedOn, method);
    await client.stop();
  }
  client = await startClient();
});

it("answers for what is there of a half-typed text", async () => {
  client = await startClient({ [part]: { state: "read", text: "{}" } });
  client.open(config, half);
  assert.deepEqual(await shownIn(half), expected("halfTyped"));
});

it("answers for a neighbour as it stands on disk until it is open, and then as it is typed", async () => {
  client = await startClient({ [part]: { state: "read", text: saved } });
  client.open(config, whole);
  assert.deepEqual(await shownIn(whole), expected("besideSaved"));
  client.open(part, saved, "json5");
  client.change(part, 3, unsaved);
  assert.deepEqual(await shownIn(whole), expected("besideUnsaved"));
});

function ignoring(rule: string): string {
  return `Ignore "${rule}" here, with a reason`;
}

function places(found: readonly Location[]): string[] {
  return found.map(({ uri, range: { start } }) => `${uri.split("/").at(-1)} ${start.line}:${start.character}`);
}

/** The files an edit changes, with the versions it was made for. */
function edited({ documentChanges = [] }: WorkspaceEdit): string[] {
  return documentChanges.flatMap((change) =>
    "edits" in change ? [`${change.textDocument.uri.split("/").at(-1)} ${change.textDocument.version}: ${change.edits.length} edits`] : [],
  );
}
