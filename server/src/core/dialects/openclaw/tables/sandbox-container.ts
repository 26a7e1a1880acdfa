/** Facts about the containers that sandboxes run in. The same in 2026.2.17, 2026.6.1 and 2026.9.6 (read and run). */
import type { SandboxWeakness } from "../../../grants/sandbox.ts";

/** Sandbox backends that run containers of the host's engine. Early releases know no other. */
export const containerBackends: readonly string[] = ["docker", "podman"];

/** The image that OpenClaw builds itself, and uses unless another is named. */
export const builtImage: string = "openclaw-sandbox:bookworm-slim";

export const unset: { readonly backend: string; readonly capDrop: readonly string[] } = { backend: "docker", capDrop: ["ALL"] };

/** Switches of the container block that take a check away, and what that lets happen. Not in 2026.2.17. */
export const dangerousSwitches: readonly { readonly key: string; readonly kind: SandboxWeakness["kind"] }[] = [
  { key: "dangerouslyAllowExternalBindSources", kind: "outside-binds" },
  { key: "dangerouslyAllowReservedContainerTargets", kind: "covered-mounts" },
  { key: "dangerouslyAllowContainerNamespaceJoin", kind: "joined-network" },
];

/** The first release that refuses another container's network without the switch. Read in 2026.2.23 and 2026.2.24, run in 2026.6.1. */
export const joinNeedsSwitchSince = "2026.2.24";
