/**
 * Counts work without a clock: how often blocks of our own code ran, by V8's block coverage. The same on every machine, whatever else it does.
 * What the engine does by itself (searching a text, a regular expression) is one step here; `regexes.test.ts` looks after those.
 */
import { Session, type Profiler } from "node:inspector";

export interface Work<Value> {
  readonly value: Value;
  readonly steps: number;
  /** The blocks that ran, each by its file and place. */
  readonly blocks: ReadonlySet<string>;
}

export interface StepCounter {
  /** Counts one piece of work at a time. `counted`: the addresses of the code that counts. */
  count<Value>(work: () => Value | Promise<Value>, counted?: RegExp): Promise<Work<Value>>;
  stop(): void;
}

/** Code of ours, and of the libraries that read for us. */
const isCore = /\/server\/src\/core\//;
export const isCoreOrReader = /\/server\/src\/core\/|\/node_modules\/(?:yaml|dockerfile-ast)\//;

/** One at a time. Until it is stopped, everything in this process runs several times slower. */
export function startStepCounter(): StepCounter {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return {
    async count(work, counted = isCore) {
      taken(session);
      const value = await work();
      const blocks = new Set<string>();
      let steps = 0;
      for (const { url, functions } of taken(session)) {
        if (!counted.test(url)) continue;
        for (const { count, startOffset, endOffset } of functions.flatMap(({ ranges }) => ranges)) {
          steps += count;
          if (count > 0) blocks.add(`${url}:${startOffset}:${endOffset}`);
        }
      }
      return { value, steps, blocks };
    },
    stop() {
      session.post("Profiler.stopPreciseCoverage");
      session.disconnect();
    },
  };
}

/** What was counted since the last time. An inspector in the same thread answers before `post` returns. */
function taken(session: Session): Profiler.ScriptCoverage[] {
  let scripts: Profiler.ScriptCoverage[] = [];
  session.post("Profiler.takePreciseCoverage", (error, { result }) => {
    if (error) throw error;
    scripts = result;
  });
  return scripts;
}
