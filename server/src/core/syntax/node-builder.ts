/**
 * Makes nodes of tokens: leaves, and the opening and closing of objects and arrays. Knows which tokens a node consists of;
 * which may follow which is the parser's business.
 */
import { faults, type Fault } from "./faults.ts";
import { OpenContainers } from "./open-containers.ts";
import { ProblemList } from "./problem-list.ts";
import { Scanner, type TokenKind } from "./scan.ts";
import type { Grammar, Node, NodeType } from "./tree.ts";

/**
 * The deepest nesting that is read: everybody who walks the tree by recursion may rely on it. `JSON.parse` and the json5 package know no limit,
 * but what OpenClaw does with their values runs out of stack: 1,000 levels were read by 2026.6.1 and 2026.9.6, 2,000 no longer by 2026.9.6,
 * 5,000 by neither (tried 2026-11).
 */
export const deepestNesting = 500;

/** The most entries of one list or object that are read. Far more than anybody writes. */
export const mostEntries = 100_000;

export type GrowingNode = { -readonly [Name in keyof Node]: Node[Name] };

export class NodeBuilder {
  protected readonly text: string;
  protected readonly grammar: Grammar;
  protected readonly scanner: Scanner;
  protected readonly containers: OpenContainers;
  protected readonly found = new ProblemList();
  /** The children read so far of all open containers: cut off in one piece, they take no more room than they need. */
  protected readonly children: Node[] = [];
  private isTooDeep = false;
  private hasEndedEarly = false;
  /** Where the last token ended that was left out: another one directly behind it is the same fault. */
  private skippedTo = -1;

  constructor(text: string, grammar: Grammar, options: { readonly trustsIndentation: boolean }) {
    this.text = text;
    this.grammar = grammar;
    this.containers = new OpenContainers(options.trustsIndentation);
    this.scanner = new Scanner(text, grammar, this.found);
  }

  protected leaf(type: NodeType, value: string | number | boolean | null, parent: Node | undefined): GrowingNode {
    const { scanner } = this;
    const { start: offset, end } = scanner;
    // Literals with all their members at once: members added later cost every node a second block of memory.
    const node: GrowingNode = parent
      ? { type, offset, length: end - offset, value, parent }
      : { type, offset, length: end - offset, value };
    if (!scanner.isSound) node.incomplete = true;
    scanner.next();
    return node;
  }

  protected word(parent: Node | undefined): GrowingNode {
    const { scanner } = this;
    const written = this.text.slice(scanner.start, scanner.end);
    switch (written) {
      case "true":
      case "false":
        return this.leaf("boolean", written === "true", parent);
      case "null":
        return this.leaf("null", null, parent);
      case "Infinity":
      case "NaN":
        if (this.grammar === "json") this.reportUnsound(faults.strictNumber);
        return this.leaf("number", Number(written), parent);
      default: {
        const isText = scanner.isIdentifier || /[\p{L}\p{N}*~]/u.test(written);
        if (scanner.isSound) this.reportUnsound(isText ? faults.unquotedString : faults.unexpectedCharacter);
        return this.leaf("string", scanner.value, parent);
      }
    }
  }

  /** Whether the current token is a word that means nothing in either grammar. */
  protected isLoneWord(): boolean {
    const { start, end } = this.scanner;
    return this.at("word") && !/^(?:true|false|null|Infinity|NaN)$/.test(this.text.slice(start, end));
  }

  /** Passes over a container that lies too deep, counting brackets. */
  protected skipContainer(type: "object" | "array", parent: Node | undefined): GrowingNode {
    const { scanner } = this;
    const node: GrowingNode = { type, offset: scanner.start, length: 0, children: [], incomplete: true };
    if (parent) node.parent = parent;
    if (!this.isTooDeep) this.report(faults.tooDeep);
    this.isTooDeep = true;
    let depth = 0;
    do {
      if (this.at("{") || this.at("[")) depth++;
      else if (this.at("}") || this.at("]")) depth--;
      scanner.next();
    } while (depth > 0 && !this.at("end"));
    node.length = scanner.previousEnd - node.offset;
    return node;
  }

  protected open(type: "object" | "array", parent: Node | undefined, isImplied: boolean): GrowingNode {
    const offset = this.scanner.start;
    const node: GrowingNode = parent ? { type, offset, length: 0, children: [], parent } : { type, offset, length: 0, children: [] };
    // An object that begins with its first key has that key inside: its own column must count as further right.
    const indent = this.scanner.indent - (isImplied && this.scanner.isFirstOnLine ? 1 : 0);
    this.containers.enter({ type, indent, lineStart: this.scanner.lineStart, isImplied, firstChild: this.children.length });
    return node;
  }

  protected close(node: GrowingNode): void {
    this.leave(node, this.scanner.end);
    this.scanner.next();
  }

  /** Ends a container without its closing bracket. Where the whole text ends they are all missing: the innermost is named alone. */
  protected closeUnclosed(node: GrowingNode): void {
    const isKnown = this.containers.innermost?.isImplied || this.hasEndedEarly;
    if (!isKnown) this.reportAt(node.type === "object" ? faults.unclosedObject : faults.unclosedArray, node.offset, node.offset + 1);
    this.hasEndedEarly ||= this.at("end");
    node.incomplete = true;
    this.leave(node, this.scanner.previousEnd);
  }

  private leave(node: GrowingNode, end: number): void {
    node.length = end - node.offset;
    const container = this.containers.leave();
    if (!container) return;
    node.children = this.children.splice(container.firstChild);
    const [beyond] = node.children.splice(mostEntries);
    if (!beyond) return;
    this.reportAt(faults.tooMany, beyond.offset, beyond.offset + beyond.length);
    node.incomplete = true;
  }

  /** Whether the current token is a key, with which an object could begin: a text or word with a colon behind it. */
  protected isKey(): boolean {
    return (this.at("string") || this.at("word")) && this.scanner.isFollowedByColon() && this.containers.depth < deepestNesting;
  }

  /** Leaves out a token that has no place in a container. */
  protected skipStray(container: GrowingNode, fault: Fault): void {
    if (this.scanner.previousEnd !== this.skippedTo) this.report(fault);
    container.incomplete = true;
    this.skip();
  }

  protected skip(): void {
    this.skippedTo = this.scanner.end;
    this.scanner.next();
  }

  /** Asks for the current token. A method, so that the compiler does not take the answer for still true at the next token. */
  protected at(kind: TokenKind): boolean {
    return this.scanner.kind === kind;
  }

  /** Reports a fault at the current token. */
  protected report(fault: Fault): void {
    this.reportAt(fault, this.scanner.start, this.scanner.end);
  }

  protected reportAt(fault: Fault, start: number, end: number): void {
    this.found.add(fault, start, end, this.scanner.lineStart);
  }

  /** Reports that the current token is not what it should be; whatever is made of it is a guess. */
  protected reportUnsound(fault: Fault): void {
    this.report(fault);
    this.scanner.isSound = false;
  }
}
