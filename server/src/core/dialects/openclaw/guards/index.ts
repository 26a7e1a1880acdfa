/** Every guard that a config lowers: the families, one after the other. */
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import { findBrowserGuards } from "./browser.ts";
import { placesIn, type GuardContext } from "./context.ts";
import { findGroupGuards } from "./groups.ts";
import { findHookGuards } from "./hooks.ts";
import { findModelGuards } from "./models.ts";
import { findOriginGuards } from "./origins.ts";
import { findPluginGuards } from "./plugins.ts";
import { findProxyGuards } from "./proxies.ts";
import { findSkillGuards } from "./skills.ts";
import { findSwitches } from "./switches.ts";

const families = [
  findSwitches,
  findOriginGuards,
  findProxyGuards,
  findHookGuards,
  findBrowserGuards,
  findGroupGuards,
  findPluginGuards,
  findSkillGuards,
  findModelGuards,
];

export function findLoweredGuards(context: Omit<GuardContext, "placesAt">): LoweredGuard[] {
  const full = { ...context, placesAt: placesIn(context.config) };
  return families.flatMap((family) => family(full));
}
