/** The effective grants as JSON: a contract others build on, described in the README. */
import type { Because, Agent, Analysis } from "../core/index.ts";
import { jsonText } from "./json-text.ts";
import { pathText, placesOf } from "./report.ts";

export interface GrantsReport {
  readonly root: string;
  /** Undefined when nothing there was ours. */
  readonly analysis: Analysis | undefined;
  /** The agents asked for. */
  readonly agents: readonly Agent[];
}

export function grantsToJson(reports: readonly GrantsReport[]): string {
  return `${jsonText({ sets: reports.map(setToJson) })}\n`;
}

function setToJson({ root, analysis, agents }: GrantsReport): unknown {
  if (!analysis) return { root, openclaw: null, agents: [] };
  const { version, source } = analysis.release;
  const reasons = becauseToJson(analysis);
  return {
    root,
    openclaw: { version, source },
    agents: agents.map(({ id, sessions, canMessage, canSpawn, grants, exposures }) => ({
      id,
      sessions: sessions.map(({ kind, tools, exec, sandboxed, certain }) => ({
        kind,
        tools,
        exec: {
          host: exec.host,
          security: exec.security,
          ask: exec.ask,
          askFallback: exec.askFallback,
          unchecked: exec.unchecked,
          certain: exec.certain,
        },
        sandboxed,
        certain,
      })),
      canMessage,
      canSpawn,
      grants: grants.map(({ capability, reach, gate, sessions: kinds, via, because, certain }) => ({
        capability,
        reach,
        gate,
        sessions: kinds,
        via,
        because: because.map(reasons),
        certain,
      })),
      exposures: exposures.map(({ who, through, name, sessions: kinds, because, certain }) => ({
        who,
        through,
        name,
        sessions: kinds,
        because: because.map(reasons),
        certain,
      })),
    })),
  };
}

function becauseToJson(analysis: Analysis): (because: Because) => unknown {
  const places = placesOf(analysis);
  return ({ layer, says, read }) => ({
    layer,
    says,
    state: read.state,
    file: places.fileName(read.at.file),
    path: pathText(read.path),
    range: places.range(read.at),
  });
}
