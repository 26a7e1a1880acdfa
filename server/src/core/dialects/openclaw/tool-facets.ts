/** What rules judge of tools besides grants. */
import type { ToolFacets } from "../../grants/tool-facets.ts";
import { lazily } from "../../lazily.ts";
import { findToolLimits, type LimitContext } from "./tool-limits.ts";
import { findChildTools, findToolScopes, type ScopeContext } from "./tool-scopes.ts";

export function toolFacets(context: ScopeContext & LimitContext): ToolFacets {
  return lazily<ToolFacets>({
    scopes: () => findToolScopes(context),
    limits: () => findToolLimits(context),
    children: () => findChildTools(context),
  });
}
