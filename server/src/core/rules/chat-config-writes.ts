/** Commands in a chat that change what agents may do. */
import type { SideDoor } from "../grants/side-doors.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "chat-config-writes",
  severity: "info",
  summary: "Messages in a chat can change the configuration",
  why: "Every other limit in this file can be taken away by a message. Whoever speaks as one of the people allowed to, or takes over such an account, can grant agents anything.",
  atlas: { techniques: ["AML.T0081", "AML.T0053"], mitigations: ["AML.M0026", "AML.M0028", "AML.M0029"] },
  cwe: [15, 749],
  asi: ["ASI03", "ASI10"],

  check({ policy, report }) {
    for (const { kind, read, name, does, who, remedy } of policy.sideDoors) {
      if (kind !== "chat-config") continue;
      report(
        { at: read.at, path: read.path },
        {
          severity: who === "open" ? "error" : undefined,
          set: who === "owner" ? "strict" : "default",
          message: `${users[who]} can ${does} from a chat, with ${name}`,
          remediations: [{ title: `Switch ${name} off`, safety: "review", edits: () => remedy }],
        },
      );
    }
  },
});

const users: Readonly<Record<SideDoor["who"], string>> = {
  open: "Anyone who can write to an agent",
  listed: "Everyone who may give commands",
  owner: "The owner",
  agents: "Agents",
};
