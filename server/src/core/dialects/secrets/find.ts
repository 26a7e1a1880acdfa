/**
 * Finds secrets written into files: by the key they stand under and by their looks. A value is looked at and let go: nothing here keeps,
 * copies or prints it.
 */
import type { Credential } from "../../grants/policy.ts";
import { elements, findMember, locationOf, writtenMembers, type Node, type Path } from "../../syntax/tree.ts";
import type { ConfigFile } from "../dialect.ts";
import { hostOf, isPrivateHost } from "../addresses.ts";
import { findInCommand, isSecretOption } from "./command.ts";
import { findByShape, fingerprintOf, formOf, isFilePath, isLocalModelWord, weaknessOf } from "./value.ts";
import { suggestVariable } from "./variable.ts";
import type { NamedPlace } from "./named-places.ts";
import { commandKeys, namedValues, notSecretBlocks, recordKeys, secretKeyEndings, secretKeys } from "./tables/secret-keys.ts";

/** What a product says of its own files beyond what keys and values tell by themselves. */
export interface ProductFiles {
  readonly placeAt: (path: Path, file: ConfigFile) => NamedPlace | undefined;
  /** A login in a file that nothing reads is nobody's. */
  readonly isRead: (file: ConfigFile) => boolean;
  readonly isCopy: (file: ConfigFile) => boolean;
  /** Whether a variable can stand in the place of a value. */
  readonly takesReferences: (file: ConfigFile) => boolean;
}

/** Files that no product has names for, each read as it is. */
const anyFiles: ProductFiles = { placeAt: () => undefined, isRead: () => true, isCopy: () => false, takesReferences: () => true };

/** Every secret in the given files, and everything that stands in the place of one, in writing order. */
export function findCredentials(files: readonly ConfigFile[], product = anyFiles): Credential[] {
  const found: Credential[] = [];
  const common = { found, taken: new Set<string>(), byKey: new Map<string, string | undefined>(), product };
  for (const file of files) {
    const { root } = file.parsed;
    if (root)
      visit({ node: root, path: [], kind: undefined, holder: undefined, isCommand: false, isOverridden: false }, { ...common, file });
  }
  return found;
}

interface Search {
  readonly found: Credential[];
  /** Variables already suggested. */
  readonly taken: Set<string>;
  /** What keys announce by themselves. The same few come up again and again. */
  readonly byKey: Map<string, string | undefined>;
  readonly file: ConfigFile;
  readonly product: ProductFiles;
}

/** A value on its way: `kind` says what secret its key announces, `holder` is the object it stands in. */
interface Visited {
  readonly node: Node;
  readonly path: Path;
  readonly kind: string | undefined;
  readonly holder: Node | undefined;
  /** Whether its key announces a command line, or a word of one. */
  readonly isCommand: boolean;
  /** Whether a later key of the same name takes its place, or that of something it stands in. */
  readonly isOverridden: boolean;
}

function visit(start: Visited, search: Search): void {
  // Deep trees must not overflow the stack, so the way ahead is kept in a list; the last one put there comes first.
  const ahead = [start];
  for (let current = ahead.pop(); current; current = ahead.pop()) {
    const { node, path, kind, isCommand, isOverridden } = current;
    if (node.type === "string") judge(current, search);
    else if (node.type === "array") {
      const list = elements(node);
      for (let index = list.length - 1; index >= 0; index--) {
        const element = list[index];
        // What follows an option that asks for a secret is one.
        const announced = isCommand && isSecretOption(list[index - 1]?.value) ? "secret on a command line" : kind;
        if (element && mayHold(element))
          ahead.push({ node: element, path: [...path, index], kind: announced, holder: undefined, isCommand, isOverridden });
      }
    } else if (node.type === "object" && !isReferenceObject(node, current, search)) {
      for (const { key, value } of writtenMembers(node).reverse()) {
        if (value && mayHold(value) && !notSecretBlocks.includes(key))
          ahead.push({
            node: value,
            path: [...path, key],
            kind: announcedBy(path, key, search),
            holder: node,
            isCommand: commandKeys.has(key),
            isOverridden: isOverridden || findMember(node, key) !== value,
          });
      }
    }
  }
}

