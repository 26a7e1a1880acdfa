/**
 * Everything a dialect knows about a config set once all layers are combined: the agents with their grants, and the parts of the policy
 * that deserve a judgement of their own (allowlist entries, tool names in lists, credentials, whole documents). Names no product.
 */
import type { CreateEdit, Edit, Json } from "../finding.ts";
import type { Read } from "../read.ts";
import type { Location, Path, Uri } from "../syntax/tree.ts";
import type { AllowlistEntry } from "./allowlist.ts";
import type { Contact } from "./contact.ts";
import type { ContainerSetup } from "./container.ts";
import type { Approvals } from "./approvals.ts";
import type { Elevation } from "./elevation.ts";
import type { ExecSettings } from "./exec-settings.ts";
import type { Agent, Because } from "./grant.ts";
import type { IneffectiveSetting } from "./ineffective.ts";
import type { KeptFile } from "./kept-file.ts";
import type { LoweredGuard } from "./lowered-guard.ts";
import type { MemoryCapture } from "./memory.ts";
import type { Door, Service } from "./service.ts";
import type { SandboxSetup } from "./sandbox.ts";
import type { SideDoor } from "./side-doors.ts";
import type { ReleaseDoubt } from "./release-doubt.ts";
import type { ShadowedSetting } from "./shadowed.ts";
import type { Threads } from "./threads.ts";
import type { ToolFacets } from "./tool-facets.ts";
import type { ToolServer } from "./tool-server.ts";
import type { UnattendedRun } from "./unattended.ts";

export interface EffectivePolicy {
  readonly agents: readonly Agent[];
  /** Where the agents are listed; unset when the only agent is implicit. */
  readonly roster: Read<unknown>;
  readonly contact: Contact;
  readonly threads: Threads;
  /** What the product makes of a config it refuses, and which files belong to that config. */
  readonly refused: { readonly becomes: "defaults" | "last-good"; readonly files: readonly Uri[] };
  readonly shadowed: readonly ShadowedSetting[];
  readonly releaseDoubts: readonly ReleaseDoubt[];
  readonly allowlist: readonly AllowlistEntry[];
  readonly approvals: Approvals;
  readonly toolReferences: readonly ToolReference[];
  readonly credentials: readonly Credential[];
  /** Empty unless somebody asked what the machine says of the files. */
  readonly keptFiles: readonly KeptFile[];
  readonly documents: readonly PolicyDocument[];
  readonly exec: ExecSettings;
  readonly elevations: readonly Elevation[];
  readonly sideDoors: readonly SideDoor[];
  readonly ineffective: readonly IneffectiveSetting[];
  readonly loweredGuards: readonly LoweredGuard[];
  readonly services: readonly Service[];
  readonly containers: readonly ContainerSetup[];
  readonly toolServers: readonly ToolServer[];
  readonly unattendedRuns: readonly UnattendedRun[];
  readonly memoryCaptures: readonly MemoryCapture[];
  readonly sandboxes: readonly SandboxSetup[];
  readonly tools: ToolFacets;
}

/** One name in an allow or deny list of tools. */
export interface ToolReference {
  readonly list: "allow" | "deny";
  /** The list's own layer, in the product's words: `tools.deny (agent hr)`. */
  readonly layer: string;
  readonly name: Read<string>;
  readonly means: "tool" | "group" | "pattern" | "plugin" | "everything" | "nothing";
  /** `nothing` only: the nearest name that means something in this release. */
  readonly suggestion: string | undefined;
  /** What the list does because of this name, as a clause: "nothing is denied". */
  readonly consequence: string;
  /** An allow list that counts for nothing as a whole, because of what this name and all others in it mean: every tool passes. */
  readonly letsAllThrough: boolean;
  readonly certain: boolean;
}

/** A secret written into a file. Nothing of the value itself is kept: `fingerprint` tells two equal ones. */
export interface Credential {
  /** What it is, in plain words: "gateway token", "Telegram bot token". */
  readonly kind: string;
  readonly at: Location;
  readonly path: Path;
  readonly fingerprint: string;
  readonly form: "literal" | "reference" | "placeholder" | "unknown";
  /** The door of the product's own that it opens, where it is the login to one. */
  readonly opens: Door | undefined;
  /** `guessable`: an example or a word anybody would try; `short`: too few characters to withstand guessing. */
  readonly weakness: "guessable" | "short" | undefined;
  /** The value that would refer to it instead, and the environment variable that must then be set; undefined where the file takes no references. */
  readonly reference: { readonly value: Json; readonly variable: string } | undefined;
  /** False where the product itself put it there, and nobody can have it elsewhere. */
  readonly isOurs: boolean;
  /** It stands in a copy of a file, which nothing reads and no edit mends. */
  readonly isInCopy: boolean;
  /** A later key of the same name overrides it, or what it is in: nothing reads it, and no edit by path reaches it. */
  readonly isOverridden: boolean;
  /** Edits that take it out without a loss, where a mere record holds it. */
  readonly removal: readonly Edit[];
}

/** A file that carries policy, and what the product does with it. */
export interface PolicyDocument {
  readonly role: string;
  readonly name: string;
  /** What chains of reasons call it. */
  readonly layer: string;
  /** `refused`: present but not taken; `empty`: taken, restricts nothing; `blocking`: its mere presence stops host commands; `elsewhere`: kept where no file shows it; `unknown`: we were not given it. */
  readonly state: "loaded" | "empty" | "refused" | "blocking" | "absent" | "elsewhere" | "unknown";
  /** Why, as a clause. */
  readonly why: string;
  /** What policy then holds, as a clause. */
  readonly consequence: string;
  /** Where to say it: the fault when refused, the nearest existing place when absent. */
  readonly at: Location;
  readonly path: Path;
  readonly because: readonly Because[];
  /** What is written in it and not taken, and why, as a clause. */
  readonly ignored: readonly { readonly at: Location; readonly path: Path; readonly why: string }[];
  /** Edits that make it restrict: empty when no edit of an existing file can. */
  readonly tighten: readonly Edit[];
  /**
   * Makes the document where there is none, with the settings that put it in force; nothing where there is one, or where a new one would not be
   * read.
   */
  readonly create: () => readonly (CreateEdit | Edit)[];
}
