/** Tool servers as every product writes them: a program with its words, or an address. Knows the form; never where it stands. */
import type { Launch, RemoteAddress, ToolServer } from "../grants/tool-server.ts";
import type { Read, SetRead } from "../read.ts";
import { elementsOf, member, membersOf, readAny, readBoolean, readString, type Place } from "../reader.ts";
import { hostOf, isOnThisMachine, isPrivateHost, plainHost } from "./addresses.ts";
import { npmPin, pythonPin, type Pin } from "./packages.ts";

/** The servers of a block that are not switched off. `takenAt`: where the list of taken tools stands in an entry, if the product has one. */
export function readToolServers(block: Place, takenAt: readonly string[] | undefined): ToolServer[] {
  return membersOf(block).flatMap(({ key, place }) => {
    const isOff = ["enabled", "disabled"].some((name) => {
      const read = readBoolean(member(place, name));
      return read.state === "unknown" || (read.state === "set" && read.value === (name === "disabled"));
    });
    if (isOff || place.node?.type !== "object") return [];
    return {
      name: key,
      read: readAny(place),
      launch: launchOf(place),
      address: addressOf(place),
      taken: takenAt && readAny(takenAt.reduce(member, place)),
    };
  });
}

function addressOf(entry: Place): RemoteAddress | undefined {
  const reads = ["url", "baseUrl", "serverUrl"].map((key) => readString(member(entry, key)));
  const read = reads.find(({ state }) => state === "set");
  const host = read?.state === "set" ? hostOf(read.value) : undefined;
  if (read?.state !== "set" || host === undefined) return undefined;
  const from = isOnThisMachine(host) ? "machine" : isPrivateHost(host) ? "network" : "internet";
  return { read, host, isEncrypted: plainHost(read.value) === undefined, from };
}

/** A word of a command line with its place; a word that is not known ends what can be said about it. */
type Word = Read<string>;

function launchOf(entry: Place): Launch | undefined {
  const command = member(entry, "command");
  const words: Word[] = [
    ...(command.node?.type === "array" ? elementsOf(command) : [command]).map(readString),
    ...elementsOf(member(entry, "args")).map(readString),
  ];
  return launched(words);
}

function launched(words: readonly Word[]): Launch | undefined {
  const [first, ...rest] = words;
  if (first?.state !== "set") return undefined;
  const program = programName(first.value);
  // Windows starts scripts such as `npx` only through its own shell.
  if (program === "cmd" && valueOf(rest[0])?.toLowerCase() === "/c" && rest.length > 2) return launched(rest.slice(1));
  if (program === "env") return launched(rest.slice(rest.findIndex((word) => !/^-|=/.test(valueOf(word) ?? ""))));
  const option = shells.has(program) ? rest.findIndex((word) => /^-\w*c$|^-(?:command|encodedcommand)$/i.test(valueOf(word) ?? "")) : -1;
  const script = option < 0 ? undefined : rest[option + 1];
  if (script?.state === "set") return { kind: "shell", name: program, read: script, pin: undefined };
  const runner = runners.find((row) => row.programs.includes(program) && row.words.every((word, index) => valueOf(rest[index]) === word));
  const fetched = runner && fetchedPackage(rest.slice(runner.words.length), runner);
  if (runner && !fetched) return undefined;
  return fetched
    ? { kind: "package", name: fetched.value, read: fetched, pin: runner.pin(fetched.value) }
    : { kind: "program", name: first.value, read: first, pin: undefined };
}

/** The word that names the package: behind an option that says so, or the first that is no option. */
function fetchedPackage(words: readonly Word[], { named, valued }: Runner): SetRead<string> | undefined {
  const at = words.findIndex((word) => named.includes(valueOf(word)?.split("=")[0] ?? ""));
  const option = words[at];
  if (option?.state === "set" && option.value.includes("=")) return { ...option, value: option.value.slice(option.value.indexOf("=") + 1) };
  if (option) return isSet(words[at + 1]);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word?.state !== "set") return undefined;
    if (!word.value.startsWith("-")) return word;
    if (valued.includes(word.value)) index++;
  }
  return undefined;
}

function isSet(word: Word | undefined): SetRead<string> | undefined {
  return word?.state === "set" ? word : undefined;
}

function valueOf(word: Word | undefined): string | undefined {
  return word?.state === "set" ? word.value : undefined;
}

function programName(command: string): string {
  return (command.split(/[\\/]/).at(-1) ?? "").toLowerCase().replace(/\.(?:exe|cmd|ps1)$/, "");
}

const shells: ReadonlySet<string> = new Set(["sh", "bash", "zsh", "dash", "ksh", "fish", "powershell", "pwsh"]);

/** Programs that fetch a package and run it. Source: the manuals of npm 11, pnpm 10, Yarn 4, Bun 1.2, uv 0.8 and pipx 1.7. */
interface Runner {
  readonly programs: readonly string[];
  readonly words: readonly string[];
  /** Options that name the package. */
  readonly named: readonly string[];
  /** Other options with a value behind them. */
  readonly valued: readonly string[];
  readonly pin: (spec: string) => Pin;
}

const npm = { named: ["-p", "--package"], valued: ["-c", "--call", "--registry", "--prefix", "-w", "--workspace"], pin: npmPin };
const python = {
  named: ["--from", "--spec"],
  valued: ["-p", "--python", "--with", "--index", "--index-url", "--directory"],
  pin: pythonPin,
};

const runners: readonly Runner[] = [
  { programs: ["npx", "bunx", "pnpx"], words: [], ...npm },
  { programs: ["npm"], words: ["exec"], ...npm },
  { programs: ["npm"], words: ["x"], ...npm },
  { programs: ["pnpm", "yarn"], words: ["dlx"], ...npm },
  { programs: ["bun"], words: ["x"], ...npm },
  { programs: ["uvx"], words: [], ...python },
  { programs: ["uv"], words: ["tool", "run"], ...python },
  { programs: ["pipx"], words: ["run"], ...python },
];
