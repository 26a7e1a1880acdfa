/** What rules judge of tools besides grants. Fixes are tried out without it, so it is worked out when a rule asks. */
import type { ToolFacets } from "../../grants/tool-facets.ts";
import { findToolLimits, type LimitContext } from "./tool-limits.ts";
import { findChildTools, findToolScopes, type ScopeContext } from "./tool-scopes.ts";

export function toolFacets(context: ScopeContext & LimitContext): ToolFacets {
  let scopes: ToolFacets["scopes"] | undefined;
  let limits: ToolFacets["limits"] | undefined;
  let children: ToolFacets["children"] | undefined;
  return {
    get scopes() {
      return (scopes ??= findToolScopes(context));
    },
    get limits() {
      return (limits ??= findToolLimits(context));
    },
    get children() {
      return (children ??= findChildTools(context));
    },
  };
}
