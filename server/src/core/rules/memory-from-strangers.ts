/** What anyone says to an agent is kept, and comes up again in conversations with others. */
import { isOpenDoor } from "../grants/untrusted-text.ts";
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { listNames, listWords } from "../wording.ts";

export default declareRule({
  id: "memory-from-strangers",
  severity: "warning",
  summary: "What strangers say is kept as memory",
  why: "A sentence that is kept is believed later, when nobody remembers where it came from. Whoever plants one once speaks in the conversations of everybody else, the owner's included.",
  atlas: { techniques: ["AML.T0080.000", "AML.T0093", "AML.T0094"], mitigations: ["AML.M0031"] },
  cwe: [349],
  asi: ["ASI06"],

  check({ policy, report }) {
    const open = policy.agents.map(({ id, exposures }) => ({ id, doors: exposures.filter((door) => door.certain && isOpenDoor(door)) }));
    const reached = open.filter(({ doors }) => doors.length > 0);
    const doors = reached.flatMap((agent) => agent.doors);
    if (doors.length === 0) return;
    const who = `Anyone on ${listWords([...new Set(doors.map(({ name }) => name))])} can write to ${listNames(reached.map(({ id }) => id))}`;
    for (const { read, keeps, stop } of policy.memoryCaptures) {
      const isFacts = keeps === "facts";
      report(
        { at: nameOf(read), path: read.path, because: doors.flatMap(({ because }) => because) },
        {
          ...(isFacts ? {} : { severity: "info", set: "strict" }),
          message: `${who}, and what ${isFacts ? "sounds worth remembering is kept for later conversations" : "is said can be searched as memory later"}`,
          remediations: [{ title: "Keep nothing of conversations by itself", safety: "review", edits: () => stop }],
        },
      );
    }
  },
});
