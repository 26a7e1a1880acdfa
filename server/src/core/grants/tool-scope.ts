/** How far an agent's tools are limited at all, what its own entry adds to the common limits, and what the children it starts get back. */
import type { Edit } from "../finding.ts";
import type { SetRead } from "../read.ts";
import type { Because, Capability } from "./grant.ts";

export interface ToolScope {
  readonly agent: string;
  /** True when neither a profile nor a list limits its tools. */
  readonly isUnlimited: boolean;
  /** What says so, or the place where a limit would stand. */
  readonly because: Because;
  /** What its own entry lets it do that the common settings would not, each with the place that says so. */
  readonly gains: readonly { readonly capability: Capability; readonly because: Because }[];
  /** The edit that limits tools where nothing does, and its name. */
  readonly limit: { readonly profile: string; readonly edits: readonly Edit[] };
}

/** A tool that no child has by itself, given back to the children of all agents. */
export interface ChildTool {
  readonly name: SetRead<string>;
  readonly capability: Capability | undefined;
  /** Ids of the agents whose children have it. */
  readonly agents: readonly string[];
  readonly close: readonly Edit[];
}
