/** The outline of a document: its keys, and the elements of lists by the name they bear. */
import { SymbolKind, type DocumentSymbol, type DocumentSymbolParams } from "vscode-languageserver";
import { lineIndex, normalizeUri, positionAt, visible, type Node } from "../core/index.ts";
import type { Session } from "./session.ts";

/** An outline deeper than this is no outline any more. */
const deepest = 8;

export async function documentSymbols(session: Session, { textDocument }: DocumentSymbolParams): Promise<DocumentSymbol[]> {
  const uri = normalizeUri(textDocument.uri);
  const current = await session.current(uri);
  const file = current?.analysis.set.files.find((candidate) => candidate.uri === uri);
  // A companion has its own language, and that its own outline.
  if (!current || !file?.parsed.root || current.analysis.dialect.isCompanion) return [];
  const { redact } = current.analysis;
  const index = lineIndex(file.text);
  const rangeOf = ({ offset, length }: Node) => ({ start: positionAt(index, offset), end: positionAt(index, offset + length) });
  const below = (node: Node | undefined, depth: number): DocumentSymbol[] => {
    if (depth > deepest) return [];
    if (node?.type === "array") return (node.children ?? []).flatMap((child, place) => ofElement(child, place, depth));
    if (node?.type !== "object") return [];
    return (node.children ?? []).flatMap((property): DocumentSymbol[] => {
      const [key, value] = property.children ?? [];
      const name = String(key?.value ?? "");
      if (!key || name === "") return [];
      return [
        {
          name: visible(name),
          kind: kindOf(value),
          range: rangeOf(property),
          selectionRange: rangeOf(key),
          children: below(value, depth + 1),
        },
      ];
    });
  };
  const ofElement = (node: Node, place: number, depth: number): DocumentSymbol[] => {
    if (node.type !== "object") return [];
    const name = visible(redact(nameIn(node) ?? `[${place}]`));
    return [{ name, kind: SymbolKind.Object, range: rangeOf(node), selectionRange: rangeOf(node), children: below(node, depth + 1) }];
  };
  return below(file.parsed.root, 0);
}

/** What an element calls itself. */
function nameIn(node: Node): string | undefined {
  const named = node.children?.find(({ children }) => ["id", "name", "pattern"].includes(String(children?.[0]?.value)));
  const value = named?.children?.[1]?.value;
  return typeof value === "string" && value !== "" ? value : undefined;
}

function kindOf(value: Node | undefined): SymbolKind {
  switch (value?.type) {
    case "object":
      return SymbolKind.Module;
    case "array":
      return SymbolKind.Array;
    case "string":
      return SymbolKind.String;
    case "number":
      return SymbolKind.Number;
    case "boolean":
      return SymbolKind.Boolean;
    default:
      return SymbolKind.Null;
  }
}
