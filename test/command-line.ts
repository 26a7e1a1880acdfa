/** The command line program in this process: arguments in, its output and exit code out. */
import { main, type CliHost, type ExitCode } from "../server/src/cli/main.ts";
import { nodeFileSystem } from "../server/src/entry/node-file-system.ts";
import { readNodeFile, readNodeText } from "../server/src/entry/node-files.ts";
import { testSchemas } from "./test-schemas.ts";

export interface Run {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
}

/** `host`: what is other than on an ordinary machine without a terminal. */
export async function runCommand(argv: readonly string[], host: Partial<CliHost> = {}): Promise<Run> {
  let [out, error] = ["", ""];
  const code = await main(argv, {
    readFile: readNodeFile,
    fileSystem: nodeFileSystem,
    schemas: testSchemas,
    readPage: (rule) => readNodeText(`docs/rules/${rule}.md`),
    print: (text) => void (out += text),
    printError: (text) => void (error += text),
    folder: "file:///",
    color: false,
    showsProgress: false,
    ...host,
  });
  return { code, out, error };
}
