/** Keys that run programs, or change what may run, past the agents' tools and policies. Facts with their source, no logic. */

/** `commands.<key>`: what a message in a chat can do once it is true. Off unless written, in 2026.2.17, 2026.6.1 and 2026.9.6 (read). */
export const chatConfigCommands: readonly {
  readonly key: string;
  readonly command: string;
  readonly does: string;
  readonly since: string;
}[] = [
  { key: "config", command: "/config", does: "change this config", since: "2026.2.17" },
  { key: "debug", command: "/debug", does: "change settings until the next restart", since: "2026.2.17" },
  { key: "mcp", command: "/mcp", does: "add servers whose commands run on the host", since: "2026.6.1" },
  { key: "plugins", command: "/plugins", does: "install and enable plugins", since: "2026.6.1" },
];

/** Who may use them: whoever may give commands, later the owner alone. Handlers read in 2026.2.17 and 2026.6.1; releases between not opened. */
export const chatConfigUsers: readonly [ChatConfigUsers, ...ChatConfigUsers[]] = [
  { since: "2026.2.17", who: "listed" },
  { since: "2026.6.1", who: "owner" },
];

export interface ChatConfigUsers {
  readonly since: string;
  readonly who: "listed" | "owner";
}

/** Channels that nobody writes to without a login to the gateway, whose owner may do all of this anyway. Read in 2026.2.17, 2026.6.1 and 2026.9.6. */
export const loginChannels: readonly string[] = ["webchat"];

/** Lists of models whose entries may be commands, and the switch that turns each list off. Runners read in 2026.2.17, 2026.6.1 and 2026.9.6. */
export const mediaCommandLists: readonly { readonly path: readonly string[]; readonly off: readonly string[]; readonly input: string }[] = [
  { path: ["tools", "links", "models"], off: ["tools", "links", "enabled"], input: "link" },
  { path: ["tools", "media", "models"], off: [], input: "attachment" },
  { path: ["tools", "media", "audio", "models"], off: ["tools", "media", "audio", "enabled"], input: "recording" },
  { path: ["tools", "media", "image", "models"], off: ["tools", "media", "image", "enabled"], input: "image" },
  { path: ["tools", "media", "video", "models"], off: ["tools", "media", "video", "enabled"], input: "video" },
];

/** Flags with which a coding program asks nobody, by the programs' own manuals. */
export const unaskedFlags: readonly string[] = [
  "--dangerously-skip-permissions",
  "--dangerously-bypass-approvals-and-sandbox",
  "--allow-all-tools",
  "--yolo",
  "--approval-mode=yolo",
  "--permission-mode=bypassPermissions",
  "bypassPermissions",
  "danger-full-access",
];

/**
 * Coding programs that are started by the gateway itself. From the release named, the program of this name gets the exec policy in force instead
 * of the flags written here (read in 2026.6.1); 2026.9.6 no longer has the block.
 */
export const normalizedBackends: readonly { readonly name: string; readonly since: string }[] = [{ name: "claude-cli", since: "2026.6.1" }];

/** The value with which the plugin that runs coding programs approves everything for them. Schema and documentation of 2026.6.1 and 2026.9.6. */
export const harnessApproval = {
  path: ["config", "permissionMode"],
  plugin: "acpx",
  open: "approve-all",
  usual: "approve-reads",
  since: "2026.6.1",
};

/** Where the code a model writes to combine tools is run when nothing is said about it. Documentation of 2026.6.1 and 2026.9.6; releases between not opened. */
export const codeExecutors: readonly [CodeExecutor, ...CodeExecutor[]] = [
  { since: "2026.2.17", unset: "isolated" },
  { since: "2026.9.6", unset: "node" },
];

export interface CodeExecutor {
  readonly since: string;
  /** `isolated`: there is no other; `node`: `node:vm`, documented as no security boundary, unless `quickjs` is chosen. */
  readonly unset: "isolated" | "node";
}

/** Commands of paired devices that stay shut until a config names them, and why. Lists read in 2026.2.17, 2026.6.1 and 2026.9.6. */
export const deviceCommands: readonly { readonly names: readonly string[]; readonly does: string }[] = [
  { names: ["camera.snap", "camera.clip", "camera.ptz.control", "screen.record"], does: "look through a device's camera or at its screen" },
  { names: ["sms.send", "sms.search"], does: "send or read text messages on a device" },
  { names: ["contacts.add", "calendar.add", "reminders.add"], does: "write into a device's contacts, calendar or reminders" },
  { names: ["health.summary"], does: "read a device's health data" },
];

/** Where they are named; the later place in schemas of 2026.9.6, the earlier one in 2026.2.17 and 2026.6.1. */
export const deviceCommandLists: readonly { readonly allow: readonly string[]; readonly deny: readonly string[] }[] = [
  { allow: ["gateway", "nodes", "allowCommands"], deny: ["gateway", "nodes", "denyCommands"] },
  { allow: ["gateway", "nodes", "commands", "allow"], deny: ["gateway", "nodes", "commands", "deny"] },
];
