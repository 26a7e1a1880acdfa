/**
 * Tries texts nobody would write on everything that reads them: parsing, reading, resolving, rules, explanations, completion, fixes, for all dialects.
 * A text that makes code run that no text before it did is kept and changed further, so that the search finds its way in by itself. The coverage is V8's
 * own (`steps.ts`), and counts the work as well: a hang is a text that takes more steps than its size allows.
 */
import assert from "node:assert/strict";
import { complete, explain, fixSet, silencesIn, type Analysis } from "../../server/src/core/index.ts";
import { analyzeIfOurs } from "../analyze-texts.ts";
import { growing, type Files } from "../hostile/growing.ts";
import { attacks, companionsOf, inherited, placesOf } from "../hostile/strings.ts";
import type { StepCounter } from "../steps.ts";
import { testSchemas } from "../test-schemas.ts";

export interface Case {
  readonly files: Files;
  readonly openclaw: string;
}

/** Numbers from 0 up to below a limit, the same for the same seed. */
export type Draw = (limit: number) => number;

/** Steps a text may cost: some for a start, and so many for each character of a small text. */
const startingSteps = 40_000_000;
const stepsPerCharacter = 20_000;
/** Longer texts teach nothing new and take long. */
const longestText = 20_000;

const releases = ["2026.2.17", "2026.6.1", "2026.9.6"] as const;

/** Fails when a law is broken that holds for every text. */
export async function tryCase({ files, openclaw }: Case): Promise<void> {
  const analysis = await analyzeIfOurs({ files, openclaw, strict: true, isByChance: true });
  if (!analysis) return;
  assert.deepEqual(analysis.failures, []);
  checkPlaces(analysis);
  for (const { uri, text } of analysis.set.files) {
    for (const share of [0.2, 0.7]) {
      const offset = Math.floor(text.length * share);
      explain(analysis, uri, offset);
      complete(analysis, testSchemas, uri, offset);
    }
    silencesIn(analysis, uri);
  }
  // Fixing analyzes the set anew for each fix, so only some are fixed; which, the case itself decides.
  if (sizeOf({ files, openclaw }) % 8 === 0 && analysis.findings.length < 40) {
    const { after } = fixSet(analysis, { review: true, strict: true, rules: [] });
    assert.deepEqual(after.failures, []);
    checkPlaces(after);
    assert.ok(broken(after) <= broken(analysis), "fixes break no text");
  }
}

function checkPlaces(analysis: Analysis): void {
  const lengths = new Map(analysis.set.files.map(({ uri, text }) => [uri, text.length]));
  for (const { rule, at, related } of analysis.findings) {
    for (const { file, start, end } of [at, ...related.map((place) => place.at)]) {
      assert.ok(0 <= start && start <= end && end <= (lengths.get(file) ?? 0), `${rule} speaks of ${start}..${end}`);
    }
  }
}

function broken({ findings }: Analysis): number {
  return findings.filter(({ rule, severity }) => rule === "syntax" && severity === "error").length;
}

export function sizeOf({ files }: Case): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}

export interface Fuzzer {
  /** Tries one more case. Rejects with the reason when it breaks a law; `last` is the case then. */
  next(): Promise<void>;
  readonly last: () => Case;
  readonly executions: () => number;
  readonly blocks: () => number;
  readonly kept: () => number;
}

export function createFuzzer(draw: Draw, counter: StepCounter, examples: readonly Files[]): Fuzzer {
  const pool: Case[] = [...examples, ...seeds()].map((files, index) => ({ files, openclaw: releases[index % 3] ?? releases[0] }));
  const first = [...pool];
  const seen = new Set<string>();
  let executions = 0;
  let last: Case = { files: {}, openclaw: releases[0] };
  const pick = <Item>(items: readonly Item[]): Item => items[draw(items.length)] as Item;

  return {
    async next() {
      last = first.pop() ?? changed(pick(pool), pool, draw, pick);
      executions++;
      const { steps, blocks } = await counter.count(() => tryCase(last));
      assert.ok(steps <= startingSteps + stepsPerCharacter * sizeOf(last), `${steps} steps for ${sizeOf(last)} characters`);
      const before = seen.size;
      for (const block of blocks) seen.add(block);
      if (seen.size > before && sizeOf(last) < longestText) pool.push(last);
    },
    last: () => last,
    executions: () => executions,
    blocks: () => seen.size,
    kept: () => pool.length,
  };
}

