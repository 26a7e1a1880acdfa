/**
 * Open documents and their neighbours, kept analyzed. One set per folder start; the newest text wins; an answer that comes too late is dropped.
 * Knows when to analyze and for whom, nothing about what is found.
 */
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  analyze,
  baseNameOf,
  dialectFor,
  folderOf,
  gatherConfigSet,
  normalizeUri,
  type Analysis,
  type FileText,
  type ReadRequest,
  type SchemaSource,
  type Uri,
} from "../core/index.ts";
import type { Settings } from "./settings.ts";

export interface SessionHost {
  /** Reads a file that is not open. */
  readonly readFile: (request: ReadRequest) => Promise<FileText> | FileText;
  readonly schemas: SchemaSource;
  /** The settings that hold for a document, by the editor's address of it. Asked once, until they change. */
  readonly settingsOf: (uri: Uri) => Promise<Settings>;
  /** Runs a task soon, after input that is already waiting. */
  readonly schedule: (task: () => void) => void;
  readonly log: (message: string) => void;
}

/** An analysis with the versions of the open documents it read. */
export interface Current {
  readonly analysis: Analysis;
  readonly versions: ReadonlyMap<Uri, number>;
}

export interface Session {
  readonly schemas: SchemaSource;
  /** A document was opened or changed; its set is analyzed soon, however many changes come together. */
  update(document: TextDocument): void;
  close(document: TextDocument): void;
  /** A file on disk changed: every set that read it, or looked for it, is analyzed again. */
  fileChanged(uri: Uri): void;
  /** Settings changed: everything open is analyzed again. */
  settingsChanged(): void;
  /**
   * For a question about places in a document: the analysis of the text it has when asked. Rejects when the text moves on before that is done, as the
   * places would not fit any more; the editor then asks again.
   */
  current(uri: Uri): Promise<Current | undefined>;
  /** The text of an open document, as it is now. */
  textOf(uri: Uri): string | undefined;
  /** The analysis that speaks for a file at this moment: of several sets that hold it always the same one. */
  speakerFor(uri: Uri): Current | undefined;
  /** The newest analysis that holds a document, once pending work is done. */
  newest(uri: Uri): Promise<Current | undefined>;
  /** The newest analysis of every set that is open, once pending work is done. */
  all(): Promise<Current[]>;
  /** The settings that hold for a document. */
  settingsFor(uri: Uri): Promise<Settings>;
  /** The address the editor uses for a file of a set. */
  editorUri(uri: Uri): Uri;
}

