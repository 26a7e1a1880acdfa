/** A tool server is asked over plain http. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "mcp-plain-http",
  severity: "warning",
  summary: "MCP server is asked over a connection that nothing encrypts",
  why: "Whoever is on the way reads the key and every call, and can change the answers and the descriptions of the tools, which the agent follows.",
  atlas: {
    techniques: ["AML.T0010.005", "AML.T0110", "AML.T0086"],
    mitigations: ["AML.M0014", "AML.M0033", "AML.M0028"],
  },
  cwe: [319, 829],
  asi: ["ASI04", "ASI02"],

  check({ policy, report }) {
    for (const { name, address } of policy.toolServers) {
      if (!address || address.isEncrypted || address.from === "machine") continue;
      report(
        { at: nameOf(address.read), path: address.read.path },
        {
          ...(address.from === "network" ? { severity: "info", set: "strict" } : {}),
          message: `MCP server "${name}" on ${address.host} is asked over a connection that nothing encrypts`,
        },
      );
    }
  },
});
