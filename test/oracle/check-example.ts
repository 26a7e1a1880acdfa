/** Holds an answer of OpenClaw against a worked example. The same words serve the engine once its answer has this shape. */
import type { Answer, Question, SessionAnswer } from "./answer.ts";
import { toShape, type Release } from "./shape.ts";
import type { Expectation, WorkedExample } from "./examples/example.ts";

export function toQuestion(example: WorkedExample, release: Release): Question {
  return {
    id: example.name,
    config: toShape(example.config, release),
    commands: [example.command ?? "id -u"],
    kinds: [example.kind ?? "main"],
    ...("approvals" in example ? { approvals: example.approvals } : {}),
    ...(example.approvalsAs ? { approvalsAs: example.approvalsAs } : {}),
  };
}

/** @returns the parts in which the answer is not what the example says; empty when all hold. `allTools`: the tools of an empty config. */
export function checkExample(example: WorkedExample, release: Release, answer: Answer, allTools: readonly string[]): string[] {
  const expected = example.expect[release] ?? example.expect.all;
  if (!expected) return [`no expectation for ${release}`];
  if (answer.oracleError) return [answer.oracleError];
  if (expected.valid === false) return answer.valid ? ["the config is valid"] : [];
  if (!answer.valid) return [`the config is invalid: ${answer.validationErrors[0]?.message ?? ""}`];
  const agent = answer.agents?.find(({ id }) => id === (example.agent ?? "main"));
  const session = agent?.sessions[0];
  if (!session) return ["no such agent"];
  const differences: string[] = answer.unanswered.map(({ what, why }) => `${what}: ${why}`);
  const compare = (part: keyof Expectation, actual: unknown): void => {
    const wanted = part === "tools" ? expandTools(String(expected.tools), allTools) : expected[part];
    if (expected[part] !== undefined && JSON.stringify(actual) !== JSON.stringify(wanted)) {
      differences.push(`${part}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`);
    }
  };
  const { exec } = session;
  const command = session.commands?.[example.command ?? "id -u"];
  compare("tools", session.tools);
  compare("outcome", example.elevated ? session.elevated?.probe?.outcome : command?.outcome);
  compare("policy", policyText(exec, expected.policy));
  compare("host", exec?.host);
  compare("sandboxed", session.sandboxed);
  compare("binds", agent.sandbox?.docker.binds);
  compare("network", agent.sandbox?.docker.network);
  compare("messages", edges(answer, "canMessage"));
  compare("spawns", edges(answer, "canSpawn"));
  return differences;
}

/** `ALL - exec` or `ALL + exec` written out; names a release lacks are dropped from sums, as the examples promise. */
function expandTools(text: string, allTools: readonly string[]): string[] {
  if (text === "none") return [];
  if (text.startsWith("ALL + ")) return [...allTools, ...text.slice("ALL + ".length).split(" ")].sort();
  const [first = "", removed] = text.split(" - ");
  if (first === "ALL") return allTools.filter((name) => !removed?.split(" ").includes(name));
  return text.split(" ").sort();
}

function policyText(exec: SessionAnswer["exec"], expected: string | undefined): string {
  const parts = [exec?.security, exec?.ask, exec?.askFallback];
  return parts.slice(0, expected?.split("/").length).join("/");
}

function edges(answer: Answer, kind: "canMessage" | "canSpawn"): string {
  const pairs = (answer.agents ?? []).flatMap(({ id, sessions }) => (sessions[0]?.[kind] ?? []).map((target) => `${id}>${target}`));
  return pairs.sort().join(" ");
}
