/**
 * Finds secrets written into files: by the key they stand under and by their looks. A value is looked at and let go: nothing here keeps,
 * copies or prints it.
 */
import type { Credential } from "../../grants/policy.ts";
import { elements, findMember, locationOf, members, type Node, type Path } from "../../syntax/tree.ts";
import type { ConfigFile } from "../dialect.ts";
import { fingerprintOf, formOf, isFilePath, isLocalModelWord, kindByShape, shownPart } from "./secrets/value.ts";
import { findNamedPlace, suggestVariable } from "./secrets/variable.ts";
import { namedValues, notSecretBlocks, secretKeyEndings, secretKeys } from "./tables/secret-keys.ts";

/** Every secret in the given files, and everything that stands in the place of one, in writing order. */
export function findCredentials(files: readonly ConfigFile[]): Credential[] {
  const found: Credential[] = [];
  const taken = new Set<string>();
  for (const file of files) {
    const takesReferences = file.role !== "approvals";
    const root = file.parsed.root;
    if (root) visit({ node: root, path: [], kind: undefined, holder: undefined }, { found, taken, takesReferences });
  }
  return found;
}

interface Search {
  readonly found: Credential[];
  /** Variables already suggested. */
  readonly taken: Set<string>;
  readonly takesReferences: boolean;
}

/** A value on its way: `kind` says what secret its key announces, `holder` is the object it stands in. */
interface Visited {
  readonly node: Node;
  readonly path: Path;
  readonly kind: string | undefined;
  readonly holder: Node | undefined;
}

function visit(start: Visited, search: Search): void {
  // Deep trees must not overflow the stack, so the way ahead is kept in a list; the last one put there comes first.
  const ahead = [start];
  for (let current = ahead.pop(); current; current = ahead.pop()) {
    const { node, path, kind } = current;
    if (node.type === "string") judge(current, search);
    else if (node.type === "array") {
      const list = elements(node);
      for (let index = list.length - 1; index >= 0; index--) {
        const element = list[index];
        if (element) ahead.push({ node: element, path: [...path, index], kind, holder: undefined });
      }
    } else if (node.type === "object" && !isReferenceObject(node, current, search)) {
      for (const { key, value } of members(node).reverse()) {
        if (value && !notSecretBlocks.includes(key))
          ahead.push({ node: value, path: [...path, key], kind: announcedBy(path, key), holder: node });
      }
    }
  }
}

/** What secret a key announces, by its place, its block or its own name. */
function announcedBy(parents: Path, key: string): string | undefined {
  const named = findNamedPlace([...parents, key]);
  if (named) return named.kind;
  const block = parents.at(-1);
  const rule = typeof block === "string" && Object.hasOwn(namedValues, block) ? namedValues[block] : undefined;
  if (rule?.name.test(key)) return rule.kind;
  const plain = key.toLowerCase().replace(/[_-]/g, "");
  if (Object.hasOwn(secretKeys, plain)) return secretKeys[plain];
  return secretKeyEndings.find(({ ending }) => plain.endsWith(ending))?.kind;
}

/** `{ source, provider, id }` in the place of a secret names one that stands elsewhere. */
function isReferenceObject(node: Node, { path, kind }: Visited, search: Search): boolean {
  if (kind === undefined || findMember(node, "source")?.type !== "string") return false;
  if (!findMember(node, "id") && !findMember(node, "provider")) return false;
  search.found.push({ kind, at: locationOf(node), path, shown: "", fingerprint: "", form: "reference", reference: undefined });
  return true;
}

function judge({ node, path, kind: announced, holder }: Visited, search: Search): void {
  const text = String(node.value);
  const shape = kindByShape(text);
  const kind = announced ?? shape;
  if (kind === undefined || (shape === undefined && text.trim() === "")) return;
  if (node.incomplete) return report("unknown");
  if (shape !== undefined) return report("literal");
  if (isFilePath(text)) return;
  return report(isForLocalModel(text, holder) ? "placeholder" : formOf(text));

  function report(form: Credential["form"]): void {
    const isLiteral = form === "literal";
    const variable = isLiteral && search.takesReferences ? suggestVariable(path, search.taken) : undefined;
    search.found.push({
      kind: kind ?? "secret",
      at: locationOf(node),
      path,
      shown: isLiteral ? shownPart(text) : "",
      fingerprint: isLiteral ? fingerprintOf(text) : "",
      form,
      reference: variable === undefined ? undefined : { value: `\${${variable}}`, variable },
    });
  }
}

/** A model on this machine or in the own network needs some text for a key; a long one is a key all the same. */
function isForLocalModel(text: string, holder: Node | undefined): boolean {
  const address = findMember(holder, "baseUrl") ?? findMember(holder, "baseURL");
  if (address?.type !== "string") return isLocalModelWord(text);
  return isLocalAddress(String(address.value)) && (isLocalModelWord(text) || text.trim().length < 16);
}

function isLocalAddress(address: string): boolean {
  const host = /^[a-z]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(address)?.[1]?.toLowerCase() ?? "";
  return localHosts.some((pattern) => pattern.test(host));
}

/** This machine, private and shared address ranges, names without a dot, and the endings of local names. */
const localHosts = [
  /^(?:localhost|\[::1?\]|0\.0\.0\.0)$/,
  /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^[a-z0-9_-]+$/,
  /\.(?:local|lan|internal|home|localhost|ts\.net)$/,
];
