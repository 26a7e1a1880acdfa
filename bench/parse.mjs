// How long reading a config takes, next to jsonc-parser (on strict JSON, all it knows) and the json5 package, in one run.
// node --import tsx bench/parse.mjs
import { readFileSync } from "node:fs";
import JSON5 from "json5";
import { parseTree } from "jsonc-parser";
import { parseText } from "../server/src/core/syntax/parse.ts";

const sample = readFileSync(new URL("../test/syntax/sample.json5", import.meta.url), "utf8");
const [head, tail] = ["// many households\n{\n", "\n}\n"];

/** The sample's members over and over under new keys, in JSON5 and as the same in strict JSON. */
function textsOf(copies) {
  const body = sample.slice(sample.indexOf("{"), sample.lastIndexOf("}") + 1);
  const json5 = copies === 1 ? sample : head + Array.from({ length: copies }, (_, index) => `house${index}: ${body}`).join(",\n") + tail;
  return { json5, json: JSON.stringify(JSON5.parse(json5), null, 2) };
}

/** The middle time of one call in milliseconds, after warming up. */
function time(read, text) {
  const runs = Math.max(15, Math.round(3e6 / text.length));
  for (let run = 0; run < runs; run++) read(text);
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1];
}

const print = (label, size, milliseconds, base) =>
  console.log(
    `  ${label.padEnd(34)} ${milliseconds.toFixed(3).padStart(9)} ms  ${((size / milliseconds) * 1e-3).toFixed(0).padStart(5)} MB/s  ${(milliseconds / base).toFixed(2).padStart(6)} x`,
  );

for (const copies of [1, 15, 150]) {
  const { json5, json } = textsOf(copies);
  const broken = json5.slice(0, json5.length >> 1);
  const own = time((text) => parseText(text, { grammar: "json5" }), json5);
  const strict = time((text) => parseText(text, { grammar: "json" }), json);
  console.log(
    `JSON5 ${(json5.length / 1024).toFixed(0)} KB, JSON ${(json.length / 1024).toFixed(0)} KB (x: how much longer than Grantlint on the same text)`,
  );
  print("Grantlint, JSON5", json5.length, own, own);
  print(
    "json5",
    json5.length,
    time((text) => JSON5.parse(text), json5),
    own,
  );
  print(
    "Grantlint, JSON5, first half (broken)",
    broken.length,
    time((text) => parseText(text, { grammar: "json5" }), broken),
    own,
  );
  print("Grantlint, JSON", json.length, strict, strict);
  print(
    "jsonc-parser, JSON",
    json.length,
    time((text) => parseTree(text), json),
    strict,
  );
  print(
    "JSON.parse",
    json.length,
    time((text) => JSON.parse(text), json),
    strict,
  );
}
const { json5 } = textsOf(150);
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const kept = parseText(json5, { grammar: "json5" });
globalThis.gc?.();
console.log(
  `heap of the tree of ${(json5.length / 1024).toFixed(0)} KB: ${((process.memoryUsage().heapUsed - before) / 1048576).toFixed(1)} MiB${globalThis.gc ? "" : " (run with --expose-gc for a true figure)"}, ${kept.comments.length} comments`,
);
