/** The matrix page without a browser: its policy, what it escapes, which rows it shows in which order, how keys move, and what the graph holds. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, it } from "node:test";
import fc from "fast-check";
import { matrixPage, type PageParts } from "../client/src/matrix-page.ts";
import { nextPlace } from "../client/webview/grid-keys.ts";
import { reachGraph } from "../client/webview/reach.ts";
import { nextSort, rowsOf, type Wish } from "../client/webview/rows.ts";
import type { MatrixAgent, MatrixCell } from "../server/src/lsp/protocol.ts";

const all: Wish = { text: "", onlyCommands: false, onlyChanges: false, sort: { by: "file", descending: false } };

describe("the page", () => {
  const words = new Proxy({}, { ownKeys: () => [], get: () => "" }) as PageParts["words"];
  const labels = {
    ...{
      title: "T",
      config: "C",
      view: "V",
      filter: "F",
      onlyCommands: "O",
      onlyChanges: "O",
      legend: "L",
      details: "D",
      contained: "S",
      uncertain: "U",
      keys: "K",
    },
    gates: { none: "1", "ask-on-miss": "2", ask: "3", allowlist: "4", deny: "5" },
  };
  const parts: PageParts = {
    nonce: "once",
    script: "https://host/matrix.js",
    style: "https://host/matrix.css",
    language: "en",
    words,
    labels,
  };

  it("allows nothing but one script and one style that bear its nonce", () => {
    const html = matrixPage(parts);
    const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    assert.equal(policy, "default-src 'none'; script-src 'nonce-once'; style-src 'nonce-once'");
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.equal(html.match(/nonce="once"/g)?.length, 2);
    assert.doesNotMatch(html, /\sstyle=|\son\w+=/);
  });

  it("takes every label for text", () => {
    const html = matrixPage({ ...parts, labels: { ...labels, title: '"><img src=x onerror=alert(1)>' } });
    assert.doesNotMatch(html, /<img/);
  });

  it("never makes markup out of text", () => {
    for (const name of readdirSync("client/webview").filter((file) => file.endsWith(".ts")))
      assert.doesNotMatch(
        readFileSync(`client/webview/${name}`, "utf8"),
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|srcdoc|\beval\b/,
        name,
      );
  });

  it("says nothing by colour that it does not also say by a sign or a word", () => {
    const css = readFileSync("client/webview/matrix.css", "utf8");
    for (const gate of ["none", "ask-on-miss", "ask", "allowlist", "deny"]) {
      const fill = new RegExp(`^\\.${gate} \\{\\n  --filled: (\\d+)%`, "m").exec(css)?.[1];
      assert.ok(fill !== undefined, gate);
    }
    const fills = [...css.matchAll(/--filled: (\d+)%/g)].map(([, fill]) => fill);
    assert.equal(new Set(fills).size, fills.length);
    assert.doesNotMatch(css, /#[0-9a-f]{3,8}\b(?=[;\s])|rgba?\(/i);
  });
});

describe("rows", () => {
  const agents = [
    agent("b", { runsCommands: true, widths: [5, 1] }),
    agent("a", { widths: [0, 9], changed: true }),
    agent("c", { runsCommands: true, widths: [5, 2], phrase: "anyone on Telegram" }),
  ];
  const ids = (wish: Partial<Wish>): string =>
    rowsOf({ agents }, { ...all, ...wish })
      .map((index) => agents[index]?.id)
      .join("");

  it("come as in the file until somebody sorts", () => assert.equal(ids({}), "bac"));
  it("are sorted by name or by how much a column allows, equal ones as in the file", () => {
    assert.equal(ids({ sort: { by: "name", descending: false } }), "abc");
    assert.equal(ids({ sort: { by: 0, descending: true } }), "bca");
    assert.equal(ids({ sort: { by: 0, descending: false } }), "abc");
    assert.equal(ids({ sort: { by: 1, descending: true } }), "acb");
  });
  it("are those that hold the text, that can run commands, or that change", () => {
    assert.equal(ids({ text: " TELEGRAM " }), "c");
    assert.equal(ids({ onlyCommands: true }), "bc");
    assert.equal(ids({ onlyChanges: true }), "a");
    assert.equal(ids({ text: "c", onlyChanges: true }), "");
  });
  it("go back to the file's order with the third click on a heading", () => {
    for (const by of ["name", 0] as const) {
      const first = nextSort(all.sort, by);
      const second = nextSort(first, by);
      assert.deepEqual([first.by, second.by, first.descending !== second.descending], [by, by, true]);
      assert.deepEqual(nextSort(second, by), all.sort);
    }
    assert.deepEqual([nextSort(all.sort, "name").descending, nextSort(all.sort, 0).descending], [false, true]);
  });
  it("are each there once or not at all, whatever is wished", () => {
    const wish = fc.record({
      text: fc.constantFrom("", "a", "x"),
      onlyCommands: fc.boolean(),
      onlyChanges: fc.boolean(),
      sort: fc.record({ by: fc.constantFrom<Wish["sort"]["by"]>("name", "file", 0, 1, 7), descending: fc.boolean() }),
    });
    fc.assert(
      fc.property(wish, (wanted) => {
        const rows = rowsOf({ agents }, wanted);
        assert.equal(new Set(rows).size, rows.length);
        assert.ok(rows.every((row) => agents[row] !== undefined));
      }),
    );
  });
});

describe("keys", () => {
  const keys = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"];
  it("lead from every place to a place of the grid", () => {
    const size = fc.record({ rows: fc.integer({ min: 1, max: 40 }), columns: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(size, fc.nat(39), fc.nat(19), fc.constantFrom(...keys), fc.boolean(), (grid, row, column, key, isControl) => {
        const next = nextPlace(key, isControl, { row: row % grid.rows, column: column % grid.columns }, grid);
        assert.ok(next && next.row >= 0 && next.row < grid.rows && next.column >= 0 && next.column < grid.columns);
      }),
    );
  });
  it("lead where the ARIA practices say", () => {
    const from = { row: 3, column: 2 };
    const size = { rows: 20, columns: 5 };
    const to = (key: string, isControl = false): unknown => nextPlace(key, isControl, from, size);
    assert.deepEqual(
      [to("ArrowUp"), to("ArrowDown")],
      [
        { row: 2, column: 2 },
        { row: 4, column: 2 },
      ],
    );
    assert.deepEqual(
      [to("ArrowLeft"), to("ArrowRight")],
      [
        { row: 3, column: 1 },
        { row: 3, column: 3 },
      ],
    );
    assert.deepEqual(
      [to("Home"), to("End")],
      [
        { row: 3, column: 0 },
        { row: 3, column: 4 },
      ],
    );
    assert.deepEqual(
      [to("Home", true), to("End", true)],
      [
        { row: 0, column: 0 },
        { row: 19, column: 4 },
      ],
    );
    assert.deepEqual(
      [to("PageUp"), to("PageDown")],
      [
        { row: 0, column: 2 },
        { row: 11, column: 2 },
      ],
    );
    assert.equal(to("Tab"), undefined);
  });
});

describe("the graph", () => {
  const labels = { more: (number: number) => `${number} more`, door: ({ name, who }: MatrixAgent["doors"][number]) => `${name} ${who}` };
  const many = Array.from({ length: 12 }, (_, index) => agent(`n${index}`, { hasShell: index === 11 }));
  const centre = agent("centre", {
    messages: many.map(({ id }) => id),
    doors: [
      { name: "telegram", who: "open" },
      { name: "telegram", who: "open" },
    ],
  });
  const caller = agent("caller", { starts: ["centre"], messages: ["centre"] });
  const graph = reachGraph([centre, ...many, caller], "centre", labels);

  it("has who can move the agent on one side and whom it can move on the other, those with a shell first", () => {
    assert.deepEqual(
      graph?.incoming.map(({ label, by }) => [label, by]),
      [
        ["telegram open", []],
        ["caller", ["message", "start"]],
      ],
    );
    assert.deepEqual([graph?.outgoing[0]?.label, graph?.outgoing[0]?.hasShell], ["n11", true]);
  });
  it("counts what has no room", () => {
    assert.deepEqual([graph?.outgoing.length, graph?.outgoing.at(-1)?.label, graph?.outgoing.at(-1)?.kind], [9, "4 more", "rest"]);
  });
  it("puts nothing outside, and no two nodes of a side in one place", () => {
    const nodes = [...(graph?.incoming ?? []), ...(graph?.outgoing ?? [])];
    assert.ok(graph && nodes.every(({ x, y }) => x > 0 && x < graph.width && y > 0 && y < graph.height));
    assert.equal(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size, nodes.length);
  });
  it("is not there for an agent that is not there", () => assert.equal(reachGraph([centre], "nobody", labels), undefined));
});

function agent(
  id: string,
  { widths = [], changed = false, ...rest }: Partial<MatrixAgent> & { widths?: readonly number[]; changed?: boolean } = {},
): MatrixAgent {
  const position = { line: 0, character: 0 };
  const cells = widths.map((width): MatrixCell => ({
    ...{ gate: null, reach: null, text: String(width), width, details: [], at: null },
    change: changed ? { direction: "narrower", before: "", details: [] } : null,
  }));
  return {
    ...{ id, at: { uri: "file:///f", range: { start: position, end: position } }, phrase: "", presence: "both" as const },
    ...{ runsCommands: false, hasShell: false, messages: [], starts: [], doors: [], cells },
    ...rest,
  };
}
