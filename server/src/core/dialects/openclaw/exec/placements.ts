/** Commands that run elsewhere than in the sandbox their session has, or on paired devices, because of a host that was chosen. */
import { isSandboxed, type Because, type Grant } from "../../../grants/grant.ts";
import type { ExecPlacement } from "../../../grants/exec-settings.ts";
import type { Behaviour } from "../releases.ts";
import { becauseOf, byRead, checkedSessions, grantOf, type ExecContext } from "./context.ts";

interface Placed {
  readonly because: Because;
  readonly grant: Grant;
  readonly leavesSandbox: boolean;
  readonly isWhole: boolean;
}

export function findPlacements({ agents, behaviour }: ExecContext): ExecPlacement[] {
  const placed = agents.flatMap((agent) =>
    [true, false].flatMap((leavesSandbox): Placed[] => {
      const session = checkedSessions(agent).find(
        (one) => one.exec.security !== "deny" && isSandboxed(one) === leavesSandbox && (leavesSandbox || one.exec.host === "node"),
      );
      const [because] = session ? becauseOf(session.exec.because, "host") : [];
      const grant = session && grantOf(agent, session);
      if (!because || !grant) return [];
      const isWhole = agent.sessions.every((one) => isSandboxed(one) || !grant.sessions.includes(one.kind));
      return [{ because, grant, leavesSandbox, isWhole }];
    }),
  );
  const alike = ({ leavesSandbox, grant }: Placed) => [leavesSandbox, grant.gate === "none"];
  return byRead(placed, ({ because }) => because.read, alike).map(([first, ...others]): ExecPlacement => {
    const { because, leavesSandbox } = first;
    return {
      because,
      grants: [first.grant, ...others.map(({ grant }) => grant)],
      leavesSandbox,
      isWhole: [first, ...others].every(({ isWhole }) => isWhole),
      remedy: leavesSandbox ? [backInside(because, behaviour)] : [],
    };
  });
}

/** `auto` is the sandbox where there is one; where `auto` itself lets commands out, or does not exist, the sandbox has to be named. */
function backInside({ read }: Because, { unsetExecHost }: Behaviour) {
  const isChosen = read.state === "set" && read.value !== "auto";
  return { op: "set", file: read.at.file, path: read.path, value: isChosen && unsetExecHost === "auto" ? "auto" : "sandbox" } as const;
}