export function createSession(host: SessionHost, publish: (before: Current | undefined, now: Current | undefined) => void): Session {
  const documents = new Map<Uri, TextDocument>();
  const analyses = new Map<Uri, Current>();
  const waiting = new Map<Uri, Promise<void>>();
  /** Runs that wait or go on: whoever asks for the newest analysis waits for them. */
  const unfinished = new Set<Promise<void>>();
  /** The run begun last for each set: only that one may publish. */
  const begun = new Map<Uri, symbol>();
  const settings = new Map<Uri, Promise<Settings>>();

  /** Open texts win over the disk. Notes the version each text was read at; undefined: from the disk. */
  const reader =
    (read: Map<Uri, number | undefined>) =>
    (request: ReadRequest): Promise<FileText> | FileText => {
      const document = documents.get(request.uri);
      read.set(request.uri, document?.version);
      return document ? { state: "read", text: document.getText() } : host.readFile(request);
    };

  const settingsFor = (start: Uri): Promise<Settings> => {
    const known = settings.get(start) ?? host.settingsOf(editorUri(start));
    settings.set(start, known);
    return known;
  };

  /** The document a set is started from: two files of one folder are one set, and the config leads. A template leads nobody but itself. */
  const startOf = (uri: Uri): Uri => {
    const dialect = dialectFor(uri);
    if (!dialect || dialect.isCompanion || dialect.roleOf(uri)?.role === "config") return uri;
    const siblings = [...documents.keys()].filter((other) => folderOf(other) === folderOf(uri) && dialect.isLive(other));
    const [leader] = dialect.leading(siblings.map(baseNameOf));
    return siblings.find((sibling) => baseNameOf(sibling) === leader) ?? uri;
  };

  const run = async (start: Uri): Promise<void> => {
    const dialect = dialectFor(start);
    const before = analyses.get(start);
    const read = new Map<Uri, number | undefined>();
    const turn = Symbol();
    begun.set(start, turn);
    const [set, wanted] =
      dialect && documents.has(start)
        ? await Promise.all([gatherConfigSet(dialect, start, reader(read), { before: before?.analysis.set }), settingsFor(start)])
        : [undefined, undefined];
    // Reading took time. Until it was done nobody knew which documents the set would need, so those that changed or were opened meanwhile are read now.
    // One of them may lead the folder from now on.
    if (begun.get(start) !== turn) return;
    if (startOf(start) !== start || [...read].some(([uri, version]) => documents.get(uri)?.version !== version)) return request(start);
    if (!dialect || !set || !wanted) {
      begun.delete(start);
      analyses.delete(start);
      publish(before, undefined);
      return;
    }
    const now: Current = { analysis: analyze(set, dialect, { ...wanted, schemas: host.schemas }), versions: versionsIn(read) };
    for (const { rule, error } of now.analysis.failures) host.log(`rule ${rule} failed: ${String(error)}`);
    analyses.set(start, now);
    publish(before, now);
  };

  const request = (uri: Uri): Promise<void> => {
    const start = startOf(uri);
    const pending = waiting.get(start);
    if (pending) return pending;
    const done = new Promise<void>((resolve) => host.schedule(resolve)).then(() => {
      waiting.delete(start);
      return run(start).catch((error: unknown) =>
        host.log(`analysis failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
      );
    });
    waiting.set(start, done);
    unfinished.add(done);
    void done.finally(() => unfinished.delete(done));
    return done;
  };

  /** A run that is overtaken ends without an answer, so the one that overtook it is waited for too. */
  const settled = async (): Promise<void> => {
    while (unfinished.size > 0) await Promise.all(unfinished);
  };

  /** Several sets may hold a file: a template reads the approvals beside it too, and a config may include another. Its own set comes first. */
  const find = (uri: Uri): Current | undefined => {
    const holding = [...analyses.values()].filter(({ analysis }) => analysis.set.files.some((file) => file.uri === uri));
    if (holding.length < 2) return holding[0];
    const own = analyses.get(startOf(uri));
    return own && holding.includes(own) ? own : holding[0];
  };
  const startsThatNeed = (uri: Uri): Uri[] =>
    [...analyses]
      .filter(
        ([
          ,
          {
            analysis: { set },
          },
        ]) => [...set.files, ...set.missing].some((file) => file.uri === uri),
      )
      .map(([start]) => start);

  return {
    schemas: host.schemas,
    update(document) {
      const uri = normalizeUri(document.uri);
      const isNew = !documents.has(uri);
      documents.set(uri, document);
      const starts = new Set([startOf(uri), ...startsThatNeed(uri)]);
      for (const start of starts) void request(start);
      // The document may have been analyzed by itself until the one that leads its folder came.
      if (isNew) for (const start of [...analyses.keys()]) if (startOf(start) !== start) drop(start);
    },
    close(document) {
      const uri = normalizeUri(document.uri);
      documents.delete(uri);
      settings.delete(uri);
      const starts = new Set([uri, ...startsThatNeed(uri)]);
      for (const start of starts) void request(start);
      for (const sibling of documents.keys()) if (folderOf(sibling) === folderOf(uri)) void request(sibling);
    },
    fileChanged(uri) {
      for (const start of startsThatNeed(normalizeUri(uri))) void request(start);
    },
    settingsChanged() {
      settings.clear();
      for (const uri of documents.keys()) void request(uri);
    },
    async current(uri) {
      const wanted = normalizeUri(uri);
      const version = documents.get(wanted)?.version;
      await settled();
      if (documents.get(wanted)?.version !== version)
        throw new ResponseError(LSPErrorCodes.ContentModified, "the text has changed meanwhile");
      return find(wanted);
    },
    textOf: (uri) => documents.get(normalizeUri(uri))?.getText(),
    speakerFor: find,
    async newest(uri) {
      await settled();
      return find(normalizeUri(uri));
    },
    async all() {
      await settled();
      return [...analyses.values()];
    },
    settingsFor,
    editorUri,
  };

  function editorUri(uri: Uri): Uri {
    return documents.get(uri)?.uri ?? uri;
  }

  function drop(start: Uri): void {
    const before = analyses.get(start);
    analyses.delete(start);
    publish(before, undefined);
  }
}

/** Those of the open documents. */
function versionsIn(read: ReadonlyMap<Uri, number | undefined>): Map<Uri, number> {
  return new Map([...read].flatMap(([uri, version]) => (version === undefined ? [] : [[uri, version]])));
}
