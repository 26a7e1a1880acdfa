/** The command line program on Node. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { main } from "../cli/main.ts";
import { nodeFileStatus } from "./node-file-status.ts";
import { nodeFileSystem } from "./node-file-system.ts";
import { readNodeFile, readNodeText } from "./node-files.ts";
import { nodeSessionFiles } from "./node-session-files.ts";
import { nodeSchemaSource } from "./schemas-node.ts";

// A run is over before optimized code pays: left alone, V8 spends half of the processor time on compiling it beside the work.
// A larger budget only puts it off, so a run over many sets still gets it.
setFlagsFromString("--interrupt-budget=1000000");

const canColor = process.stdout.isTTY && process.env["NO_COLOR"] === undefined && process.env["TERM"] !== "dumb";

// Whoever reads the output may stop early, as `head` does: then there is nobody left to tell.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

main(process.argv.slice(2), {
  readFile: readNodeFile,
  fileSystem: nodeFileSystem,
  statusOf: nodeFileStatus,
  sessions: { files: nodeSessionFiles, now: () => Date.now() },
  schemas: nodeSchemaSource(join(__dirname, "schemas")),
  readPage: (rule) => readNodeText(join(__dirname, "..", "docs", "rules", `${rule}.md`)),
  print: (text) => void process.stdout.write(text),
  printError: (text) => void process.stderr.write(text),
  folder: pathToFileURL(process.cwd()).href,
  color: canColor,
  showsProgress: process.stderr.isTTY,
}).then(
  // Setting the code, not exiting, lets a pipe take all of the output.
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`grantlint: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 2;
  },
);
