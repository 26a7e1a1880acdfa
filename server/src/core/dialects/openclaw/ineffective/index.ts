/** Every setting of a set that does not do what it says: the families, one after the other. */
import type { Agent } from "../../../grants/grant.ts";
import type { IneffectiveSetting } from "../../../grants/ineffective.ts";
import type { Place } from "../../../reader.ts";
import type { ApprovalsDocument } from "../approvals.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Behaviour } from "../releases.ts";
import type { Roster } from "../roster.ts";
import type { ToolBlock } from "../tool-blocks.ts";
import { agentSettings } from "./agents.ts";
import { findIgnoredApprovals } from "./approvals.ts";
import { findIneffectiveExec } from "./exec.ts";
import { findSandboxSettings } from "./sandbox.ts";
import { incompleteDenials } from "./tool-denials.ts";
import { ineffectiveToolLists } from "./tool-lists.ts";
import { ineffectiveToolScopes } from "./tool-scopes.ts";

/** What a family may look at. */
export interface IneffectiveContext {
  readonly config: Place;
  /** Where the config keeps lists of tools. */
  readonly blocks: readonly ToolBlock[];
  readonly approvals: ApprovalsDocument;
  readonly roster: Roster;
  readonly agents: readonly Agent[];
  readonly catalogue: Catalogue;
  readonly behaviour: Behaviour;
}

type Family = (context: IneffectiveContext) => readonly IneffectiveSetting[];

const families: readonly Family[] = [
  findIneffectiveExec,
  agentSettings,
  findIgnoredApprovals,
  findSandboxSettings,
  ineffectiveToolLists,
  incompleteDenials,
  ineffectiveToolScopes,
];

export function findIneffective(context: IneffectiveContext): IneffectiveSetting[] {
  return families.flatMap((family) => family(context));
}
