/** From an agent's name to its entry, to every place that names it, and to another name everywhere at once. */
import {
  ErrorCodes,
  ResponseError,
  type Location,
  type Range,
  type TextDocumentEdit,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { contractMentions, lineIndex, normalizeUri, offsetAt, type Mention } from "../core/index.ts";
import { converter, type Converter } from "./convert.ts";
import type { Current, Session } from "./session.ts";

interface Found {
  readonly current: Current;
  readonly convert: Converter;
  /** The mention pointed at. */
  readonly here: Mention;
  /** All of the same agent. */
  readonly all: readonly Mention[];
}

export async function definition(session: Session, params: TextDocumentPositionParams): Promise<Location[]> {
  const found = await mentionAt(session, params);
  return found
    ? places(
        session,
        found,
        found.all.filter(({ isDefinition }) => isDefinition),
      )
    : [];
}

export async function references(
  session: Session,
  params: TextDocumentPositionParams & { context?: { includeDeclaration: boolean } },
): Promise<Location[]> {
  const found = await mentionAt(session, params);
  const withEntry = params.context?.includeDeclaration ?? true;
  return found
    ? places(
        session,
        found,
        found.all.filter(({ isDefinition }) => withEntry || !isDefinition),
      )
    : [];
}

/**
 * The range to be renamed and the name without its quotes, which is what editors let people change; null where no agent is named, so that the editor
 * says so before anything is typed.
 */
export async function prepareRename(
  session: Session,
  params: TextDocumentPositionParams,
): Promise<{ readonly range: Range; readonly placeholder: string } | null> {
  const found = await mentionAt(session, params);
  return found ? { range: found.convert.range(found.here.at), placeholder: found.here.id } : null;
}

/** In every file of the set, open or not. Fails with a reason where the name would not be one. */
export async function rename(session: Session, params: TextDocumentPositionParams & { newName: string }): Promise<WorkspaceEdit | null> {
  const found = await mentionAt(session, params);
  if (!found) return null;
  const { analysis, versions } = found.current;
  const name = params.newName.replace(/^(["'])(.*)\1$/, "$2").trim();
  const id = analysis.dialect.agentId(name);
  if (id !== name)
    throw new ResponseError(ErrorCodes.InvalidParams, `An agent's id is written in lower case with letters, digits and dashes: "${id}".`);
  if (id !== found.here.id && analysis.policy.agents.some((agent) => agent.id === id)) {
    throw new ResponseError(ErrorCodes.InvalidParams, `There is an agent "${id}" already.`);
  }
  const changes = analysis.set.files.flatMap((file): TextDocumentEdit[] => {
    const edits = found.all
      .filter(({ at }) => at.file === file.uri)
      .map(({ at, isKey }) => {
        const isBare = isKey && !/["']/.test(file.text[at.start] ?? "") && /^[a-z_$][\w$]*$/.test(id);
        return { range: found.convert.range(at), newText: isBare ? id : JSON.stringify(id) };
      });
    const textDocument = { uri: session.editorUri(file.uri), version: versions.get(file.uri) ?? null };
    return edits.length === 0 ? [] : [{ textDocument, edits }];
  });
  return { documentChanges: changes };
}

async function mentionAt(session: Session, { textDocument, position }: TextDocumentPositionParams): Promise<Found | undefined> {
  const uri = normalizeUri(textDocument.uri);
  const current = await session.current(uri);
  const file = current?.analysis.set.files.find((candidate) => candidate.uri === uri);
  if (!current || !file) return undefined;
  const offset = offsetAt(lineIndex(file.text), position);
  const { analysis } = current;
  const all = [...analysis.dialect.mentions(analysis.set), ...contractMentions(analysis.contract, analysis.dialect)];
  const here = all.find(({ at }) => at.file === uri && at.start <= offset && offset <= at.end);
  return here && { current, convert: converter(analysis, session.editorUri), here, all: all.filter(({ id }) => id === here.id) };
}

function places(session: Session, { convert }: Found, mentions: readonly Mention[]): Location[] {
  return mentions.map(({ at }) => ({ uri: session.editorUri(at.file), range: convert.range(at) }));
}
