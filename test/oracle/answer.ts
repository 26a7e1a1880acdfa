/** What can be asked of a real OpenClaw, and what it answers: the lines that go to and come from the driver. No behaviour. */
import type { SessionKind } from "../../server/src/core/grants/grant.ts";

/** One case. `config` and `approvals` are texts, or values that are written as JSON. */
export interface Question {
  readonly id: string | number;
  readonly config?: unknown;
  /** `<bin>` stands for the folder in which the programs of `commands` lie: see `programs` in `driver/home.mjs`. */
  readonly approvals?: unknown;
  /**
   * How the approvals document got there. `file`: it lies next to the config; `row`: stored as it is in the database (from 2026.8.1);
   * `set`: taken in by `openclaw approvals set`, which drops what it does not know. Default: where the release keeps it.
   */
  readonly approvalsAs?: "file" | "row" | "set" | undefined;
  /** Other files next to the config, for `$include`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Who writes in a direct message or group; a stranger no config names when omitted. */
  readonly sender?: {
    readonly senderId?: string;
    readonly senderUsername?: string;
    readonly senderName?: string;
    readonly senderE164?: string;
  };
  /** The group chats to ask about, as `channel:id`; one nobody names when omitted. */
  readonly groups?: readonly string[];
  /** Commands to put to the exec tool of every session asked about. */
  readonly commands?: readonly string[];
  /** The kinds of session to ask about; all when omitted. */
  readonly kinds?: readonly SessionKind[];
}

export interface Answer {
  readonly id: string | number;
  readonly release: string;
  readonly approvalsHome: "file" | "row";
  readonly valid: boolean;
  readonly validationErrors: readonly { readonly path?: string; readonly message: string }[];
  readonly warnings: readonly { readonly path?: string; readonly message: string }[];
  readonly approvals: ApprovalsAnswer;
  /** Absent when the release refuses the config. */
  readonly agents?: readonly AgentAnswer[];
  /** What could not be answered, and why. */
  readonly unanswered: readonly { readonly what: string; readonly why: string }[];
  /** The driver failed on this case. */
  readonly oracleError?: string;
}

export interface ApprovalsAnswer {
  readonly given: boolean;
  readonly as: "file" | "row" | "set";
  /** False when the document says something and nothing of it is in force. */
  readonly loads?: boolean;
  /** The reader of the stored row and of the one-time import. */
  readonly strict?: Verdict;
  /** What `openclaw approvals set` makes of it. */
  readonly lenient?: Verdict & { readonly document?: unknown };
  /** Why the file's presence stops every host command. */
  readonly blocks?: string;
}

export interface Verdict {
  readonly ok: boolean;
  readonly error?: string;
}

export interface AgentAnswer {
  readonly id: string;
  readonly sandbox?: SandboxAnswer;
  readonly sessions: readonly SessionAnswer[];
}

export interface SandboxAnswer {
  readonly mode: "off" | "non-main" | "all";
  readonly scope: "session" | "agent" | "shared";
  readonly backend?: string;
  readonly workspaceAccess: "none" | "ro" | "rw";
  readonly tools: { readonly allow?: readonly string[]; readonly deny?: readonly string[] };
  readonly docker: {
    readonly network?: string;
    readonly binds?: readonly string[];
    readonly readOnlyRoot?: boolean;
    readonly capDrop?: readonly string[];
    readonly user?: string;
    /** Names only. */
    readonly env: readonly string[];
  };
  readonly browser: { readonly enabled?: boolean; readonly allowHostControl?: boolean };
}

export interface SessionAnswer {
  readonly kind: SessionKind;
  /** The group chat, where the question named some. */
  readonly group?: string;
  readonly sandboxed: boolean;
  /** Core tools that pass every layer of policy for an owner and that the release builds in this session, sorted. */
  readonly tools: readonly string[];
  /** Tools policy would let pass, but the release does not build: `apply_patch` when off, writing tools in a read-only sandbox. */
  readonly notBuilt?: readonly string[];
  /** Why the release cannot even build its tools for this session; `tools` is then what it would have if it could. */
  readonly buildError?: string;
  /** Of `tools`, those a sender who is not an owner does not get. */
  readonly ownerOnly?: readonly string[];
  /** Whether a plugin's tool of an arbitrary name passes. */
  readonly pluginTools: boolean;
  readonly exec?: ExecAnswer;
  readonly commands?: Readonly<Record<string, CommandAnswer>>;
  /** In `dm` only: what the sender may have done above the agent's policy. */
  readonly elevated?: ElevatedAnswer;
  /** Other agents whose main session this session may write to, if it has a tool for it. */
  readonly canMessage?: readonly string[];
  /** Agents, its own included, of which this session may start a child run, if it has the tool for it. */
  readonly canSpawn?: readonly string[];
}

export interface ElevatedAnswer {
  readonly enabled: boolean;
  readonly allowed: boolean;
  readonly level: string;
  /** What `id -u` does with elevated rights at that level; absent when the sender has none. */
  readonly probe?: CommandAnswer;
}

export interface ExecAnswer {
  /** `tools.exec.host` as in force. */
  readonly configured: string;
  /** Where a command lands; `none` when the tool refuses because the wanted sandbox is missing. */
  readonly host: "sandbox" | "gateway" | "node" | "none";
  readonly mode?: string;
  /** A model answers prompts before a human does. */
  readonly autoReview?: boolean;
  readonly security: "deny" | "allowlist" | "full";
  readonly ask: "off" | "on-miss" | "always";
  /** Absent where nothing is ever asked: inside a sandbox, or where nothing is checked. */
  readonly askFallback?: "deny" | "allowlist" | "full";
  /** The tool runs commands on the host without looking at any policy. */
  readonly unchecked: boolean;
  /** Why no command runs on the host at all: approvals that wait to be migrated. */
  readonly blocked?: string;
  /** What the exec tool did with a harmless command that no allowlist names by accident: `id -u`. */
  readonly probe: CommandAnswer;
  /** Set when the pieces of the release and its exec tool do not say the same. */
  readonly disagreement?: unknown;
}

export interface CommandAnswer {
  /** `miss`: not in the allowlist and nobody is asked; `sandbox` and `node`: it runs there; `error`: the tool refused for another reason. */
  readonly outcome: "runs" | "asks" | "miss" | "denied" | "sandbox" | "node" | "error";
  /** After `asks`: what happens when nobody answers. */
  readonly unanswered?: "runs" | "denied";
  readonly policy?: { readonly security?: string; readonly ask?: string; readonly askFallback?: string };
  readonly error?: string;
}
