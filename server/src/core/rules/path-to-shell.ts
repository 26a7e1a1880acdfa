/** An agent without a shell, open to other people's text, can have one with a shell run commands: the tool that was taken away is one message off. */
import { closingOf } from "../grants/contact.ts";
import { byDecision } from "../grants/grant.ts";
import { pathsToShell } from "../grants/paths.ts";
import { confidenceIn, unlessElsewhere } from "../grants/standing.ts";
import { isDirect } from "../grants/threads.ts";
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { agentSubject, listNames, listWords } from "../wording.ts";

export default declareRule({
  id: "path-to-shell",
  severity: "error",
  summary: "Exposed agent without a shell reaches one through another agent",
  why: "Whoever misleads the exposed agent lets it pass the command on. The agent behind it trusts a colleague more than a stranger, and nobody is asked.",
  atlas: {
    techniques: ["AML.T0053", "AML.T0080.001", "AML.T0061", "AML.T0051.001"],
    mitigations: ["AML.M0032", "AML.M0026", "AML.M0028"],
  },
  cwe: [441, 501],
  asi: ["ASI07", "ASI08", "ASI03"],

  check({ policy, report }) {
    const paths = pathsToShell(policy);
    const written = paths.filter(({ doors: [door] }) => isDirect(door));
    const read = paths.filter(({ doors: [door] }) => !isDirect(door));
    for (const group of [written, read].flatMap((some) => byDecision(some, ({ grant }) => [grant]))) {
      const [{ agent, doors, grant }] = group;
      const names = group.map((path) => path.agent.id);
      const channels = new Set(group.flatMap((path) => path.doors.map(({ name }) => name)));
      const from = isDirect(doors[0])
        ? `Anyone on ${listWords([...channels])} can write to ${listNames(names)}`
        : `${agentSubject(names)} ${names.length === 1 ? "reads" : "read"} pages or mail of strangers`;
      const path = [agent.id, ...grant.via].join(" -> ");
      const decisive = grant.because[0]?.read;
      const place = decisive?.state === "set" ? decisive : { at: nameOf(agent.entry), path: agent.entry.path };
      report(
        { at: place.at, path: place.path, because: [...grant.because, ...doors.flatMap(({ because }) => because)] },
        {
          severity: isDirect(doors[0]) ? undefined : "warning",
          confidence: confidenceIn(grant, policy) ?? "low",
          message: `${from}, and an unguarded shell is in reach: ${path} -> exec on host${unlessElsewhere(grant, policy)}`,
          agents: [...new Set(group.flatMap((each) => [each.agent.id, ...each.grant.via]))],
          covers: ["agents-mesh-by-default", "unlisted-agent-messaging", "spawn-any-agent", "sandboxed-agent-starts-unsandboxed"],
          remediations: [{ title: "Close the first step of the path", safety: "review", edits: () => closingOf(grant, policy.contact) }],
        },
      );
    }
  },
});
