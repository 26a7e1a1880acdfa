/** Completion as an editor asks for it: by itself after certain characters, and with edits that make the text it promises. */
import assert from "node:assert/strict";
import { afterEach, it } from "node:test";
import { CompletionItemKind, InsertTextFormat, type CompletionItem, type TextEdit } from "vscode-languageserver";
import { applyTextEdits, lineIndex, offsetAt } from "../server/src/core/index.ts";
import { startClient, type TestClient } from "./lsp-client.ts";

const uri = "file:///set/openclaw.json";

let client: TestClient;
afterEach(() => client.stop());

let version = 1;
/** What is offered at the end of a text; what follows the bar stands behind the cursor. */
async function offeredIn(marked: string): Promise<CompletionItem[]> {
  const [before = "", after = ""] = marked.split("|");
  client.change(uri, (version += 1), before + after);
  const lines = before.split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  return client.connection.sendRequest("textDocument/completion", { textDocument: { uri }, position });
}

/** The text once an item is taken. */
function taken(marked: string, item: CompletionItem | undefined): string {
  const text = marked.replace("|", "");
  const { range, newText } = item?.textEdit as TextEdit;
  const index = lineIndex(text);
  return applyTextEdits(text, [{ start: offsetAt(index, range.start), end: offsetAt(index, range.end), newText }]);
}

it("offers what belongs there after each character that it asks editors to be asked after", async () => {
  const cases: Readonly<Record<string, readonly [marked: string, wanted: string]>> = {
    '"': ['{ tools: { profile: "|" } }', "coding"],
    "'": ["{ tools: { deny: ['|'] } }", "group:fs"],
    ":": ["{ tools: { exec: { ask:| } } }", "always"],
    "[": ["{ tools: { deny: [|] } }", "exec"],
    "{": ["{ tools: { exec: {| } } }", "security"],
    ",": ["{ tools: { deny: ['exec',|] } }", "process"],
    " ": ["{ tools: { exec: { security: | } } }", "allowlist"],
  };
  client = await startClient();
  client.open(uri, "{}");
  assert.deepEqual([...(client.capabilities.completionProvider?.triggerCharacters ?? [])].sort(), Object.keys(cases).sort());
  for (const [character, [marked, wanted]] of Object.entries(cases)) {
    assert.equal(marked[marked.indexOf("|") - 1], character);
    const labels = (await offeredIn(marked)).map(({ label }) => label);
    assert.ok(labels.includes(wanted), `after ${character}: ${labels.slice(0, 12).join(", ")}`);
  }
});

it("makes the text it promises: a key, a word in the quotes it found, a name in a list", async () => {
  const cases: readonly (readonly [marked: string, label: string, after: string])[] = [
    ["{ tools: { ex| } }", "exec", "{ tools: { exec: {  } } }"],
    ["{ tools: { exec: { ask: 'of|' } } }", "off", '{ tools: { exec: { ask: "off" } } }'],
    ["{ tools: { deny: ['exec', gro|] } }", "group:fs", "{ tools: { deny: ['exec', \"group:fs\"] } }"],
  ];
  client = await startClient();
  client.open(uri, "{}");
  for (const [marked, label, after] of cases) {
    const item = (await offeredIn(marked)).find((each) => each.label === label);
    assert.equal(taken(marked, item), after);
  }
});

it("offers blocks to editors that place the cursor in them, and to no others", async () => {
  const marked = "{ agents: { list: [|] } }";
  for (const snippets of [true, false]) {
    client = await startClient({}, { snippets });
    client.open(uri, "{}");
    const items = await offeredIn(marked);
    assert.equal(
      items.some(({ kind }) => kind === CompletionItemKind.Snippet),
      snippets,
    );
    assert.equal(
      items.some(({ insertTextFormat }) => insertTextFormat === InsertTextFormat.Snippet),
      snippets,
    );
    if (snippets) await client.stop();
  }
});
