/** A key, token or password written out in a file that gets copied, backed up and committed. */
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "plaintext-credential",
  severity: "error",
  summary: "Credential in plain text",
  why: "Whoever reads the file, a backup of it or its history has the credential: another user, a synced folder, an agent with file access, a public repository.",
  atlas: { techniques: ["AML.T0083", "AML.T0055"], mitigations: ["AML.M0012"] },
  cwe: [312, 260],
  asi: ["ASI03"],

  check({ policy, report }) {
    for (const credential of policy.credentials) {
      // Where no reference is possible the product itself wrote the value: there is nothing the reader could do here.
      if (credential.form !== "literal" || !credential.reference) continue;
      const { file } = credential.at;
      const { value, variable } = credential.reference;
      report(credential, {
        message: `The ${credential.kind} stands here in plain text`,
        remediations: [
          {
            title: `Take it from the environment variable ${variable} (set it first, then replace the old value everywhere)`,
            safety: "review",
            edits: () => [{ op: "set", file, path: credential.path, value }],
          },
        ],
      });
    }
  },
});
