/**
 * Edits without end: `npm run soak -- --edits 100000`. Types and deletes in a config and its approvals, asks for what an editor asks, opens and closes others,
 * and fails when what the server holds after a collection grows from the first fifth to the end.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { drawFrom } from "./fuzz/random.ts";
import { startServerProcess } from "./server-process.ts";

/** What may be held at the end for each byte after the first fifth, and what compiled code and the like may take besides, once. In bytes. */
const mostGrowth = 1.1;
const settling = 4 * 2 ** 20;

const { values } = parseArgs({ options: { edits: { type: "string", default: "100000" } } });
const edits = Number(values.edits);
const texts = new Map([
  ["openclaw.json", readFileSync("examples/home-assistant/openclaw.json", "utf8")],
  ["exec-approvals.json", readFileSync("examples/founding-organisation/hardened/exec-approvals.json", "utf8")],
]);
const probe = new URL("./soak-probe.mjs", import.meta.url).href;
const ends: (() => void)[] = [];
const server = await startServerProcess({ after: (end: () => void) => void ends.push(end) }, { node: ["--expose-gc", "--import", probe] });
const { connection } = server;
const draw = drawFrom(1);
const first = Math.ceil(edits / 5);
let early = 0;

for (const [name, text] of texts) server.open(`file:///soak/${name}`, text);
for (let edit = 1; edit <= edits; edit++) {
  const name = draw(4) === 0 ? "exec-approvals.json" : "openclaw.json";
  const textDocument = { uri: `file:///soak/${name}` };
  const text = texts.get(name) ?? "";
  const at = draw(text.length);
  const typed = edit % 2 === 0 ? text : text.slice(0, at) + String.fromCharCode(32 + draw(95)) + text.slice(at);
  const version = edit + 1;
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { ...textDocument, version },
    contentChanges: [{ text: typed }],
  });
  const { diagnostics } = await server.published(textDocument.uri, version);
  if (edit % 10 === 0)
    await connection.sendRequest("textDocument/hover", { textDocument, position: { line: draw(100), character: draw(30) } });
  const [diagnostic] = diagnostics;
  if (edit % 50 === 0 && diagnostic)
    await connection.sendRequest("textDocument/codeAction", {
      textDocument,
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
  if (edit % 100 === 0) {
    const other = `file:///soak/${edit}/openclaw.json`;
    server.open(other, "{ agents: {} }");
    await server.published(other);
    await connection.sendNotification("textDocument/didClose", { textDocument: { uri: other } });
    await server.published(other);
  }
  if (edit === first) early = await memory();
  if (edit % 5000 === 0) console.log(`${edit} edits, ${mebibytes(await memory())} MiB`);
}

const late = await memory();
console.log(
  `${edits} edits: ${mebibytes(early)} MiB after ${first}, ${mebibytes(late)} MiB at the end, ratio ${(late / early).toFixed(3)}`,
);
await server.stop();
for (const end of ends) end();
process.exitCode = late <= early * mostGrowth + settling ? 0 : 1;

/** The bytes the server holds. */
async function memory(): Promise<number> {
  const before = server.complaints().length;
  server.signal("SIGUSR2");
  for (;;) {
    const said = /MEMORY (\d+)\n/.exec(server.complaints().slice(before))?.[1];
    if (said !== undefined) return Number(said);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
