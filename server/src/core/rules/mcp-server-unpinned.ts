/** A tool server is a package that is fetched before it runs, and nothing says which version. */
import { atLeastOne, placeOfServers } from "../grants/tool-server.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "mcp-server-unpinned",
  severity: "info",
  summary: "MCP server is fetched without a version",
  why: "Whoever gets hold of the account that publishes the package has their code on the machine at one of the next starts, with the keys the server is given. It has happened: the npm package postmark-mcp turned malicious after people had come to rely on it.",
  atlas: {
    techniques: ["AML.T0010.005", "AML.T0109", "AML.T0011.002", "AML.T0011.001"],
    mitigations: ["AML.M0014", "AML.M0013", "AML.M0023", "AML.M0016"],
  },
  cwe: [494, 829],
  asi: ["ASI04"],

  check({ policy, report }) {
    for (const pin of ["newest", "open"] as const) {
      const found = policy.toolServers.flatMap((server) =>
        server.launch?.pin === pin ? [{ server, read: server.launch.read, name: server.launch.name }] : [],
      );
      const servers = atLeastOne(found);
      if (!servers) continue;
      const isNewest = pin === "newest";
      const { evidence, related } = placeOfServers(servers, "too");
      const subject = `${servers.length === 1 ? "MCP server" : "MCP servers"} ${listNames(servers.map(({ server }) => server.name))}`;
      const whatever = isNewest ? "whatever is newest at each start" : "whatever version is newest when it is fetched";
      report(evidence, {
        ...(isNewest ? { severity: "warning" } : {}),
        message: `${subject} ${servers.length === 1 ? "runs" : "run"} ${whatever}: ${listNames(servers.map(({ name }) => name))}`,
        related,
      });
    }
  },
});
