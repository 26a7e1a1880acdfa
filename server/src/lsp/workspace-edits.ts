/** Edits of a set as the client takes them: bound to the versions they were made for, and shown first where a person should see them. Never commands. */
import type {
  AnnotatedTextEdit,
  ChangeAnnotation,
  CreateFile,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceClientCapabilities,
  WorkspaceEdit,
} from "vscode-languageserver";
import { takesSecret, type FileEdits } from "../core/index.ts";
import { converter } from "./convert.ts";
import type { Current, Session } from "./session.ts";

/** What the client understands of an edit. */
export interface EditAbilities {
  /** Edits that name the version of the document they are for. */
  readonly versions: boolean;
  /** Edits that leave the cursor where the person goes on typing. */
  readonly snippets: boolean;
  /** Edits that make new files. */
  readonly creation: boolean;
  /** Edits that are shown and made only once the person agrees. */
  readonly annotations: boolean;
}

export function editAbilities({ workspaceEdit }: WorkspaceClientCapabilities = {}): EditAbilities {
  const { documentChanges = false, snippetEditSupport = false, resourceOperations = [], changeAnnotationSupport } = workspaceEdit ?? {};
  return {
    versions: documentChanges,
    snippets: snippetEditSupport,
    creation: resourceOperations.includes("create"),
    annotations: changeAnnotationSupport !== undefined,
  };
}

/** Undefined where the client cannot make them. */
export function workspaceEdit(
  fileEdits: readonly FileEdits[],
  current: Current,
  session: Session,
  abilities: EditAbilities,
): WorkspaceEdit | undefined {
  if (fileEdits.some(({ creates }) => creates) && !(abilities.versions && abilities.creation)) return undefined;
  const convert = converter(current.analysis, session.editorUri);
  const annotations: Record<string, ChangeAnnotation> = {};
  const changes = fileEdits.flatMap((fileEdit): DocumentChange[] => {
    const uri = session.editorUri(fileEdit.file);
    const agreement = abilities.annotations && abilities.versions ? agreementFor(fileEdit, current) : undefined;
    const id = agreement && { annotationId: agreement.label };
    if (agreement) annotations[agreement.label] = agreement;
    const edits = convert.textEdits(fileEdit).map((edit): TextEdit | AnnotatedTextEdit => ({ ...edit, ...id }));
    const change: TextDocumentEdit = { textDocument: { uri, version: current.versions.get(fileEdit.file) ?? null }, edits };
    // Without options the editor refuses when the file is there after all, and changes nothing.
    return fileEdit.creates ? [{ kind: "create", uri, ...id }, change] : [change];
  });
  const edit = editOf(changes, abilities);
  return Object.keys(annotations).length > 0 ? { ...edit, changeAnnotations: annotations } : edit;
}

/** One change at one place of one document. */
export function singleEdit(
  change: { readonly uri: string; readonly version: number | null; readonly edit: TextEdit | SnippetTextEdit },
  abilities: EditAbilities,
): WorkspaceEdit {
  return editOf([{ textDocument: { uri: change.uri, version: change.version }, edits: [change.edit] }], abilities);
}

type DocumentChange = TextDocumentEdit | CreateFile;

/** Older clients know edits by address only, without versions. */
function editOf(changes: readonly DocumentChange[], { versions }: EditAbilities): WorkspaceEdit {
  if (versions) return { documentChanges: [...changes] };
  const texts = changes.filter((change) => "textDocument" in change);
  return { changes: Object.fromEntries(texts.map(({ textDocument, edits }) => [textDocument.uri, edits as TextEdit[]])) };
}

/** What a person has to agree to: a file that was not there, and a secret that is nowhere else once it is taken out. */
function agreementFor(fileEdit: FileEdits, { analysis }: Current): ChangeAnnotation | undefined {
  if (fileEdit.creates) {
    return { label: "A new file", description: "it is not there yet, and OpenClaw reads it from then on", needsConfirmation: true };
  }
  return takesSecret(analysis, fileEdit)
    ? {
        label: "A secret is taken out",
        description: "put it where it will be read from first: the file has it no more",
        needsConfirmation: true,
      }
    : undefined;
}
