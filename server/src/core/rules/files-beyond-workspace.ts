/** The file tools of an agent that reads what others write reach every file of the account, not only its workspace. */
import { filesBeyondWorkspace } from "../grants/file-reach.ts";
import { declareRule } from "../rule.ts";
import { agentSubject, listWords } from "../wording.ts";

export default declareRule({
  id: "files-beyond-workspace",
  severity: "warning",
  summary: "File tools reach beyond the workspace of an agent that reads what others write",
  why: "Keys, other projects and the configuration itself are files of the same account. Whoever talks the agent into reading one has it; writing one changes what runs next.",
  atlas: {
    techniques: ["AML.T0101", "AML.T0037", "AML.T0098", "AML.T0081"],
    mitigations: ["AML.M0028", "AML.M0029", "AML.M0030", "AML.M0026"],
  },
  cwe: [1220, 552],
  asi: ["ASI02", "ASI03"],
  upstream: ["config.insecure_or_dangerous_flags"],

  check({ policy, report }) {
    for (const { limit, agents, acts } of filesBeyondWorkspace(policy)) {
      const { read, because, close } = limit;
      const isChosen = read.state === "set";
      report(
        { at: read.at, path: read.path, because },
        {
          message: `${agentSubject(agents)} ${agents.length === 1 ? "reads" : "read"} what others write and may ${listWords(acts)} files anywhere, not only in the workspace`,
          severity: isChosen && acts.includes("write") ? undefined : "info",
          set: isChosen ? "default" : "strict",
          agents,
          remediations: [{ title: "Keep to the workspace", safety: "review", edits: () => close }],
        },
      );
    }
  },
});
