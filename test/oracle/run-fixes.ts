/**
 * Asks the real OpenClaw what becomes of random configs that all their fixes were made on: no agent may have gained a tool, a wider exec policy or a way
 * out of its sandbox in any kind of session.
 *   npm run oracle -- --fixes [--openclaw 2026.6.1] [--runs 500] [--seed 42]
 */
import fc from "fast-check";
import { fixSet } from "../../server/src/core/fix-set.ts";
import type { SessionKind } from "../../server/src/core/grants/grant.ts";
import { analyzeTexts, nameOf } from "../analyze-texts.ts";
import type { Answer, Question } from "./answer.ts";
import { askOpenClaw } from "./ask.ts";
import { fromAnswer, type ComparableAgent, type ComparableSession } from "./comparable.ts";
import { toQuestion, toTexts } from "./compare.ts";
import { cases, type GeneratedCase } from "./generate.ts";
import type { Release } from "./shape.ts";

/** As many cases are under way at once as keep the child busy without filling its pipe. */
const batch = 50;

interface FixedCase {
  readonly before: Question;
  readonly after: Question;
  readonly titles: readonly string[];
}

/** The number of cases in which something is wider. */
export async function confirmFixes(release: Release, runs: number, seed: number): Promise<number> {
  const started = performance.now();
  const fixed: FixedCase[] = [];
  // Not every random config has something to fix.
  for (const generated of fc.sample(cases(release), { seed, numRuns: runs * 3 })) {
    if (fixed.length === runs) break;
    const each = await fixedCase(generated, release, fixed.length);
    if (each) fixed.push(each);
  }
  const oracle = askOpenClaw({ release });
  const tally = { confirmed: 0, refused: 0, wider: 0, made: 0 };
  for (let from = 0; from < fixed.length; from += batch) {
    const slice = fixed.slice(from, from + batch);
    const befores = await oracle.ask(slice.map(({ before }) => before));
    const afters = await oracle.ask(slice.map(({ after }) => after));
    for (const [index, { titles, after }] of slice.entries()) {
      const [then, now] = [befores[index], afters[index]];
      if (!then?.valid) {
        tally.refused++;
        continue;
      }
      tally.made += titles.length;
      const gains = now?.valid ? gainsOf(now, then) : ["the release refuses the config once it is fixed"];
      if (gains.length === 0) tally.confirmed++;
      else {
        tally.wider++;
        console.log(`${release}: ${gains.slice(0, 3).join("; ")}\n  after ${titles.join("; ")}\n  ${JSON.stringify(after)}`);
      }
    }
  }
  await oracle.close();
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${release}: ${fixed.length} fixed configs in ${seconds} s, seed ${seed}: ${tally.confirmed} confirmed (${tally.made} fixes), ${tally.refused} refused before, ${tally.wider} wider`,
  );
  return tally.wider;
}

/** Undefined where nothing is to be fixed, or the config is refused already. */
async function fixedCase(generated: GeneratedCase, release: Release, id: number): Promise<FixedCase | undefined> {
  const texts = toTexts(generated, release);
  const analysis = await analyzeTexts({ files: texts, openclaw: release });
  if (analysis.findings.some(({ rule, severity }) => (rule === "schema" || rule === "syntax") && severity === "error")) return undefined;
  const { fixes, after } = fixSet(analysis, { review: true, strict: false, rules: [] });
  if (fixes.length === 0) return undefined;
  const changed: Record<string, string> = Object.fromEntries(after.set.files.map(({ uri, text }) => [nameOf(uri), text]));
  const { "openclaw.json": config = "{}", "exec-approvals.json": approvals, ...extra } = changed;
  const before = toQuestion(generated, release, `${id} before`);
  const question: Question = {
    ...before,
    id: `${id} after`,
    config,
    ...(approvals === undefined ? {} : { approvals, approvalsAs: "file" as const }),
    ...(Object.keys(extra).length > 0 ? { extra } : {}),
  };
  return { before, after: question, titles: fixes.map(({ remediation }) => remediation.title) };
}

function gainsOf(now: Answer, then: Answer): string[] {
  const earlier = new Map((fromAnswer(then) ?? []).map((agent) => [agent.id, agent]));
  return (fromAnswer(now) ?? []).flatMap((agent) => {
    const known = earlier.get(agent.id);
    return known ? agentGains(agent, known) : [`agent ${agent.id} is new`];
  });
}

function agentGains(now: ComparableAgent, then: ComparableAgent): string[] {
  const reached = (["messages", "spawns"] as const).flatMap((way) => more(now[way], then[way]).map((id) => `${now.id} ${way} ${id}`));
  const kinds = Object.entries(now.sessions) as [SessionKind, ComparableSession][];
  return [...reached, ...kinds.flatMap(([kind, session]) => sessionGains(`${now.id} in ${kind}`, session, then.sessions[kind]))];
}

function sessionGains(name: string, now: ComparableSession, then: ComparableSession | undefined): string[] {
  if (!then) return [`${name} is new`];
  return [
    ...more(now.tools, then.tools).map((tool) => `${name} gains ${tool}`),
    ...(then.sandboxed && !now.sandboxed ? [`${name} leaves the sandbox`] : []),
    ...(widthOf(now.exec) > widthOf(then.exec) ? [`${name} runs ${now.exec} instead of ${then.exec}`] : []),
  ];
}

/** The further commands get, and the less stands in the way, the larger. */
function widthOf(exec: string): number {
  if (exec === "none" || exec === "deny") return 0;
  if (exec === "sandbox") return 1;
  const [policy = "", ask = "", fallback = "deny"] = exec.slice(exec.indexOf(":") + 1).split("/");
  if (exec === "unchecked" || (policy === "full" && ask !== "always")) return 6;
  if (ask === "off") return 2;
  const answered = fallback === "full" ? 2 : fallback === "allowlist" ? 0.5 : 0;
  return (ask === "always" ? 3 : 3.25) + answered;
}

function more(now: readonly string[], then: readonly string[]): string[] {
  return now.filter((name) => !then.includes(name));
}
