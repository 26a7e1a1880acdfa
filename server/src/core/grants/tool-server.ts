/** Programs and services that hand tools to agents: what is started, where it comes from, what is taken from it. Names no product. */
import { nameOf, type Read } from "../read.ts";
import type { Location, Path } from "../syntax/tree.ts";

export interface ToolServer {
  readonly name: string;
  readonly read: Read<unknown>;
  /** The program it is started with, where these files start it. */
  readonly launch: Launch | undefined;
  /** Where it is found, where it runs elsewhere. */
  readonly address: RemoteAddress | undefined;
  /** The list of tools that are taken from it; undefined where the product knows no such list. */
  readonly taken: Read<unknown> | undefined;
}

export interface Launch {
  /** `shell`: a command line that a shell takes apart. */
  readonly kind: "program" | "package" | "shell";
  /** What is run, as the file has it. */
  readonly name: string;
  /** Where it stands. */
  readonly read: Read<string>;
  /** Of a package that is fetched before it runs: whether it is always the same. `newest`: fetched anew each time; `open`: whatever was newest the first time. */
  readonly pin: "exact" | "newest" | "open" | undefined;
}

export interface RemoteAddress {
  readonly read: Read<string>;
  readonly host: string;
  readonly isEncrypted: boolean;
  readonly from: "machine" | "network" | "internet";
}

/** A server and the value in it that a finding is about. */
export interface ServerFact {
  readonly server: ToolServer;
  readonly read: Read<unknown>;
}

/** One finding for all servers of a kind in a file: at the first of them, the others related. */
export function placeOfServers(
  [first, ...others]: readonly [ServerFact, ...ServerFact[]],
  says: string,
): {
  readonly evidence: { readonly at: Location; readonly path: Path };
  readonly related: { readonly at: Location; readonly message: string }[];
} {
  return {
    evidence: { at: nameOf(first.read), path: first.read.path },
    related: others.map(({ server, read }) => ({ at: nameOf(read), message: `"${server.name}" ${says}` })),
  };
}

/** Items, if there are any. */
export function atLeastOne<Item>(items: readonly Item[]): readonly [Item, ...Item[]] | undefined {
  const [first, ...others] = items;
  return first === undefined ? undefined : [first, ...others];
}
