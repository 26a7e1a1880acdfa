/** A policy nobody wrote, which this release fills in with prompts and a later one with nothing. */
import type { ExecUpgrade } from "../../../grants/exec-settings.ts";
import { at, readAny } from "../../../reader.ts";
import { compareReleases } from "../releases.ts";
import { execChanges } from "../tables/changes-exec.ts";
import { becauseOf, checkedSessions, type ExecContext } from "./context.ts";

export function findUpgrade({ config, agents, behaviour }: ExecContext): ExecUpgrade | undefined {
  if (behaviour.unsetExecPolicy.security === "full") return undefined;
  const opening = execChanges.find(
    ({ since, values }) => values.unsetExecPolicy?.security === "full" && compareReleases(since, behaviour.release) > 0,
  );
  const [first, ...others] = agents.filter((agent) =>
    checkedSessions(agent).some(({ exec }) => {
      const security = becauseOf(exec.because, "security", "mode");
      return exec.certain && security.length > 0 && security.every(({ read }) => read.state === "unset");
    }),
  );
  if (!opening || !first) return undefined;
  const read = readAny(at(config, "tools", "exec", "security"));
  const { security, ask } = behaviour.unsetExecPolicy;
  const path = ["tools", "exec"];
  return {
    read,
    agents: [first.id, ...others.map(({ id }) => id)],
    now: `${behaviour.release} asks before commands that are not on the allowlist`,
    then: "every command runs unasked",
    since: opening.since,
    remedy: [
      { op: "set", file: config.at.file, path: [...path, "security"], value: security },
      { op: "set", file: config.at.file, path: [...path, "ask"], value: ask },
    ],
  };
}
