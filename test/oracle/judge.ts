/** Puts cases to OpenClaw and to the engine and tells what they do not agree on. */
import type { Answer } from "./answer.ts";
import type { Oracle } from "./ask.ts";
import { fromAnswer } from "./comparable.ts";
import { compareAgents, countUncertain, resolveTexts, toQuestion, toTexts, type Difference } from "./compare.ts";
import type { GeneratedCase } from "./generate.ts";
import type { Release } from "./shape.ts";

export interface Verdict {
  readonly answer: Answer;
  /** None where OpenClaw refuses the config, or could not be asked everything: then there is nothing to compare. */
  readonly differences: readonly Difference[];
  /** Sessions of which the engine says that it is not certain. */
  readonly uncertain: number;
}

export async function judgeAll(
  oracle: Oracle,
  release: Release,
  catalogue: ReadonlySet<string>,
  generated: readonly GeneratedCase[],
): Promise<Verdict[]> {
  const answers = await oracle.ask(generated.map((each, index) => toQuestion(each, release, index)));
  return Promise.all(
    generated.map(async (each, index): Promise<Verdict> => {
      const answer = answers[index];
      if (!answer) throw new Error("the oracle gave fewer answers than it was asked questions");
      const wanted = fromAnswer(answer);
      if (!wanted || answer.unanswered.length > 0) return { answer, differences: [], uncertain: 0 };
      try {
        const actual = await resolveTexts(toTexts(each, release), release, catalogue);
        return { answer, differences: compareAgents(wanted, actual), uncertain: countUncertain(actual) };
      } catch (error) {
        return { answer, differences: [{ part: "failure", agent: "", openclaw: "an answer", engine: String(error) }], uncertain: 0 };
      }
    }),
  );
}
