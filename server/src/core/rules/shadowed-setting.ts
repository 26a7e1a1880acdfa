/** A key stands twice in an object, and the value that loses was the stricter one. */
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "shadowed-setting",
  severity: "warning",
  summary: "Repeated key hides the stricter value",
  why: "The last of repeated keys counts, and the others are dropped without a word. Whoever reads the stricter one first believes in a limit that is not there.",
  atlas: { techniques: ["AML.T0053", "AML.T0081"], mitigations: ["AML.M0028"] },
  cwe: [1188],
  asi: ["ASI03"],

  check({ policy, report }) {
    for (const { key, at, path, by, restore } of policy.shadowed) {
      report(
        { at, path },
        {
          message: `This "${key}" does not count, and allows less than the one that does: the same key stands again below`,
          related: [{ at: by, message: `this "${key}" counts` }],
          remediations: [{ title: "Let the stricter value count", safety: "review", edits: () => restore }],
        },
      );
    }
  },
});
