/** When OpenClaw's tool policy, sandbox, roster and cross-agent reach changed. Facts with their source, no logic. */
import type { ChangePoint } from "./change-point.ts";

export interface ToolBehaviour {
  /** What an allow list without any name of a known core tool leaves: everything (the list is dropped) or only what it names. */
  readonly unknownOnlyAllowList: "everything" | "what-it-names";
  /** `tools.sessions.visibility` when nobody wrote it. */
  readonly unsetSessionVisibility: "tree" | "agent" | "all";
  /** `tools.agentToAgent.enabled` when nobody wrote it. */
  readonly unsetAgentToAgent: boolean;
  /** Where the agents stand: a list with ids, or a map by id. */
  readonly roster: "list" | "entries";
}

/** What held in 2026.2.17 and before the first change point. */
export const firstToolBehaviour: ToolBehaviour = {
  unknownOnlyAllowList: "everything",
  unsetSessionVisibility: "tree",
  unsetAgentToAgent: false,
  roster: "list",
};

export const toolChanges: readonly ChangePoint<ToolBehaviour>[] = [
  {
    id: "T9",
    since: "2026.6.1",
    after: "2026.4.2",
    what: "an allow list of only unknown names is kept",
    source: "run in 2026.2.17 and 2026.6.1, read in 2026.4.2",
    values: { unknownOnlyAllowList: "what-it-names" },
  },
  {
    id: "T14",
    since: "2026.8.1",
    what: "agents stand in agents.entries",
    source: "schema of 2026.7.1-2 and 2026.8.1",
    values: { roster: "entries" },
  },
  {
    id: "T16",
    since: "2026.9.1",
    what: "an agent sees all sessions of the same agent by default",
    source: "default read in 2026.8.1 and 2026.9.1",
    values: { unsetSessionVisibility: "agent" },
  },
  {
    id: "T16-all",
    since: "2026.9.2",
    what: "an agent sees the sessions of every agent by default",
    source: "default read in 2026.9.1 and 2026.9.2, run in 2026.9.6",
    values: { unsetSessionVisibility: "all" },
  },
  {
    id: "T17",
    since: "2026.9.2",
    what: "agents may message each other by default",
    source: "default read in 2026.9.1 and 2026.9.2, run in 2026.9.6",
    values: { unsetAgentToAgent: true },
  },
];
