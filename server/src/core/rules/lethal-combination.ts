/** One agent, in one kind of session, has something to lose, reads what strangers write, and has a way to send things out. */
import type { Capability, Exposure } from "../grants/grant.ts";
import { leakGroups } from "../grants/leaks.ts";
import { isDirect } from "../grants/threads.ts";
import { declareRule } from "../rule.ts";
import { listNames, listWords } from "../wording.ts";

export default declareRule({
  id: "lethal-combination",
  severity: "warning",
  summary: "Agent has private data, reads strangers' text, and can send data out",
  why: "Each alone is harmless. Together they are a leak: a text from outside asks for the data and says where to send it, and no program has to be broken for that.",
  atlas: {
    techniques: ["AML.T0086", "AML.T0051.001", "AML.T0085.001", "AML.T0098", "AML.T0037"],
    mitigations: ["AML.M0030", "AML.M0028", "AML.M0029", "AML.M0032", "AML.M0033", "AML.M0026"],
  },
  cwe: [1427, 201],
  asi: ["ASI01", "ASI02"],

  check({ policy, report }) {
    for (const group of leakGroups(policy)) {
      const [{ door, data, out }] = group;
      const agents = group.map(({ agent }) => agent.id);
      const isOpen = isDirect(door);
      const channels = new Set(group.map((leak) => leak.door.name));
      const who = isOpen ? `Anyone on ${listWords([...channels])}` : (sources[door.through] ?? "A text from outside");
      report(
        { ...data, because: [door, data, out].flatMap(({ because }) => because.slice(0, 1)) },
        {
          ...(isOpen && group.some(({ hasShell }) => !hasShell) ? {} : { severity: "info", set: "strict" }),
          message: `${who} can have ${listNames(agents)} ${takes[data.capability] ?? ""} and ${sends[out.capability] ?? ""}`,
          agents,
          covers: ["sessions-visible-to-all", "shared-main-session", ...(isOpen ? ["open-direct-messages", "open-groups"] : [])],
        },
      );
    }
  },
});

const sources: Readonly<Partial<Record<Exposure["through"], string>>> = {
  web: "A web page",
  browser: "A web page",
  mail: "A mail",
  hook: "Whoever calls a hook",
};

const takes: Readonly<Partial<Record<Capability, string>>> = {
  "fs.read": "read files of the host",
  "session.read": "read others' conversations",
  "memory.read": "look up memories",
};

const sends: Readonly<Partial<Record<Capability, string>>> = {
  "message.send": "send them out in a message",
  "net.fetch": "send them out in a web address",
  browser: "send them out with a browser",
  exec: "send them out with a command",
};
