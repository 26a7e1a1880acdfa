/** Shrinks a case in which the engine and OpenClaw differ, and files it under `cases/` with OpenClaw's answer, for `npm test` to hold for ever after. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fromAnswer, type ComparableAgent } from "./comparable.ts";
import { toTexts, type Difference, type Part } from "./compare.ts";
import type { GeneratedCase } from "./generate.ts";
import type { Verdict } from "./judge.ts";
import type { Release } from "./shape.ts";
import { shrink } from "./shrink.ts";

export interface FiledCase {
  readonly release: string;
  readonly part: Part;
  readonly texts: Readonly<Record<string, string>>;
  readonly agents: readonly ComparableAgent[];
}

export const casesFolder = path.join(import.meta.dirname, "cases");

/** @returns a line for people, or nothing when the difference does not show a second time. */
export async function fileCase(
  release: Release,
  part: Part,
  generated: GeneratedCase,
  judge: (generated: readonly GeneratedCase[]) => Promise<Verdict[]>,
): Promise<string | undefined> {
  const ofPart = (verdict: Verdict | undefined): Difference | undefined =>
    verdict?.differences.find((difference) => difference.part === part);
  const stillShow = async (candidates: readonly GeneratedCase[]): Promise<boolean[]> => {
    const whole = candidates.filter(isWhole);
    const verdicts = await judge(whole);
    return candidates.map((candidate) => ofPart(verdicts[whole.indexOf(candidate)]) !== undefined);
  };
  const smallest = await shrink(generated, stillShow);
  const [verdict] = await judge([smallest]);
  const difference = ofPart(verdict);
  const agents = verdict && fromAnswer(verdict.answer);
  if (!difference || !agents) return undefined;
  const texts = toTexts(smallest, release);
  const name = `${release}-${part}-${createHash("sha1").update(JSON.stringify(texts)).digest("hex").slice(0, 8)}.json`;
  fs.mkdirSync(casesFolder, { recursive: true });
  const filed: FiledCase = { release, part, texts, agents };
  fs.writeFileSync(path.join(casesFolder, name), JSON.stringify(filed, null, 2) + "\n");
  const where = [part, difference.agent, difference.kind].filter(Boolean).join(" ");
  const sides = `OpenClaw ${JSON.stringify(difference.openclaw)}, engine ${JSON.stringify(difference.engine)}`;
  return `${where}: ${sides}\n  ${Object.values(texts).join("\n  ")}\n  filed as cases/${name}`;
}

/** Shrinking may leave out what makes a case one. */
function isWhole({ config }: Partial<GeneratedCase>): boolean {
  if (typeof config !== "object") return false;
  const roster: unknown = config.agents?.roster;
  return roster === undefined || (Array.isArray(roster) && roster.every((agent: { id?: unknown }) => typeof agent.id === "string"));
}
