/**
 * Which parts of the host OpenClaw refuses to put into a sandbox, when it makes the container. No release refuses the config for them.
 * Source: the check of bind mounts read in every published release around each change (2026.2.22 and 2026.2.23, 2026.3.28, 2026.3.31 and
 * 2026.4.1, 2026.4.2 and 2026.4.5, 2026.6.5 and 2026.6.6), run in 2026.2.17, 2026.6.1 and 2026.9.6.
 */
export interface BindLimits {
  readonly since: string;
  /** Refused with everything below; `/` is refused always. */
  readonly system: readonly string[];
  /** The same below the home folder of the account that runs the gateway. */
  readonly home: readonly string[];
  /** Whether a folder is refused that has one of these in it. */
  readonly refusesParents: boolean;
  /** Whether sources must lie in the agent's workspace and targets outside of the sandbox's own, unless a dangerous switch allows more. */
  readonly isConfined: boolean;
}

const system = ["/etc", "/private/etc", "/proc", "/sys", "/dev", "/root", "/boot", "/run", "/var/run", "/private/var/run"];
const home = [".aws", ".cargo", ".config", ".docker", ".gnupg", ".netrc", ".npm", ".ssh"];

export const bindLimits: readonly [BindLimits, ...BindLimits[]] = [
  { since: "2026.1.0", system, home: [], refusesParents: false, isConfined: false },
  { since: "2026.2.23", system, home: [], refusesParents: false, isConfined: true },
  {
    since: "2026.3.31",
    system: [...system, "/var/lib/docker", "/private/var/lib/docker", "/var/log", "/private/var/log"],
    home: [".aws", ".config", ".kube", ".openclaw", ".ssh"],
    refusesParents: false,
    isConfined: true,
  },
  { since: "2026.4.1", system, home: [], refusesParents: false, isConfined: true },
  { since: "2026.4.5", system, home, refusesParents: false, isConfined: true },
  { since: "2026.6.6", system, home, refusesParents: true, isConfined: true },
];

/** Places inside a container that are OpenClaw's own. */
export const reservedTargets: readonly string[] = ["/workspace", "/agent"];
