/** A tool of an MCP server that was allowed once and runs without a prompt from then on, whatever its arguments. */
import type { ToolGrant } from "../grants/approvals.ts";
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "unbounded-mcp-grant",
  severity: "info",
  summary: "Tool of an MCP server is allowed with any arguments",
  why: "Somebody looked at one call and allowed all of them. The next call can name another file, another recipient or another amount, and nobody sees it.",
  atlas: { techniques: ["AML.T0053", "AML.T0086"], mitigations: ["AML.M0029", "AML.M0028"] },
  cwe: [183],
  asi: ["ASI02"],

  check({ policy, report }) {
    const lists = new Map<string, [ToolGrant, ...ToolGrant[]]>();
    for (const grant of policy.approvals.toolGrants) {
      const known = lists.get(grant.agent);
      if (known) known.push(grant);
      else lists.set(grant.agent, [grant]);
    }
    for (const grants of lists.values()) {
      const [first, ...others] = grants;
      report(
        { at: nameOf(first.read), path: first.read.path },
        {
          agents: [first.agent],
          message: `Agent "${first.agent}" may call ${listNames(grants.map(({ server, tool }) => `${server}/${tool}`))} with any arguments, and nobody is asked`,
          related: others.map(({ read, server, tool }) => ({ at: nameOf(read), message: `"${server}/${tool}" too` })),
          remediations: [
            {
              title: grants.length === 1 ? "Ask again for this tool" : "Ask again for these tools",
              safety: "review",
              edits: () => grants.map(({ read }) => ({ op: "remove", file: read.at.file, path: read.path })),
            },
          ],
        },
      );
    }
  },
});
