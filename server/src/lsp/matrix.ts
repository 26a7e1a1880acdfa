/**
 * Agents by capabilities for the editor: as the files are, as the offered fixes would leave them, or as another release would read them. Computes what
 * is asked for on a copy, and changes no file.
 */
import {
  agentPhrase,
  analyze,
  fixSet,
  grantMatrix,
  nameOf,
  normalizeUri,
  peopleOf,
  refusalsIn,
  shellCount,
  type Agent,
  type Analysis,
  type Location,
  type Matrix,
} from "../core/index.ts";
import { converter } from "./convert.ts";
import { placesFor, type Places } from "./places.ts";
import type { MatrixAgent, MatrixCell, MatrixParams, MatrixResult, MatrixView, Place, ShownMatrix } from "./protocol.ts";
import type { Current, Session } from "./session.ts";
import { withVisibleTexts } from "./visible-texts.ts";

export async function matrix(session: Session, { config, view }: MatrixParams): Promise<MatrixResult> {
  const open = (await session.all()).filter(({ analysis }) => !analysis.dialect.isCompanion);
  const named = open.map((current) => ({ current, name: configOf(current, session) }));
  const holds = ({ analysis }: Current, uri: string): boolean => analysis.set.files.some((file) => file.uri === uri);
  const wanted = normalizeUri(config ?? "");
  const chosen = named.find(({ name }) => name === config) ?? named.find(({ current }) => holds(current, wanted)) ?? named[0];
  const shown = chosen ? withVisibleTexts(shownOf(chosen.current.analysis, chosen.name, view, session)) : null;
  return { configs: named.map(({ name }) => name), shown };
}

/** A set goes by the file it is started from. */
function configOf({ analysis: { set } }: Current, session: Session): string {
  return session.editorUri(set.files[0]?.uri ?? set.root);
}

function shownOf(now: Analysis, config: string, view: MatrixView, session: Session): ShownMatrix {
  const { analysis, fixes } = seen(now, view);
  const { columns, rows } = grantMatrix(analysis, analysis === now ? undefined : now);
  const places = placesFor(converter(now, session.editorUri), session);
  // A place in a text with fixes in it is not where the editor would look for it.
  const isOpenText = analysis.set === now.set;
  return {
    config,
    view,
    release: analysis.release.version,
    releases: now.dialect.releases,
    refusals: view.kind === "release" ? refusalsIn(analysis) : [],
    fixes,
    columns,
    agents: rows.map((row) => agentOf(row, { now, analysis, places, isOpenText })),
  };
}

/** What the view looks at, and how many fixes led there. */
function seen(now: Analysis, view: MatrixView): { readonly analysis: Analysis; readonly fixes: number } {
  switch (view.kind) {
    case "now":
      return { analysis: now, fixes: 0 };
    case "fixed": {
      const { after, fixes } = fixSet(now, { review: true, strict: false, rules: [] });
      return { analysis: after, fixes: fixes.length };
    }
    case "release":
      return { analysis: analyze(now.set, now.dialect, { ...now.options, openclaw: view.release }), fixes: 0 };
  }
}

interface Sight {
  readonly now: Analysis;
  readonly analysis: Analysis;
  /** Those of the text that is open. */
  readonly places: Places;
  readonly isOpenText: boolean;
}

function agentOf(row: Matrix["rows"][number], { now, analysis, places, isOpenText }: Sight): MatrixAgent {
  const { agent, presence, runsCommands } = row;
  const isOpen = isOpenText || presence === "gone";
  const { entry } = now.policy.agents.find(({ id }) => id === agent.id) ?? agent;
  const everybody = (presence === "gone" ? now : analysis).policy.agents.length;
  return {
    id: agent.id,
    at: places.placeOf(nameOf(entry)),
    phrase: agentPhrase(agent, everybody),
    presence,
    runsCommands,
    hasShell: shellCount([agent]) > 0,
    messages: others(agent, agent.canMessage),
    starts: others(agent, agent.canSpawn),
    doors: peopleOf(agent).map(({ name, who, through }) => ({ name: through === "group" ? `${name} groups` : name, who })),
    cells: row.cells.map((cell) => cellOf(cell, places, isOpen)),
  };
}

function cellOf(cell: Matrix["rows"][number]["cells"][number], { placeOf }: Places, isOpen: boolean): MatrixCell {
  const { gate, reach, text, width, details, earlier, change } = cell;
  const decisive = (isOpen ? cell : earlier)?.details[0]?.because[0] ?? earlier?.details[0]?.because[0];
  const placeIn = (at: Location): Place | null => (isOpen ? placeOf(at) : null);
  return {
    gate: gate ?? null,
    reach: reach ?? null,
    text,
    width,
    details: details.map(({ words, because }) => ({
      words,
      reasons: because.map(({ says, layer, read }) => ({ says, layer, at: placeIn(read.at) })),
    })),
    at: decisive ? placeOf(decisive.read.at) : null,
    change: change && earlier ? { direction: change, before: earlier.text, details: earlier.details.map(({ words }) => words) } : null,
  };
}

function others({ id }: Agent, ids: readonly string[]): string[] {
  return ids.filter((other) => other !== id);
}
