/** The command line program in this process: arguments in, its output and exit code out. What it prints is searched for secrets. */
import { main, type CliHost, type ExitCode } from "../server/src/cli/main.ts";
import { nodeFileSystem } from "../server/src/entry/node-file-system.ts";
import { readNodeFile, readNodeText } from "../server/src/entry/node-files.ts";
import { startSecretSearch } from "./secret-search.ts";
import { testSchemas } from "./test-schemas.ts";

export interface Run {
  readonly code: ExitCode;
  readonly out: string;
  readonly error: string;
}

/** `host`: what is other than on an ordinary machine without a terminal. */
export async function runCommand(argv: readonly string[], host: Partial<CliHost> = {}): Promise<Run> {
  let [out, error] = ["", ""];
  const secrets = startSecretSearch();
  const { readFile = readNodeFile, ...others } = host;
  const code = await main(argv, {
    readFile: async (request) => {
      const found = await readFile(request);
      if (found.state === "read") secrets.handOver(found.text);
      return found;
    },
    fileSystem: nodeFileSystem,
    schemas: testSchemas,
    readPage: (rule) => readNodeText(`docs/rules/${rule}.md`),
    print: (text) => void (out += text),
    printError: (text) => void (error += text),
    folder: "file:///",
    color: false,
    showsProgress: false,
    ...others,
  });
  // Pages of rules are texts of ours, and show what they speak of.
  if (argv[0] !== "explain") secrets.search(out + error, argv.join(" "));
  return { code, out, error };
}
