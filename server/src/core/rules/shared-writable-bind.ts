/** One folder of the host that the sandboxes of several agents may write: a way from one sandbox into the next. */
import { bindRemoval, decidedAt, openAgents, type SandboxBind } from "../grants/sandbox.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "shared-writable-bind",
  severity: "info",
  summary: "Several sandboxed agents may write one folder",
  why: "What one agent writes there, the others read as if it were their own work. Text that deceives one of them can leave instructions for all.",
  atlas: { techniques: ["AML.T0037", "AML.T0080.001", "AML.T0098"], mitigations: ["AML.M0032"] },
  cwe: [653, 732],
  asi: ["ASI03", "ASI06"],

  check({ policy, report }) {
    const folders = new Map<string, { readonly binds: SandboxBind[]; readonly agents: Set<string> }>();
    for (const { scope, agents, container } of policy.sandboxes) {
      // In a shared sandbox there is nothing left to separate.
      if (scope.value === "shared") continue;
      for (const bind of container?.binds ?? []) {
        if (!bind.writable || bind.fate !== "accepted") continue;
        const folder = folders.get(bind.source) ?? { binds: [], agents: new Set() };
        folders.set(bind.source, folder);
        folder.binds.push(bind);
        for (const agent of agents) folder.agents.add(agent);
      }
    }
    for (const [source, { binds, agents }] of folders) {
      const [first, ...others] = binds;
      if (!first || agents.size < 2) continue;
      const ids = [...agents];
      const open = openAgents(policy.sandboxes, policy.agents).flatMap(({ id }) => (agents.has(id) ? [id] : []));
      report(decidedAt(first.because), {
        ...(open.length > 0 ? { severity: "warning" } : { set: "strict" }),
        message: `The sandboxes of ${listNames(ids)} may all write "${source}"${open.length > 0 ? `, and anyone can write to ${listNames(open)}` : ""}`,
        agents: ids,
        related: others.map(({ because: [{ read }] }) => ({ at: read.at, message: "the same folder" })),
        remediations: [bindRemoval(first)],
      });
    }
  },
});
