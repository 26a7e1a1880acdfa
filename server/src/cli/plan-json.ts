/** The least-privilege plan as JSON: a contract others build on, described in the README. */
import { planOf, type Agent, type Analysis } from "../core/index.ts";
import { jsonText } from "./json-text.ts";

export function plansToJson(
  tool: { readonly name: string; readonly version: string },
  plans: readonly { readonly root: string; readonly analysis: Analysis }[],
): string {
  return `${jsonText({ tool, sets: plans.map(({ root, analysis }) => setToJson(root, analysis)) })}\n`;
}

function setToJson(root: string, analysis: Analysis): unknown {
  const { version, source } = analysis.release;
  const { files, before, after, unnamed, removals, programs, edits, variables, chores, remains } = planOf(analysis);
  const plan = {
    files,
    unnamed,
    removals: removals.map(({ reason, ...others }) => ({ ...others, reason: reason ?? null })),
    agents: before.policy.agents.map((agent) => {
      const now = after.policy.agents.find(({ id }) => id === agent.id);
      return { id: agent.id, before: grantsToJson(agent), after: now ? grantsToJson(now) : [] };
    }),
    programs,
    edits,
    variables,
    chores,
    remains,
  };
  return { root, openclaw: { version, source }, ...(withoutSecrets(plan, analysis) as object) };
}

/** What it may do by itself; through whom it does the rest `grantlint grants` tells. */
function grantsToJson({ grants }: Agent): unknown {
  return grants
    .filter(({ via, gate }) => via.length === 0 && gate !== "deny")
    .map(({ capability, reach, gate, certain }) => ({ capability, reach, gate, certain }));
}

/** Text by text, because a secret is whatever somebody wrote, a piece of JSON as well. */
function withoutSecrets(plan: object, { redact }: Analysis): unknown {
  return JSON.parse(JSON.stringify(plan, (_, value: unknown) => (typeof value === "string" ? redact(value) : value)));
}
