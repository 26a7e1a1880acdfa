/** Writes a config in the shape a release wants. Examples and generated cases are kept in one neutral shape, so that one text serves all releases. */

/** A config whose agents stand in `agents.roster`, in order, each with its `id`. Everything else is as OpenClaw has it. */
export interface NeutralConfig {
  readonly agents?: { readonly roster?: readonly NeutralAgent[]; readonly [key: string]: unknown };
  readonly [key: string]: unknown;
}

export interface NeutralAgent {
  readonly id: string;
  readonly [key: string]: unknown;
}

export const releases = ["2026.2.17", "2026.6.1", "2026.9.6"] as const;
export type Release = (typeof releases)[number];

/** How a release writes its agents: `agents.list[]` or, from 2026.8.1, `agents.entries{}` with an owner named or ownership explicit. */
const rosterKey: Record<Release, "list" | "entries"> = { "2026.2.17": "list", "2026.6.1": "list", "2026.9.6": "entries" };

/** The config as this release reads it. Several agents without a default are declared explicit where the release asks for that. */
export function toShape(config: NeutralConfig, release: Release): Record<string, unknown> {
  const { roster, ...agents } = config.agents ?? {};
  if (!roster) return { ...config };
  if (rosterKey[release] === "list") return { ...config, agents: { ...agents, list: roster } };
  const needsOwnership = roster.length > 1 && !roster.some((agent) => agent["default"] === true) && !("ownership" in agents);
  const entries = Object.fromEntries(roster.map(({ id, ...agent }) => [id, agent]));
  return { ...config, agents: { ...(needsOwnership ? { ownership: "explicit" } : {}), ...agents, entries } };
}
