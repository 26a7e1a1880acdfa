/** Whatever tools a server elsewhere comes to offer, agents have them. */
import { atLeastOne, placeOfServers } from "../grants/tool-server.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "mcp-tools-unfiltered",
  severity: "info",
  set: "strict",
  summary: "Remote MCP server may offer any tool",
  why: "What a server offers can change from one day to the next. A tool that its operator, or whoever took it over, adds tomorrow is in the agents' hands at once, with a description that they follow.",
  atlas: {
    techniques: ["AML.T0010.005", "AML.T0110", "AML.T0011.002", "AML.T0086"],
    mitigations: ["AML.M0014", "AML.M0033", "AML.M0028"],
  },
  cwe: [829],
  asi: ["ASI04", "ASI02"],

  check({ policy, report }) {
    const found = policy.toolServers.flatMap((server) =>
      server.address && server.address.from !== "machine" && server.taken?.state === "unset" ? [{ server, read: server.read }] : [],
    );
    const servers = atLeastOne(found);
    if (!servers) return;
    const { evidence, related } = placeOfServers(servers, "too");
    report(evidence, {
      message: `Agents get whatever tools ${listNames(servers.map(({ server }) => server.name))} may come to offer`,
      related,
    });
  },
});
