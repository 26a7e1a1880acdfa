/** What there is to judge about tools besides who holds which: how far they are limited, what confines them, what children get back. */
import type { ToolLimit } from "./tool-limit.ts";
import type { ChildTool, ToolScope } from "./tool-scope.ts";

export interface ToolFacets {
  readonly scopes: readonly ToolScope[];
  readonly limits: readonly ToolLimit[];
  readonly children: readonly ChildTool[];
}