function seeds(): Files[] {
  return [
    ...Object.values(growing).map((write) => write(20)),
    ...attacks.map((attack) => placesOf(attack(3))),
    ...attacks.flatMap((attack) => companionsOf(attack(3))),
    ...inherited.map(placesOf),
  ];
}

const pieces = [
  ...[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"',
    "'",
    "//",
    "/*",
    "*/",
    "\\",
    "\\u",
    "\\\n",
    "\n",
    "\r\n",
    "\t",
    " ",
    "\u2028",
    "\uFEFF",
    "\uD800",
    "\0",
    "#",
    "&a",
    "*a",
    "<<: ",
  ],
  ...[
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1e999",
    "0x",
    "NaN",
    "Infinity",
    '""',
    "[]",
    "{}",
    '"*"',
    '["*"]',
    '"${X}"',
    '"$include"',
    '"$include": "./openclaw.json"',
  ],
  ...[
    '"__proto__"',
    '"constructor"',
    '"full"',
    '"deny"',
    '"allowlist"',
    '"off"',
    '"always"',
    '"main"',
    '"open"',
    '"all"',
    '"host"',
    '"sandbox"',
    '"group:fs"',
    '"exec"',
  ],
  ...[
    "// grantlint-ignore-next-line ungated-host-exec -- why\n",
    "// grantlint-ignore-file\n",
    "FROM ",
    "RUN ",
    "USER ",
    "- ",
    "services:\n",
    "|-\n",
  ],
];

function changed({ files, openclaw }: Case, pool: readonly Case[], draw: Draw, pick: <Item>(items: readonly Item[]) => Item): Case {
  const texts: Record<string, string> = { ...files };
  const names = Object.keys(texts);
  for (let times = 1 + draw(4); times > 0; times--) {
    const name = pick(names);
    const other = pick(pool).files;
    texts[name] = changedText(texts[name] ?? "", other[name] ?? pick(Object.values(other)), draw, pick).slice(0, longestText * 2);
  }
  return { files: texts, openclaw: draw(10) === 0 ? pick(releases) : openclaw };
}

/** A piece in, a stretch out, twice or elsewhere, something of another text, one value in the place of another. */
function changedText(text: string, other: string, draw: Draw, pick: <Item>(items: readonly Item[]) => Item): string {
  const at = draw(text.length + 1);
  const length = draw(2) === 0 ? draw(8) : draw(200);
  const [before, stretch, behind] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
  switch (draw(8)) {
    case 0:
      return before + behind;
    case 1:
      return before + pick(pieces) + stretch + behind;
    case 2:
      return before + pick(pieces) + behind;
    case 3:
      return before + stretch + stretch + behind;
    case 4: {
      const from = draw(other.length + 1);
      return before + other.slice(from, from + draw(300)) + behind;
    }
    case 5:
      return withValue(text, pick(pieces), draw);
    case 6:
      return withValue(text, valueOf(other, draw), draw);
    default:
      return before + String.fromCharCode(draw(draw(2) === 0 ? 128 : 65_536)) + behind;
  }
}

const values = /"(?:[^"\\]|\\.){0,200}"|\b(?:true|false|null|\d+)\b|\[[^[\]]{0,200}\]|\{[^{}]{0,200}\}/g;

function withValue(text: string, value: string, draw: Draw): string {
  const found = [...text.matchAll(values)];
  const chosen = found[draw(Math.max(1, found.length))];
  return chosen ? text.slice(0, chosen.index) + value + text.slice(chosen.index + chosen[0].length) : text + value;
}

function valueOf(text: string, draw: Draw): string {
  const found = text.match(values) ?? ["{}"];
  return found[draw(found.length)] ?? "{}";
}
