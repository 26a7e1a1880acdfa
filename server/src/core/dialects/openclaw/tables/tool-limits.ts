/**
 * Settings that confine what a tool may touch. Facts, no logic.
 * Source: tool builders and senders read in 2026.2.17, 2026.6.1 and 2026.9.6; the change of `other-channels` in 2026.9.4 and 2026.9.5.
 */
import type { LimitedAct } from "../../../grants/tool-limit.ts";

export interface ToolLimitRow {
  readonly act: LimitedAct;
  /** The tools it confines; none when it is about every run. */
  readonly tools: readonly string[];
  readonly keys: readonly [string, ...string[]];
  /** Whether an agent's own entry can say otherwise, by the key alone or with the whole block around it. */
  readonly own: "never" | "key" | "block";
  /** The value that confines. */
  readonly closed: boolean;
  /** Whether it confines when nothing is written, from a release on. */
  readonly unset: readonly [
    { readonly since: string; readonly confines: boolean },
    ...{ readonly since: string; readonly confines: boolean }[],
  ];
  /** The first release that was seen to read it. */
  readonly since: string;
  /** Another setting that confines the same when true. */
  readonly closedToo?: readonly string[];
  /** Another setting that opens it when true. */
  readonly openedToo?: readonly string[];
}

const first = "2026.2.9";
const open = [{ since: first, confines: false }] as const;
const confined = [{ since: first, confines: true }] as const;
const workspaceOnly = ["tools", "fs", "workspaceOnly"] as const;
const crossContext = ["tools", "message", "crossContext"] as const;
const anyContext = ["tools", "message", "allowCrossContextSend"] as const;

export const toolLimits: readonly ToolLimitRow[] = [
  { act: "file-reads", tools: ["read"], keys: workspaceOnly, own: "key", closed: true, unset: open, since: first },
  { act: "file-writes", tools: ["write", "edit"], keys: workspaceOnly, own: "key", closed: true, unset: open, since: first },
  {
    act: "patches",
    tools: ["apply_patch"],
    keys: ["tools", "exec", "applyPatch", "workspaceOnly"],
    own: "block",
    closed: true,
    unset: confined,
    since: first,
    closedToo: workspaceOnly,
  },
  { act: "page-scripts", tools: ["browser"], keys: ["browser", "evaluateEnabled"], own: "never", closed: false, unset: open, since: first },
  {
    act: "other-conversations",
    tools: ["message"],
    keys: [...crossContext, "allowWithinProvider"],
    own: "key",
    closed: false,
    unset: open,
    since: first,
    openedToo: anyContext,
  },
  {
    act: "other-channels",
    tools: ["message"],
    keys: [...crossContext, "allowAcrossProviders"],
    own: "key",
    closed: false,
    unset: [...confined, { since: "2026.9.5", confines: false }],
    since: first,
    openedToo: anyContext,
  },
  {
    act: "private-fetches",
    tools: ["web_fetch"],
    keys: ["tools", "web", "fetch", "ssrfPolicy", "dangerouslyAllowPrivateNetwork"],
    own: "never",
    closed: false,
    unset: confined,
    since: "2026.9.6",
  },
  { act: "loops", tools: [], keys: ["tools", "loopDetection", "enabled"], own: "key", closed: true, unset: open, since: first },
];
