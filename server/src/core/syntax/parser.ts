/**
 * One reading of a text: tokens to nodes, by recursive descent, with a way on from every fault.
 * Knows the grammar and where to go on after it was broken.
 */
import { faults, missingColon, missingValue, type Fault } from "./faults.ts";
import { OpenContainers } from "./open-containers.ts";
import { ProblemList } from "./problem-list.ts";
import { Scanner, type TokenKind } from "./scan.ts";
import type { Comment, Grammar, Node, NodeType } from "./tree.ts";

export interface Reading {
  readonly root: Node | undefined;
  readonly found: ProblemList;
  readonly comments: readonly Comment[];
}

/**
 * The deepest nesting that is read. OpenClaw's readers go deeper than any config does; everybody who walks the tree by recursion
 * may rely on this being the end.
 */
export const deepestNesting = 500;

type GrowingNode = { -readonly [Name in keyof Node]: Node[Name] };

/** Whether a comma must come next, may come next, or would be one too many. */
type Separator = "needed" | "optional" | "surplus";

export class Parser {
  private readonly text: string;
  private readonly grammar: Grammar;
  private readonly scanner: Scanner;
  private readonly containers: OpenContainers;
  private readonly found = new ProblemList();
  private isTooDeep = false;
  private hasEndedEarly = false;
  /** Where the last token ended that was left out: another one directly behind it is the same fault. */
  private skippedTo = -1;

  constructor(text: string, grammar: Grammar, options: { readonly trustsIndentation: boolean }) {
    this.text = text;
    this.grammar = grammar;
    this.containers = new OpenContainers(options.trustsIndentation);
    this.scanner = new Scanner(text, grammar, (fault, start, end) => this.found.add(fault, start, end));
  }

  read(): Reading {
    this.scanner.next();
    const root = this.document();
    return { root, found: this.found, comments: this.scanner.comments };
  }

  private document(): Node | undefined {
    if (this.at("end")) {
      if (this.found.faultCount === 0) this.report(faults.emptyDocument);
      return undefined;
    }
    const root = this.isKey() ? this.impliedObject(undefined) : this.rootValue();
    if (!this.at("end")) {
      this.report(faults.contentAfterEnd);
      if (root) root.incomplete = true;
      while (!this.at("end")) this.scanner.next();
    }
    return root;
  }

  /** What is there of the document; with something odd before it, the first object or array. */
  private rootValue(): GrowingNode | undefined {
    const { start, end } = this.scanner;
    const root = this.value(undefined);
    if (root && (root.children || this.at("end"))) return root;
    this.found.add(faults.missingRoot, start, end);
    while (!this.at("end") && !this.at("{") && !this.at("[")) this.scanner.next();
    const container = this.value(undefined) ?? root;
    if (container) container.incomplete = true;
    return container;
  }

  /** Reads the value at the current token; undefined, and nothing read, when the token begins none. */
  private value(parent: Node | undefined): GrowingNode | undefined {
    const { scanner } = this;
    switch (scanner.kind) {
      case "{":
      case "[":
        return this.container(parent);
      case "string":
        return this.leaf("string", scanner.value, parent);
      case "number":
        return this.leaf("number", scanner.value, parent);
      case "word":
        return this.word(parent);
      default:
        return undefined;
    }
  }

  private leaf(type: NodeType, value: string | number | boolean | null, parent: Node | undefined): GrowingNode {
    const { scanner } = this;
    const node: GrowingNode = { type, offset: scanner.start, length: scanner.end - scanner.start, value };
    if (parent) node.parent = parent;
    if (!scanner.isSound) node.incomplete = true;
    scanner.next();
    return node;
  }

