/** One case in, one answer out: puts the parts together. Every part that cannot answer is named in `unanswered`, with the reason. */
import { approvalsHome, placeApprovals } from "./approvals.mjs";
import { placeFiles, readConfig } from "./config.mjs";
import { answerSession, rememberAnswers } from "./session.mjs";
import { sessionKinds } from "./sessions.mjs";
import { catalogueOf } from "./tools.mjs";

/** @returns the answer to a question; both are described in `answer.ts`. */
export async function answerCase(context, question) {
  const unanswered = [];
  const answer = { id: question.id, release: context.release, approvalsHome: approvalsHome(context) };
  placeFiles(context, question);
  const read = await readConfig(context);
  const approvals = placeApprovals(context, question);
  Object.assign(answer, { valid: read.valid, validationErrors: read.errors, warnings: read.warnings, approvals: approvals.answer });
  if (read.valid && question.kinds?.length !== 0) {
    const attempt = async (what, body) => {
      try {
        return await body();
      } catch (error) {
        unanswered.push({ what, why: String(error?.message ?? error).slice(0, 300) });
        return undefined;
      }
    };
    answer.agents = await answerAgents(context, question, { config: read.config, attempt, approvals });
  }
  return context.home.anonymise({ ...answer, unanswered });
}

async function answerAgents(context, question, { config, attempt, approvals }) {
  context.catalogue ??= catalogueOf(context);
  const agents = (await attempt("agents", () => context.found.listAgentIds(config))) ?? [];
  const answers = [];
  for (const agent of agents) {
    const sandbox = await attempt(`sandbox of ${agent}`, () => sandboxOf(context, config, agent));
    const sessions = [];
    const remember = rememberAnswers();
    for (const { kind, group } of sessionsAskedFor(question)) {
      const about = (what, body) => attempt(`${what} of ${agent} in ${kind}`, body);
      const session = await about("session", () =>
        answerSession(context, question, { config, agents, agent, kind, group, attempt: about, approvals, remember }),
      );
      if (session) sessions.push(session);
    }
    answers.push({ id: agent, sandbox, sessions });
  }
  return answers;
}

/** A group session once for each group the question names. */
function sessionsAskedFor({ kinds = sessionKinds, groups = [undefined] }) {
  return kinds.flatMap((kind) => (kind === "group" ? groups.map((group) => ({ kind, group })) : [{ kind }]));
}

function sandboxOf({ found }, config, agent) {
  const { mode, scope, backend, workspaceAccess, docker, browser, tools } = found.resolveSandboxConfigForAgent(config, agent);
  const { network, binds, readOnlyRoot, capDrop, user, env } = docker ?? {};
  return {
    ...{ mode, scope, backend, workspaceAccess, tools: { allow: tools?.allow, deny: tools?.deny } },
    docker: { network, binds, readOnlyRoot, capDrop, user, env: Object.keys(env ?? {}).sort() },
    browser: { enabled: browser?.enabled, allowHostControl: browser?.allowHostControl },
  };
}
