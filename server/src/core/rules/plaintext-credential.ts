/** A key, token or password written out in a file that gets copied, backed up and committed. */
import type { Remediation } from "../finding.ts";
import { isSameSecret, weaknessWords } from "../grants/credential.ts";
import type { Credential } from "../grants/policy.ts";
import { hasDoor } from "../grants/service.ts";
import { declareRule, type Report, type RuleContext } from "../rule.ts";
import { count } from "../wording.ts";

export default declareRule({
  id: "plaintext-credential",
  severity: "error",
  summary: "Credential in plain text",
  why: "Whoever reads the file, a backup of it or its history has the credential: another user, a synced folder, an agent with file access, a public repository.",
  atlas: { techniques: ["AML.T0083", "AML.T0055"], mitigations: ["AML.M0012"] },
  cwe: [312, 260],
  asi: ["ASI03"],
  upstream: ["config.secrets.gateway_password_in_config", "config.secrets.hooks_token_in_config"],

  check({ policy, report }) {
    for (const credential of policy.credentials) {
      if (credential.form !== "literal" || !credential.isOurs || credential.isInCopy) continue;
      const { kind, opens, weakness, isOverridden } = credential;
      const isWeak = weakness !== undefined && hasDoor(policy, opens);
      report(credential, {
        message: `The ${kind} stands here in plain text${isWeak ? `, and ${weaknessWords(weakness)}` : ""}${isOverridden ? overridden : ""}`,
        coversHere: isWeak ? ["weak-gateway-token", "weak-hook-token"] : [],
        related: othersOf(credential, policy.credentials),
        remediations: remediationsOf(credential),
      });
    }
    reportCopies(policy.credentials, report);
  },
});

const overridden = ", although a key repeated further down overrides it";

/** Wherever else the same secret stands: all of it has to change when one does. */
function othersOf(credential: Credential, all: readonly Credential[]): NonNullable<Report["related"]> {
  return all
    .filter((other) => other !== credential && isSameSecret(other, credential))
    .map(({ at, kind, isInCopy }) => ({
      at,
      message: isInCopy ? "a copy of the file holds the same value" : `the ${kind} has the same value`,
    }));
}

function remediationsOf({ at, path, reference, removal }: Credential): Remediation[] {
  if (removal.length > 0)
    return [{ title: "Take this note out (and make the credential a new one)", safety: "safe", edits: () => removal }];
  if (!reference) return [];
  const { value, variable } = reference;
  const title = `Take it from the environment variable ${variable} (set it first, then replace the old value everywhere)`;
  return [{ title, safety: "review", edits: () => [{ op: "set", file: at.file, path, value }] }];
}

/** Nobody mends a copy, so one finding says what is in it. */
function reportCopies(credentials: readonly Credential[], report: RuleContext["report"]): void {
  const inCopies = credentials.filter(({ form, isInCopy }) => isInCopy && form === "literal");
  for (const file of new Set(inCopies.map(({ at }) => at.file))) {
    const own = inCopies.filter(({ at }) => at.file === file);
    const [first] = own;
    if (!first) continue;
    report(first, { message: `This copy of the config holds ${count(own.length, "credential")} in plain text` });
  }
}
