/** A name in an allow or deny list that means no tool, group or plugin: the list does not say what its author thinks. */
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "unknown-tool-name",
  severity: "warning",
  summary: "Tool name in an allow or deny list does not exist",
  why: "A misspelt name in a deny list denies nothing, silently; a list of nothing but unknown names may mean every tool or none, depending on the release.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028"] },
  cwe: [183],
  asi: ["ASI02"],

  check({ policy, report }) {
    for (const { name, means, list, suggestion, consequence, certain } of policy.toolReferences) {
      if (means !== "nothing" || name.state !== "set" || !certain) continue;
      report(
        { at: name.at, path: name.path },
        {
          message: `"${name.value}" is no tool or group of this release: ${consequence}${suggestion === undefined ? "" : `; did you mean "${suggestion}"?`}`,
          remediations:
            // In an allow list the right name would grant a tool that is not granted today: that is not ours to offer.
            suggestion !== undefined && list === "deny"
              ? [
                  {
                    title: `Deny "${suggestion}"`,
                    safety: "review",
                    edits: () => [{ op: "set", file: name.at.file, path: name.path, value: suggestion }],
                  },
                ]
              : [],
        },
      );
    }
  },
});
