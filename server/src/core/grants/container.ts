/** Containers that the product runs in: what they let in from outside, and how far what happens inside gets out. Names no product. */
import type { Edit } from "../finding.ts";
import type { Read } from "../read.ts";
import type { SandboxBind } from "./sandbox.ts";

export interface ContainerSetup {
  /** As a subject: `Service "gateway"`, `The image`. */
  readonly name: string;
  readonly ports: readonly PublishedPort[];
  readonly mounts: readonly ContainerMount[];
  /** What takes the walls of the container down, by the setting that does. */
  readonly openings: readonly Opening[];
  /** Set where it runs as the administrator of the container, with the place that decides. */
  readonly root: { readonly read: Read<unknown>; readonly isWritten: boolean } | undefined;
  /** What keeps a process in the container small and is not there; empty where that is not known. */
  readonly missing: { readonly read: Read<unknown>; readonly words: readonly string[] };
  /** Secrets that are known to everybody who can read the file, unless somebody sets a variable. */
  readonly knownSecrets: readonly KnownSecret[];
  /** Names that stand for another image or package from one day to the next. */
  readonly floating: readonly { readonly read: Read<unknown>; readonly kind: "image" | "package"; readonly name: string }[];
  /** Programs from the network that run when the image is made, before anybody has seen them. */
  readonly downloads: readonly Read<unknown>[];
}

export interface PublishedPort {
  readonly read: Read<unknown>;
  readonly port: string;
  /** Edits that publish it on this machine alone. */
  readonly keep: readonly Edit[];
}

export interface ContainerMount {
  readonly read: Read<unknown>;
  readonly source: string;
  readonly shows: SandboxBind["shows"];
  /** What lies there, as a noun: "SSH keys". */
  readonly what: string;
  /** What it is to the product inside: the file that decides about it, the folder that holds this and all it keeps. */
  readonly becomes: "config" | "state" | undefined;
  readonly isWritable: boolean;
}

export interface Opening {
  /** `all`: nothing is left; `network`: the machine's own network; `part`: one wall of several. */
  readonly kind: "all" | "network" | "part";
  readonly read: Read<unknown>;
  /** As a predicate: `has all rights on the machine`. */
  readonly does: string;
}

export interface KnownSecret {
  readonly read: Read<unknown>;
  readonly variable: string;
  /** Whether it holds only where the variable is not set; otherwise it always does. */
  readonly isDefault: boolean;
  /** Edits that make it stop at the start instead. */
  readonly demand: readonly Edit[];
}