/** A number is no secret; large configs are full of them. */
function mayHold({ type }: Node): boolean {
  return type === "string" || type === "object" || type === "array";
}

/** What secret a key announces, by its place, its block or its own name. */
function announcedBy(parents: Path, key: string, search: Search): string | undefined {
  const { file, product } = search;
  const named = product.placeAt([...parents, key], file);
  if (named) return named.kind;
  const block = parents.at(-1);
  const rule = typeof block === "string" && Object.hasOwn(namedValues, block) ? namedValues[block] : undefined;
  if (rule?.name.test(key)) return rule.kind;
  if (!search.byKey.has(key)) search.byKey.set(key, announcedByKey(key));
  return search.byKey.get(key);
}

function announcedByKey(key: string): string | undefined {
  const plain = key.toLowerCase().replace(/[_-]/g, "");
  if (Object.hasOwn(secretKeys, plain)) return secretKeys[plain];
  return secretKeyEndings.find(({ ending }) => plain.endsWith(ending))?.kind;
}

/** `{ source, provider, id }` in the place of a secret names one that stands elsewhere. */
function isReferenceObject(node: Node, { path, kind, isOverridden }: Visited, search: Search): boolean {
  if (kind === undefined || findMember(node, "source")?.type !== "string") return false;
  if (!findMember(node, "id") && !findMember(node, "provider")) return false;
  search.found.push({ ...without(node, path, isOverridden, search), kind, form: "reference" });
  return true;
}

/** What is said of every one of them, whatever it turns out to be. */
function without(node: Node, path: Path, isOverridden: boolean, { file, product }: Search): Omit<Credential, "kind" | "form"> {
  return {
    at: locationOf(node),
    path,
    fingerprint: "",
    opens: undefined,
    weakness: undefined,
    reference: undefined,
    isOurs: product.placeAt(path, file)?.isOwn !== true,
    isInCopy: product.isCopy(file),
    isOverridden,
    removal: [],
  };
}

function judge({ node, path, kind: announced, holder, isCommand, isOverridden }: Visited, search: Search): void {
  const { file, found, taken, product } = search;
  const text = String(node.value);
  const looks = findByShape(text) ?? (isCommand ? findInCommand(text) : undefined);
  const kind = announced ?? looks?.kind;
  if (kind === undefined || (looks === undefined && text.trim() === "")) return;
  if (node.incomplete) return report("unknown");
  if (looks !== undefined) return report("literal", looks.part);
  if (isFilePath(text)) return;
  return report(isForLocalModel(text, holder) ? "placeholder" : formOf(text));

  function report(form: Credential["form"], part = text): void {
    const isLiteral = form === "literal";
    const place = product.placeAt(path, file);
    const opens = isOverridden ? undefined : place?.opens;
    const isRecord = recordKeys.has(String(path.at(-1)));
    found.push({
      ...without(node, path, isOverridden, search),
      kind: kind ?? "secret",
      fingerprint: isLiteral || (opens && form === "reference") ? fingerprintOf(part) : "",
      form,
      opens,
      weakness: opens && product.isRead(file) ? weaknessOf(text, form) : undefined,
      reference: isLiteral && !isOverridden && product.takesReferences(file) ? referenceFor(part, place?.variable) : undefined,
      removal: isLiteral && isRecord && !isOverridden ? [{ op: "remove", file: file.uri, path }] : [],
    });
  }

  /** A secret within a longer text gives way by itself. Where there is another one, the text is left to a person. */
  function referenceFor(part: string, wellKnown: string | undefined): Credential["reference"] {
    const variable = suggestVariable(path, wellKnown, taken);
    const value = part.trim() === text.trim() ? `\${${variable}}` : text.replace(part, () => `\${${variable}}`);
    return findByShape(value) === undefined ? { value, variable } : undefined;
  }
}

/** A model on this machine or in the own network needs some text for a key; a long one is a key all the same. */
function isForLocalModel(text: string, holder: Node | undefined): boolean {
  const address = findMember(holder, "baseUrl") ?? findMember(holder, "baseURL");
  if (address?.type !== "string") return isLocalModelWord(text);
  return isPrivateHost(hostOf(String(address.value)) ?? "") && (isLocalModelWord(text) || text.trim().length < 16);
}
