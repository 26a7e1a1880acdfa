/** The releases whose schema we hold, oldest first. Source: the packages published under these versions. */
export const supportedReleases = ["2026.2.17", "2026.6.1", "2026.9.6"] as const;

/** The last release that still reads `exec-approvals.json` and `agents.list` natively, before the change of 2026.8.1. Source: the registry's list of versions. */
export const lastReleaseBeforeDatabase = "2026.7.35";

/** The forms a roster has had, and the last or first release that has it. Source: schemas of 2026.7.1-2 and 2026.8.1, and the registry's list of versions. */
export const rosterShapes: readonly { readonly key: string; readonly since?: string; readonly until?: string }[] = [
  { key: "list", until: lastReleaseBeforeDatabase },
  { key: "entries", since: "2026.8.1" },
  { key: "ownership", since: "2026.8.1" },
];

/**
 * What a config's shape says about the release it was written for: keys that appear with a release, or go with one.
 * `path` uses `*` for any key or index. Source: the published schemas of the three supported releases, and the packages between them.
 */
export const shapeFingerprints: readonly { readonly path: readonly string[]; readonly since?: string; readonly until?: string }[] = [
  ...rosterShapes.map(({ key, ...bounds }) => ({ path: ["agents", key], ...bounds })),
  { path: ["tools", "exec", "mode"], since: "2026.6.1" },
  { path: ["tools", "toolsBySender"], since: "2026.6.1" },
  { path: ["tools", "exec", "timeoutSec"], until: "2026.9.5" },
  { path: ["tools", "exec", "timeoutSeconds"], since: "2026.9.6" },
  { path: ["mcp"], since: "2026.6.1" },
  { path: ["secrets"], since: "2026.6.1" },
  { path: ["acp"], since: "2026.6.1" },
  { path: ["gateway", "nodes", "allowCommands"], until: "2026.9.5" },
  { path: ["gateway", "nodes", "commands", "allow"], since: "2026.9.6" },
  { path: ["gateway", "controlUi", "allowInsecureAuth"], until: "2026.9.5" },
  { path: ["agents", "defaults", "sandbox", "perSession"], until: "2026.2.17" },
  { path: ["agents", "list", "*", "sandbox", "perSession"], until: "2026.2.17" },
];
