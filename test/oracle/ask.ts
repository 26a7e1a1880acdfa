/** Keeps a child process with a real OpenClaw inside and puts cases to it. Streams: memory does not grow with the number of cases. */
import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import readline from "node:readline";
import type { Answer, Question } from "./answer.ts";
import { cacheFolder, installNode, installOpenClaw } from "./install.mjs";

export type Oracle = Talk<Question, Answer>;

export interface Talk<Asked, Answered> {
  /** Answers in the order of the questions. Rejects when the child dies. */
  ask(questions: readonly Asked[]): Promise<Answered[]>;
  close(): Promise<void>;
}

/** Installs the release if need be (npm), then starts the child. The first answer takes seconds, each further one milliseconds. */
export function askOpenClaw({ release }: { readonly release: string }): Oracle {
  return talkTo<Question, Answer>("main.mjs", release);
}

/** The same with another driver of the folder `driver/`. */
export function talkTo<Asked, Answered>(driver: string, release: string): Talk<Asked, Answered> {
  const program = path.join(import.meta.dirname, "driver", driver);
  const child = spawn(installNode(), [program, installOpenClaw(release), path.join(cacheFolder(), "oracle")], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const waiting: { resolve: (answer: Answered) => void; reject: (error: Error) => void }[] = [];
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => (complaints = (complaints + chunk.toString()).slice(-4000)));
  readline.createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()?.resolve(JSON.parse(line) as Answered));
  const ended = new Promise<string>((resolve) => child.on("close", (code, signal) => resolve(signal ?? `code ${code}`)));
  void ended.then((how) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`OpenClaw ${release} ended (${how}) before it answered\n${complaints}`));
  });
  // A write to a child that just died fails here; the rejection above tells the caller.
  child.stdin.on("error", () => undefined);
  const stop = () => child.kill();
  process.once("exit", stop);
  return {
    ask(questions) {
      return Promise.all(
        questions.map(
          (question) =>
            new Promise<Answered>((resolve, reject) => {
              if (child.exitCode !== null) return reject(new Error(`OpenClaw ${release} has ended\n${complaints}`));
              waiting.push({ resolve, reject });
              child.stdin.write(JSON.stringify(question) + "\n");
            }),
        ),
      );
    },
    async close() {
      child.stdin.end();
      await ended;
      process.off("exit", stop);
    },
  };
}
