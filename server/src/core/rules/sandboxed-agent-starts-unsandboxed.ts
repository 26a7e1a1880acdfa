/** A sandboxed agent can have the work done by one that runs on the host: its sandbox has a door. */
import { closingOf, gainsOf } from "../grants/contact.ts";
import { byDecision, isSandboxed, type Agent, type Grant } from "../grants/grant.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "sandboxed-agent-starts-unsandboxed",
  severity: "warning",
  summary: "Sandboxed agent can start or write to an agent that acts on the host",
  why: "The sandbox holds the agent's own commands and files. What it asks an agent outside to do happens on the host, with all that agent may do there.",
  atlas: {
    techniques: ["AML.T0053", "AML.T0061", "AML.T0034.002"],
    mitigations: ["AML.M0026", "AML.M0028", "AML.M0032"],
  },
  cwe: [441],
  asi: ["ASI03", "ASI08"],

  check({ policy, report }) {
    const ways = policy.agents.flatMap((agent) => wayOut(agent).map((grant) => ({ agent, grant })));
    for (const group of byDecision(ways, ({ grant }) => [grant])) {
      const [{ agent, grant }] = group;
      const agents = [...new Set(group.map((way) => way.agent.id))];
      const outside = [...new Set(group.map((way) => way.grant.via.at(-1) ?? ""))];
      const verb = agent.canSpawn.includes(grant.via[0] ?? "") ? "start" : "write to";
      report(grant, {
        message: `Sandboxed ${agents.length === 1 ? "agent" : "agents"} ${listNames(agents)} can ${verb} ${listNames(outside)}, which ${acts[grant.capability] ?? ""} on the host`,
        agents,
        remediations: [{ title: "Close the way out of the sandbox", safety: "review", edits: () => closingOf(grant, policy.contact) }],
      });
    }
  },
});

const acts: Readonly<Partial<Record<Grant["capability"], string>>> = {
  exec: "runs commands",
  "fs.write": "writes files",
  "fs.read": "reads files",
};

/** The worst it can have done on the host from sessions that are all in a sandbox. */
function wayOut(agent: Agent): Grant[] {
  const inside = agent.sessions.filter(isSandboxed);
  const kinds = new Set(inside.map(({ kind }) => kind));
  const gains = gainsOf(agent).filter(({ reach, sessions }) => reach === "host" && sessions.every((kind) => kinds.has(kind)));
  const worst = Object.keys(acts).flatMap((capability) => gains.filter((grant) => grant.capability === capability));
  return worst.slice(0, 1);
}
