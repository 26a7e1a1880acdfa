/** A tool server is started by a command line that a shell takes apart. */
import { atLeastOne, placeOfServers } from "../grants/tool-server.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "mcp-shell-launcher",
  severity: "info",
  summary: "MCP server is started by a shell's command line",
  why: "A shell looks into every word: variables, files it reads at the start, and whatever one more semicolon brings. Nobody who reads the config sees what runs, and no other rule does.",
  atlas: { techniques: ["AML.T0050", "AML.T0010.005", "AML.T0011.002"], mitigations: ["AML.M0014", "AML.M0033"] },
  cwe: [829],
  asi: ["ASI05", "ASI04"],

  check({ policy, report }) {
    const found = policy.toolServers.flatMap((server) =>
      server.launch?.kind === "shell" ? [{ server, read: server.launch.read, shell: server.launch.name }] : [],
    );
    const servers = atLeastOne(found);
    if (!servers) return;
    const { evidence, related } = placeOfServers(servers, "too");
    const [{ shell }] = servers;
    report(evidence, {
      message: `${servers.length === 1 ? "MCP server" : "MCP servers"} ${listNames(servers.map(({ server }) => server.name))} ${servers.length === 1 ? "is" : "are"} started by a command line for ${shell}`,
      related,
    });
  },
});
