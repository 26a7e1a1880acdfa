/** The policy of files that say nothing of agents: what they do say is laid over it. */
import type { UnknownRead } from "../read.ts";
import type { Uri } from "../syntax/tree.ts";
import type { Setting } from "./contact.ts";
import type { EffectivePolicy } from "./policy.ts";

export function nothingKnown(file: Uri): EffectivePolicy {
  const read: UnknownRead = { state: "unknown", at: { file, start: 0, end: 0 }, path: [], why: "these files say nothing of agents" };
  const unknown: Setting<never> = { value: undefined, isWritten: false, because: { layer: "", says: read.why, read } };
  return {
    agents: [],
    roster: read,
    contact: {
      between: unknown,
      members: unknown,
      parties: [],
      sight: unknown,
      sightInside: unknown,
      isOpen: undefined,
      opensWith: undefined,
      starts: [],
      reaches: () => false,
      reachesAll: [],
      close: [],
      closeInside: [],
      narrow: [],
    },
    threads: { areShared: unknown, part: [] },
    refused: { becomes: "last-good", files: [] },
    shadowed: [],
    releaseDoubts: [],
    allowlist: [],
    approvals: { unanswered: [], skillPrograms: [], toolGrants: [] },
    toolReferences: [],
    credentials: [],
    keptFiles: [],
    documents: [],
    exec: {
      loosened: [],
      placements: [],
      safePrograms: [],
      programFolders: [],
      inlineCode: [],
      reviewed: [],
      upgrade: undefined,
      unwritten: new Set(),
    },
    elevations: [],
    sideDoors: [],
    ineffective: [],
    loweredGuards: [],
    services: [],
    containers: [],
    toolServers: [],
    unattendedRuns: [],
    memoryCaptures: [],
    sandboxes: [],
    tools: { scopes: [], limits: [], children: [] },
  };
}
