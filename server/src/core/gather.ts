/**
 * Puts a config set together: starts from one file or folder, follows the dialect's neighbours, and remembers what could not be had.
 * Reads nothing itself: the host hands in the reading.
 */
import { contractFileName, contractGrammar, contractRole, isContract } from "./contract.ts";
import type { ConfigFile, ConfigSet, Dialect, FileRole, MissingFile } from "./dialects/dialect.ts";
import { largestText, parseText } from "./syntax/parse.ts";
import type { ParsedText, Uri } from "./syntax/tree.ts";
import { folderOf, normalizeUri, resolveUri } from "./uri.ts";

/** What a host found at an address. `unreadable` is not `absent`: something may well be there. */
export type FileText =
  { readonly state: "read"; readonly text: string } | { readonly state: "absent" } | { readonly state: "unreadable"; readonly why: string };

/** What is to be read. An include must not lead out of the set's folder through a link, so the host is told the folder. */
export interface ReadRequest {
  readonly uri: Uri;
  readonly role: string;
  readonly root: Uri;
}

export type ReadFile = (request: ReadRequest) => Promise<FileText> | FileText;

/** More files than any real set has: a chain of includes must not grow without end. */
const fileLimit = 200;

/**
 * The set a file belongs to, or undefined when the file is none of the dialect's (by name, or by content).
 * `start` itself must be readable; of its neighbours any may be missing, except all that a contract could be about. `role` is for a file whose name says nothing. What the set of a moment ago
 * held is not parsed again where its text is still the same.
 */
export async function gatherConfigSet(
  dialect: Dialect,
  start: Uri,
  readFile: ReadFile,
  { role = roleAtStart(dialect, start), before }: { readonly role?: FileRole | undefined; readonly before?: ConfigSet | undefined } = {},
): Promise<ConfigSet | undefined> {
  if (!role) return undefined;
  const root = folderOf(start);
  const files: ConfigFile[] = [];
  const missing: MissingFile[] = [];
  const seen = new Set<Uri>();
  const queue: ({ uri: Uri } & FileRole)[] = [{ uri: start, ...role }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const uri = normalizeUri(next.uri);
    if (seen.has(uri)) continue;
    seen.add(uri);
    if (files.length >= fileLimit) {
      missing.push({ uri, role: next.role, state: "unknown", why: `more than ${fileLimit} files belong to this set` });
      continue;
    }
    const found = await readFile({ uri, role: next.role, root });
    if (found.state !== "read") {
      missing.push({ uri, role: next.role, ...missingState(found) });
      continue;
    }
    const isForeign = next.grammar === "foreign" && found.text.length <= largestText;
    const reader = isForeign ? await next.reader?.() : undefined;
    const unread = { uri, role: next.role, grammar: next.grammar, text: found.text, ...(reader ? { reader } : {}) };
    const file = known(before, unread) ?? { ...unread, parsed: reader?.(found.text, uri) ?? parsedAs(next, uri, found.text) };
    if (file.role !== contractRole && !dialect.owns(file)) {
      if (uri === normalizeUri(start)) return undefined;
      missing.push({ uri, role: next.role, state: "unknown", why: "the file of that name is something else" });
      continue;
    }
    files.push(file);
    queue.push(...dialect.neighbours(file, root));
  }
  const own = files.filter((file) => file.role !== contractRole);
  if (own.length === 0) return undefined;
  if (dialect.isCompanion) return { root, files, missing };
  const contract = files.find((file) => file.role === contractRole) ?? (await readContractFile(root, readFile, before));
  return "text" in contract ? { root, files: [...own, contract], missing } : { root, files: own, missing: [...missing, contract] };
}

/** A contract stands for the config beside it. */
function roleAtStart(dialect: Dialect, start: Uri): FileRole | undefined {
  return isContract(start) ? { role: contractRole, grammar: contractGrammar } : dialect.roleOf(start);
}

/** The very file, parsed a moment ago. */
function known(before: ConfigSet | undefined, file: Omit<ConfigFile, "parsed">): ConfigFile | undefined {
  return before?.files.find(
    ({ uri, role, grammar, reader, text }) =>
      uri === file.uri && role === file.role && grammar === file.grammar && reader === file.reader && text === file.text,
  );
}

/** Whatever the product, the contract lies beside its config. */
async function readContractFile(root: Uri, readFile: ReadFile, before: ConfigSet | undefined): Promise<ConfigFile | MissingFile> {
  const place = { uri: resolveUri(root, contractFileName), role: contractRole, grammar: contractGrammar };
  const found = await readFile({ ...place, root });
  if (found.state !== "read") return { uri: place.uri, role: contractRole, ...missingState(found) };
  const unread = { ...place, text: found.text };
  return known(before, unread) ?? { ...unread, parsed: parseText(found.text, { grammar: place.grammar, file: place.uri }) };
}

function parsedAs({ grammar, isCopy }: FileRole, file: Uri, text: string): ParsedText {
  const parsed = parseText(text, { grammar, file });
  return isCopy ? { ...parsed, problems: [] } : parsed;
}

function missingState(found: Exclude<FileText, { state: "read" }>): { state: "absent" | "unknown"; why: string } {
  return found.state === "absent" ? { state: "absent", why: "there is no such file" } : { state: "unknown", why: found.why };
}
