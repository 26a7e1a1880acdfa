/** A shell on the host, typed into a chat. */
import type { Severity } from "../finding.ts";
import type { SideDoor } from "../grants/side-doors.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "chat-host-shell",
  severity: "warning",
  summary: "Messages in a chat can be shell commands on the host",
  why: "The chat account is then a login to the machine: whoever takes it over, or is on the list by mistake, has a command line, and no agent or exec policy stands between.",
  atlas: { techniques: ["AML.T0053", "AML.T0050"], mitigations: ["AML.M0026", "AML.M0029", "AML.M0028"] },
  cwe: [250],
  asi: ["ASI03", "ASI05"],

  check({ policy, report }) {
    for (const { kind, read, name, does, who, remedy } of policy.sideDoors) {
      if (kind !== "chat-shell") continue;
      report(
        { at: read.at, path: read.path },
        {
          severity: severities[who],
          // Who is logged in to the gateway has the machine anyway.
          set: who === "owner" ? "strict" : "default",
          message: `${users[who]} ${name} can type shell commands that run on the host, and ${does}`,
          remediations: [{ title: "Switch the shell in chats off", safety: "review", edits: () => remedy }],
        },
      );
    }
  },
});

const severities: Partial<Record<SideDoor["who"], Severity>> = { open: "error", owner: "info" };

const users: Readonly<Record<SideDoor["who"], string>> = {
  open: "Everyone who may give commands on",
  listed: "Listed senders on",
  owner: "Whoever is logged in to",
  agents: "Agents on",
};
