/** Compares our reading of a text with the reference reader's, and checks what must hold of every reading. */
import { isDeepStrictEqual } from "node:util";
import JSON5 from "json5";
import { parseText } from "../../server/src/core/syntax/parse.ts";
import { toValue, type Grammar, type Node, type ParsedText } from "../../server/src/core/syntax/tree.ts";

export interface Verdict {
  readonly isAccepted: boolean;
  /** What is wrong with our reading; undefined when nothing is. */
  readonly fault?: string;
}

export function compareWithReference(text: string, grammar: Grammar): Verdict {
  const reference = readByReference(text, grammar);
  const isAccepted = reference !== undefined;
  const parsed = parseText(text, { grammar });
  const errors = parsed.problems.filter(({ severity }) => severity === "error");
  if (isAccepted && errors[0]) return { isAccepted, fault: `refused a text that the reference accepts: ${errors[0].message}` };
  if (!isAccepted && errors.length === 0) return { isAccepted, fault: "accepted a text that the reference refuses" };
  if (isAccepted && !isDeepStrictEqual(toValue(parsed.root), reference.value)) return { isAccepted, fault: "another value" };
  const fault = faultOf(parsed, text);
  return fault === undefined ? { isAccepted } : { isAccepted, fault };
}

function readByReference(text: string, grammar: Grammar): { readonly value: unknown } | undefined {
  try {
    return { value: grammar === "json" ? JSON.parse(text) : JSON5.parse(text) };
  } catch {
    return undefined;
  }
}

/** What must hold of every reading: ranges lie inside the text, nest, and are in order. */
export function faultOf({ root, problems, comments }: ParsedText, text: string): string | undefined {
  let last = 0;
  for (const { offset, length, related } of problems) {
    if (offset < last) return "problems are not sorted";
    if (length < 0 || offset + length > text.length) return "a problem lies outside the text";
    if (related && (related.offset < 0 || related.offset + related.length > text.length)) return "a related place lies outside the text";
    last = offset;
  }
  last = 0;
  for (const { offset, length } of comments) {
    if (offset < last || offset + length > text.length) return "a comment lies outside the text or another comment";
    last = offset + length;
  }
  if (!root) return problems.some(({ severity }) => severity === "error") ? undefined : "no root and no error";
  if (root.parent) return "the root has a parent";
  return faultOfNode(root, 0, text.length);
}

function faultOfNode(node: Node, from: number, to: number): string | undefined {
  const end = node.offset + node.length;
  if (node.offset < from || end > to || node.length < 0) return `a ${node.type} lies outside its parent`;
  let last = node.offset;
  for (const child of node.children ?? []) {
    if (child.parent !== node) return `a ${child.type} does not know its parent`;
    const fault = faultOfNode(child, last, end);
    if (fault !== undefined) return fault;
    last = child.offset + child.length;
  }
  if (node.type === "property" && !node.incomplete && node.children?.length !== 2)
    return "a property without a value is not marked incomplete";
  return undefined;
}
