/**
 * Searches for texts that break Grantlint, for as long as told: `npm run fuzz -- --minutes 60 --seed 7`. Prints what it did; a text that breaks a law is
 * made as small as it goes and kept in `test/fuzz/cases/`, where `npm test` tries it from then on.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startStepCounter } from "../steps.ts";
import { exampleSets } from "./examples.ts";
import { createFuzzer, sizeOf, tryCase, type Case } from "./fuzzer.ts";
import { drawFrom } from "./random.ts";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "5" }, seed: { type: "string" } } });
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const counter = startStepCounter();
const fuzzer = createFuzzer(drawFrom(seed), counter, exampleSets());
const end = Date.now() + minutes * 60_000;
const reasons = new Set<string>();
let reported = Date.now();

while (Date.now() < end) {
  try {
    await fuzzer.next();
  } catch (error) {
    await keep(fuzzer.last(), error);
  }
  if (Date.now() - reported > 60_000) {
    reported = Date.now();
    report();
  }
}
report();
process.exitCode = reasons.size > 0 ? 1 : 0;

function report(): void {
  const memory = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  console.log(
    `seed ${seed}: ${fuzzer.executions()} executions, ${fuzzer.blocks()} blocks reached, ${fuzzer.kept()} texts kept, ${reasons.size} broken laws, ${memory} MiB`,
  );
}

/** One case for each reason: the same fault is found over and over. */
async function keep(found: Case, error: unknown): Promise<void> {
  const reason = reasonOf(error);
  if (reasons.has(reason)) return;
  reasons.add(reason);
  const small = reason.includes("steps for") ? found : await smaller(found, reason);
  const name = `test/fuzz/cases/${createHash("sha256").update(JSON.stringify(small)).digest("hex").slice(0, 12)}.json`;
  writeFileSync(name, `${JSON.stringify(small, null, 2)}\n`);
  console.log(`${name} (${sizeOf(small)} characters): ${error instanceof Error ? error.stack : String(error)}`);
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? `${error.message}\n${error.stack?.split("\n")[3] ?? ""}` : String(error))
    .replace(/\d+/g, "0")
    .slice(0, 400);
}

/** Cuts pieces out as long as the reason stays the same. */
async function smaller(found: Case, reason: string): Promise<Case> {
  let best = found;
  for (const name of Object.keys(found.files)) {
    for (let length = Math.ceil((best.files[name] ?? "").length / 2); length >= 1; length = Math.floor(length / 2)) {
      for (let at = 0; at < (best.files[name] ?? "").length; at += length) {
        const text = best.files[name] ?? "";
        const tried = { ...best, files: { ...best.files, [name]: text.slice(0, at) + text.slice(at + length) } };
        const still = await tryCase(tried).then(
          () => false,
          (error: unknown) => reasonOf(error) === reason,
        );
        if (still) best = tried;
      }
    }
  }
  return best;
}
