/** Anyone may write to an agent that runs host commands with nothing in the way: a stranger's message is one step from the machine. */
import { byDecision, overlap, ownGrants, type Agent, type Exposure, type Grant } from "../grants/grant.ts";
import type { EffectivePolicy } from "../grants/policy.ts";
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { gating } from "../grants/untrusted-text.ts";
import { declareRule } from "../rule.ts";
import { listNames, listWords } from "../wording.ts";

export default declareRule({
  id: "open-door-to-shell",
  severity: "error",
  summary: "Anyone can write to an agent that may run any host command unasked",
  why: "One message is enough: no account to steal, nobody to deceive. Whoever finds the bot, or a group it is in, has a command line with all the rights of the account the gateway runs as.",
  atlas: {
    techniques: ["AML.T0053", "AML.T0051.000", "AML.T0050", "AML.T0112.000"],
    mitigations: ["AML.M0026", "AML.M0029", "AML.M0030", "AML.M0028"],
  },
  cwe: [306, 250],
  asi: ["ASI05", "ASI01", "ASI03"],
  upstream: ["security.exposure.open_channels_with_exec", "security.exposure.open_groups_with_runtime_or_fs"],

  check({ policy, report, tighten }) {
    for (const ways of byDecision(
      policy.agents.flatMap((agent) => wayIn(agent, policy)),
      ({ doors }) => doors,
    )) {
      const [{ doors, shell }] = ways;
      const shells = ways.map((way) => way.shell);
      const channels = new Set(ways.flatMap((way) => way.doors.map(({ name }) => name)));
      report(
        { ...shell, because: [...doors.flatMap(({ because }) => because), ...shell.because] },
        {
          message: `Anyone on ${listWords([...channels])} can write to ${listNames(shells.map(({ agent }) => agent))}, which may run any host command unasked${unlessElsewhere(shell, policy)}`,
          confidence: confidenceIn(shell, policy) ?? "low",
          agents: shells.map(({ agent }) => agent),
          covers: [
            "ungated-host-exec",
            "open-direct-messages",
            "open-groups",
            "control-plane-tools",
            "automation-tools",
            "device-control-tools",
          ],
          remediations: [
            {
              title: "Ask a person before commands that are not on the allowlist",
              safety: "review",
              edits: () => gating(shells, "ask-on-miss", tighten),
            },
          ],
        },
      );
    }
  },
});

/** An agent's shell and the doors before it, one for each channel. A message lands in the session of its door, so only that session's shell counts. */
function wayIn(agent: Agent, policy: EffectivePolicy): { readonly doors: readonly Exposure[]; readonly shell: Grant }[] {
  const open = agent.exposures.filter(({ who, certain }) => who === "open" && certain);
  const shells = ownGrants(agent, "exec", { reach: "host", gate: "none" }).filter((grant) => confidenceIn(grant, policy) !== undefined);
  const ways = shells.map((shell) => {
    const before = open.filter(({ through, sessions }) => messages.has(through) && overlap(sessions, shell.sessions));
    // Of several doors of one channel the first.
    const doors = new Map<string, Exposure>();
    for (const door of before) if (!doors.has(door.name)) doors.set(door.name, door);
    return { shell, doors: [...doors.values()] };
  });
  return ways.filter(({ doors }) => doors.length > 0).slice(0, 1);
}

/** What a stranger writes straight to the agent; pages and mail it reads are other rules' concern. */
const messages: ReadonlySet<Exposure["through"]> = new Set(["direct-message", "group"]);
