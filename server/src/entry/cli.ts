/** The command line program on Node. */
import { join } from "node:path";
import { main } from "../cli/main.ts";
import { readNodeFile } from "./node-files.ts";
import { nodeSchemaSource } from "./schemas-node.ts";

const canColor = process.stdout.isTTY && process.env["NO_COLOR"] === undefined && process.env["TERM"] !== "dumb";

main(process.argv.slice(2), {
  readFile: readNodeFile,
  schemas: nodeSchemaSource(join(__dirname, "schemas")),
  print: (text) => void process.stdout.write(text),
  printError: (text) => void process.stderr.write(text),
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
