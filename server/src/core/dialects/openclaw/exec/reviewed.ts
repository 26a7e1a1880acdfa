/** Agents whose prompts a model answers. */
import type { Because } from "../../../grants/grant.ts";
import type { ReviewedExec } from "../../../grants/exec-settings.ts";
import { becauseOf, byRead, checkedSessions, type ExecContext } from "./context.ts";

export function findReviewed({ agents }: ExecContext): ReviewedExec[] {
  const reviewed = agents.flatMap((agent): { readonly id: string; readonly because: Because }[] => {
    const sessions = checkedSessions(agent).filter(({ exec }) => exec.security === "allowlist" && exec.ask === "on-miss");
    const [because] = sessions
      .flatMap(({ exec }) => becauseOf(exec.because, "mode"))
      .filter(({ read }) => read.state === "set" && read.value === "auto");
    return because ? [{ id: agent.id, because }] : [];
  });
  return byRead(reviewed, ({ because }) => because.read).map(([first, ...others]): ReviewedExec => {
    const { because } = first;
    const remedy = [{ op: "set", file: because.read.at.file, path: because.read.path, value: "ask" } as const];
    return { because, agents: [first.id, ...others.map(({ id }) => id)], remedy };
  });
}
