/**
 * A matcher that takes one step per character and never goes back: however a pattern is built, its work stays in proportion to pattern
 * times text. Knows the pieces patterns are made of, nothing of any notation.
 */

/** A piece of a pattern. `set` decides one UTF-16 code unit. */
export type Piece =
  | { readonly type: "set"; readonly has: (unit: number) => boolean }
  | { readonly type: "start" | "end" | "boundary" }
  | { readonly type: "sequence"; readonly pieces: readonly Piece[] }
  | { readonly type: "choice"; readonly pieces: readonly Piece[] }
  /** At least `from` times, at most `to` times; `to` may be Infinity. */
  | { readonly type: "repeat"; readonly piece: Piece; readonly from: number; readonly to: number };

type Step =
  | { readonly type: "set"; readonly has: (unit: number) => boolean; next: number }
  | { readonly type: "start" | "end" | "boundary"; next: number }
  | { readonly type: "split"; readonly next: number; readonly other: number }
  | { readonly type: "done" };

/** Whether any part of a text matches. */
export type Test = (text: string) => boolean;

/** Repetition counts multiply: a pattern that needs more steps than this is not judged. */
const mostSteps = 5_000;

/** Builds the matcher, or nothing when the pattern is too large to judge. */
export function compilePieces(pattern: Piece): Test | undefined {
  const steps: Step[] = [{ type: "done" }];
  const add = (step: Step): number => steps.push(step) - 1;

  /** Adds what stands before `next` and gives where it begins; -1 when there is no room left. */
  function build(piece: Piece, next: number): number {
    if (next < 0 || steps.length > mostSteps) return -1;
    switch (piece.type) {
      case "set":
        return add({ type: "set", has: piece.has, next });
      case "start":
      case "end":
      case "boundary":
        return add({ type: piece.type, next });
      case "sequence":
        return piece.pieces.reduceRight((after, one) => build(one, after), next);
      case "choice":
        return piece.pieces.map((one) => build(one, next)).reduce((one, other) => (one < 0 || other < 0 ? -1 : add(split(one, other))));
      case "repeat":
        return buildRepeat(piece.piece, piece.from, piece.to, next);
    }
  }

  function buildRepeat(piece: Piece, from: number, to: number, next: number): number {
    let entry = next;
    if (to === Infinity) {
      const loop = add(split(next, next));
      const body = build(piece, loop);
      if (body < 0) return -1;
      steps[loop] = split(body, next);
      entry = loop;
    } else {
      for (let count = from; count < to && entry >= 0; count++) {
        const body = build(piece, entry);
        entry = body < 0 ? -1 : add(split(body, next));
      }
    }
    for (let count = 0; count < from && entry >= 0; count++) {
      const before = steps.length;
      entry = build(piece, entry);
      // Nothing, however often, is nothing: counting it to a number of thirty digits would never end.
      if (steps.length === before) break;
    }
    return entry;
  }

  const first = build(pattern, 0);
  if (first < 0) return undefined;
  const least = shortest(pattern);
  return (text) => text.length >= least && run(steps, first, text);
}

/** How many code units a match has at least: most texts are too short for a monstrous pattern, and then there is nothing to run. */
function shortest(piece: Piece): number {
  switch (piece.type) {
    case "set":
      return 1;
    case "start":
    case "end":
    case "boundary":
      return 0;
    case "sequence":
      return piece.pieces.reduce((sum, one) => sum + shortest(one), 0);
    case "choice":
      return Math.min(...piece.pieces.map(shortest));
    case "repeat":
      return piece.from === 0 ? 0 : Math.min(piece.from, mostSteps) * shortest(piece.piece);
  }
}

function split(next: number, other: number): Step {
  return { type: "split", next, other };
}

function run(steps: readonly Step[], first: number, text: string): boolean {
  /** The position at which a step was last taken, plus one: each is taken once per position. */
  const taken = new Uint32Array(steps.length);
  let current: number[] = [];
  for (let position = 0; position <= text.length; position++) {
    const waiting = current;
    waiting.push(first);
    const unit = text.charCodeAt(position);
    const following: number[] = [];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (taken[index] === position + 1) continue;
      taken[index] = position + 1;
      const step = steps[index];
      if (!step || step.type === "done") return true;
      if (step.type === "split") waiting.push(step.next, step.other);
      else if (step.type === "set") {
        if (position < text.length && step.has(unit)) following.push(step.next);
      } else if (holds(step.type, text, position)) waiting.push(step.next);
    }
    current = following;
  }
  return false;
}

function holds(type: "start" | "end" | "boundary", text: string, position: number): boolean {
  if (type === "start") return position === 0;
  if (type === "end") return position === text.length;
  return isWord(text.charCodeAt(position - 1)) !== isWord(text.charCodeAt(position));
}

export function isWord(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95;
}