  private word(parent: Node | undefined): GrowingNode {
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

  private container(parent: Node | undefined): GrowingNode {
    const type = this.at("{") ? "object" : "array";
    if (this.containers.depth >= deepestNesting) return this.skipContainer(type, parent);
    const node = this.open(type, parent, false);
    this.scanner.next(type === "object" ? "key" : "value");
    if (type === "object") this.members(node);
    else this.elements(node);
    return node;
  }

  /** The object whose opening brace is missing before the current token, a key. */
  private impliedObject(parent: Node | undefined): GrowingNode {
    this.report(faults.missingBrace);
    const object = this.open("object", parent, true);
    object.incomplete = true;
    this.members(object);
    return object;
  }

  /** Passes over a container that lies too deep, counting brackets. */
  private skipContainer(type: "object" | "array", parent: Node | undefined): GrowingNode {
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

  private open(type: "object" | "array", parent: Node | undefined, isImplied: boolean): GrowingNode {
    const node: GrowingNode = { type, offset: this.scanner.start, length: 0, children: [] };
    if (parent) node.parent = parent;
    // An object that begins with its first key has that key inside: its own column must count as further right.
    const indent = this.scanner.indent - (isImplied && this.scanner.isFirstOnLine ? 1 : 0);
    this.containers.enter({ type, indent, lineStart: this.scanner.lineStart, isImplied });
    return node;
  }

  private close(node: GrowingNode): void {
    node.length = this.scanner.end - node.offset;
    this.containers.leave();
    this.scanner.next();
  }

  /** Ends a container without its closing bracket. Where the whole text ends they are all missing: the innermost is named alone. */
  private closeUnclosed(node: GrowingNode): void {
    const isKnown = this.containers.innermost?.isImplied || this.hasEndedEarly;
    if (!isKnown) this.found.add(node.type === "object" ? faults.unclosedObject : faults.unclosedArray, node.offset, node.offset + 1);
    this.hasEndedEarly ||= this.at("end");
    node.incomplete = true;
    node.length = this.scanner.previousEnd - node.offset;
    this.containers.leave();
  }

  /** Reads members up to and including the closing brace. */
  private members(object: GrowingNode): void {
    let separator: Separator = "surplus";
    for (;;) {
      const place = this.containers.placeOf(this.scanner);
      switch (place === "inside" ? this.scanner.kind : place) {
        case "}":
          return this.close(object);
        case "outside":
        case "end":
          return this.closeUnclosed(object);
        case "]":
          if (this.containers.has("array")) return this.closeUnclosed(object);
          this.skipStray(object, faults.strayBracket);
          break;
        case "stray":
          this.skipStray(object, faults.strayBracket);
          break;
        case ",":
        case ";":
          this.comma(separator, "}");
          separator = "surplus";
          break;
        case "string":
        case "number":
        case "word":
          if (separator === "needed") this.report(faults.commaBeforeKey);
          separator = this.property(object) ? "needed" : "optional";
          break;
        default:
          this.skipValueWithoutKey(object);
          separator = "optional";
      }
    }
  }

  /** Reads one member; false when it is not a whole one. */
  private property(object: GrowingNode): boolean {
    const { scanner } = this;
    const key: GrowingNode = { type: "string", offset: scanner.start, length: scanner.end - scanner.start, value: this.key() };
    const property: GrowingNode = { type: "property", offset: key.offset, length: key.length, parent: object, children: [key] };
    key.parent = property;
    if (!scanner.isSound) key.incomplete = property.incomplete = object.incomplete = true;
    object.children?.push(property);
    scanner.next();
    const value = this.at(":") || this.at("=") ? this.valueBehindColon(property, key) : this.valueWithoutColon(property, key);
    if (value) {
      property.children?.push(value);
      property.length = value.offset + value.length - property.offset;
    } else {
      property.incomplete = true;
    }
    return value !== undefined;
  }

  /** The key that the current token is. */
  private key(): string {
    const { scanner } = this;
    if (scanner.kind === "word" && scanner.isIdentifier) {
      if (this.grammar === "json") this.report(faults.unquotedKey);
    } else if (scanner.kind !== "string" && scanner.isSound) {
      this.report(faults.keyNeedsQuotes);
    }
    return scanner.kind === "number" ? this.text.slice(scanner.start, scanner.end) : String(scanner.value);
  }

  private valueBehindColon(property: GrowingNode, key: GrowingNode): Node | undefined {
    const { scanner } = this;
    if (this.at("=")) this.report(faults.equalsSign);
    property.colonOffset = scanner.start;
    property.length = scanner.end - property.offset;
    scanner.next();
    const value = this.isKey() ? this.membersInsteadOfValue(property) : this.value(property);
    if (value) return value;
    this.found.add(missingValue(String(key.value)), key.offset, property.offset + property.length);
    if (this.at(":") || this.at("=")) this.skip();
    return undefined;
  }

  /**
   * A key where a value should be: on the same line or further right it begins an object whose brace is missing; else it is the next member,
   * and the value is not written yet.
   */
  private membersInsteadOfValue(property: GrowingNode): GrowingNode | undefined {
    const isNextMember = this.scanner.isFirstOnLine && !this.containers.isIndented(this.scanner);
    return isNextMember ? undefined : this.impliedObject(property);
  }

  private valueWithoutColon(property: GrowingNode, key: GrowingNode): Node | undefined {
    this.found.add(missingColon(String(key.value)), key.offset, key.offset + key.length);
    return this.scanner.isFirstOnLine || this.scanner.isFollowedByColon() ? undefined : this.value(property);
  }

  /** Something in an object that has no key before it. It is read, so as to find its end, and left out. */
  private skipValueWithoutKey(object: GrowingNode): void {
    if (this.at(":") || this.at("=")) this.skipStray(object, faults.missingKeyBeforeColon);
    else this.report(faults.missingKey);
    object.incomplete = true;
    this.value(undefined);
  }

  /** Reads elements up to and including the closing bracket. */
  private elements(array: GrowingNode): void {
    let separator: Separator = "surplus";
    for (;;) {
      const place = this.isKeyOfOuterObject() ? "outside" : this.containers.placeOf(this.scanner);
      switch (place === "inside" ? this.scanner.kind : place) {
        case "]":
          return this.close(array);
        case "outside":
        case "end":
          return this.closeUnclosed(array);
        case "}":
          if (this.containers.has("object")) return this.closeUnclosed(array);
          this.skipStray(array, faults.strayBracket);
          break;
        case "stray":
          this.skipStray(array, faults.strayBracket);
          break;
        case ",":
        case ";":
          this.comma(separator, "]");
          separator = "surplus";
          break;
        case ":":
        case "=":
          this.skipStray(array, faults.strayColon);
          separator = "optional";
          break;
        default: {
          if (separator === "needed") this.report(faults.commaBeforeValue);
          const element = this.isKey() ? this.impliedObject(array) : this.value(array);
          if (element) array.children?.push(element);
          separator = element?.incomplete ? "optional" : "needed";
        }
      }
    }
  }

  /** A key cannot stand in an array. Unless it stands further right, it belongs to the object around, and the array must have ended before it. */
  private isKeyOfOuterObject(): boolean {
    if (!this.scanner.isFirstOnLine || this.containers.outer?.type !== "object") return false;
    return this.isKey() && !this.containers.isIndented(this.scanner);
  }

  /** Whether the current token is a key, with which an object could begin: a text or word with a colon behind it. */
  private isKey(): boolean {
    return (this.at("string") || this.at("word")) && this.scanner.isFollowedByColon() && this.containers.depth < deepestNesting;
  }

  private comma(separator: Separator, closer: "}" | "]"): void {
    const { scanner } = this;
    const { start, end } = scanner;
    const isObject = closer === "}";
    if (this.at(";")) this.report(faults.semicolon);
    else if (separator === "surplus") this.report(isObject ? faults.surplusCommaInObject : faults.surplusCommaInArray);
    scanner.next(isObject ? "key" : "value");
    if (this.at(closer) && this.grammar === "json" && separator !== "surplus") this.found.add(faults.trailingComma, start, end);
  }

  /** Leaves out a token that has no place in a container. */
  private skipStray(container: GrowingNode, fault: Fault): void {
    if (this.scanner.previousEnd !== this.skippedTo) this.report(fault);
    container.incomplete = true;
    this.skip();
  }

  private skip(): void {
    this.skippedTo = this.scanner.end;
    this.scanner.next();
  }

  /** Asks for the current token. A method, so that the compiler does not take the answer for still true at the next token. */
  private at(kind: TokenKind): boolean {
    return this.scanner.kind === kind;
  }

  /** Reports a fault at the current token. */
  private report(fault: Fault): void {
    this.found.add(fault, this.scanner.start, this.scanner.end);
  }

  /** Reports that the current token is not what it should be; whatever is made of it is a guess. */
  private reportUnsound(fault: Fault): void {
    this.report(fault);
    this.scanner.isSound = false;
  }
}
