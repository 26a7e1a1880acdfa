/**
 * One reading of a text: tokens to nodes, by recursive descent, with a way on from every fault.
 * Knows the grammar and where to go on after it was broken; where brackets must be missing it asks the indentation (`indentation.ts`).
 */
import { faults, missingColon, missingValue, type Fault } from "./faults.ts";
import { placeOfToken, type Container } from "./indentation.ts";
import { Scanner } from "./scan.ts";
import type { Comment, Grammar, Node, NodeType, Problem } from "./tree.ts";

export interface Reading {
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
  readonly comments: readonly Comment[];
  /** How many faults were found; more than there are problems when there were too many to list. */
  readonly faultCount: number;
  /** A bracket, key or colon is missing or surplus somewhere. */
  readonly isStructureBroken: boolean;
}

/**
 * The deepest nesting that is read. OpenClaw's readers go deeper than any config does; everybody who walks the tree by recursion
 * may rely on this being the end.
 */
export const deepestNesting = 500;

/** More problems than this help nobody: the text is not JSON at all. */
const mostProblems = 1000;

type GrowingNode = { -readonly [Name in keyof Node]: Node[Name] };

/** Whether a comma must, may or must not come next. */
type Separator = "needed" | "optional" | "surplus";

export class Parser {
  private readonly text: string;
  private readonly grammar: Grammar;
  private readonly trustsIndentation: boolean;
  private readonly scanner: Scanner;
  private readonly problems: Problem[] = [];
  private faultCount = 0;
  private isStructureBroken = false;
  /** The objects and arrays that are open, the innermost last, and how many there are of either. */
  private readonly containers: Container[] = [];
  private openObjects = 0;
  private openArrays = 0;
  private isTooDeep = false;
  /** Where the last token ended that was skipped as out of place: what follows it directly is the same fault. */
  private skippedTo = -1;

  constructor(text: string, grammar: Grammar, options: { trustsIndentation: boolean }) {
    this.text = text;
    this.grammar = grammar;
    this.trustsIndentation = options.trustsIndentation;
    this.scanner = new Scanner(text, grammar, (fault, start, end) => this.report(fault, start, end));
  }

  read(): Reading {
    this.scanner.next();
    const root = this.document();
    const { problems, faultCount, isStructureBroken } = this;
    return { root, problems, comments: this.scanner.comments, faultCount, isStructureBroken };
  }

  private document(): Node | undefined {
    const { scanner } = this;
    if (scanner.kind === "end") {
      if (this.faultCount === 0) this.report(faults.emptyDocument, 0, 0);
      return undefined;
    }
    const isFragment = (scanner.kind === "string" || scanner.kind === "word") && scanner.isFollowedByColon();
    const root = isFragment ? this.fragment() : this.rootValue();
    if (!this.at("end")) {
      this.report(faults.contentAfterEnd, scanner.start, scanner.end);
      if (root) root.incomplete = true;
      while (!this.at("end")) scanner.next();
    }
    return root;
  }

  /** The members of an object whose opening brace is missing. */
  private fragment(): GrowingNode {
    this.report(faults.missingRootBrace, this.scanner.start, this.scanner.end);
    const object = this.open("object", undefined);
    this.members(object);
    object.incomplete = true;
    return object;
  }

  private rootValue(): GrowingNode | undefined {
    let root = this.value(undefined);
    if (root) return root;
    this.report(faults.missingRootValue, this.scanner.start, this.scanner.end);
    while (!root && !this.at("end")) {
      this.scanner.next();
      root = this.value(undefined);
    }
    if (root) root.incomplete = true;
    return root;
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

  private leaf(type: NodeType, value: (Node["value"] & {}) | null, parent: Node | undefined): GrowingNode {
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
        if (this.grammar === "json") {
          this.report(faults.strictNumber, scanner.start, scanner.end);
          scanner.isSound = false;
        }
        return this.leaf("number", Number(written), parent);
      default: {
        const isText = scanner.isIdentifier || /[\p{L}\p{N}*~]/u.test(written);
        if (scanner.isSound) this.report(isText ? faults.unquotedString : faults.unexpectedCharacter, scanner.start, scanner.end);
        scanner.isSound = false;
        return this.leaf("string", scanner.value, parent);
      }
    }
  }

  private container(parent: Node | undefined): GrowingNode {
    const type = this.at("{") ? "object" : "array";
    if (this.containers.length >= deepestNesting) return this.skipContainer(type, parent);
    const node = this.open(type, parent);
    this.scanner.next(type === "object" ? "key" : "value");
    if (type === "object") this.members(node);
    else this.elements(node);
    return node;
  }

  private open(type: "object" | "array", parent: Node | undefined): GrowingNode {
    const node: GrowingNode = { type, offset: this.scanner.start, length: 0, children: [] };
    if (parent) node.parent = parent;
    this.containers.push({ type, indent: this.scanner.indent });
    if (type === "object") this.openObjects++;
    else this.openArrays++;
    return node;
  }

  private close(node: GrowingNode, end: number): void {
    node.length = end - node.offset;
    this.containers.pop();
    if (node.type === "object") this.openObjects--;
    else this.openArrays--;
  }

  /** Ends a container whose closing bracket is missing. */
  private closeUnclosed(node: GrowingNode): void {
    this.report(node.type === "object" ? faults.unclosedObject : faults.unclosedArray, node.offset, node.offset + 1);
    node.incomplete = true;
    this.close(node, this.scanner.previousEnd);
  }

  /** Passes over a container that lies too deep, counting brackets. */
  private skipContainer(type: "object" | "array", parent: Node | undefined): GrowingNode {
    const { scanner } = this;
    const node: GrowingNode = { type, offset: scanner.start, length: 0, children: [], incomplete: true };
    if (parent) node.parent = parent;
    if (!this.isTooDeep) this.report(faults.tooDeep, scanner.start, scanner.end);
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

  /** Reads members up to and including the closing brace. */
  private members(object: GrowingNode): void {
    const { scanner } = this;
    let separator: Separator = "surplus";
    for (;;) {
      const place = this.placeOfToken();
      if (place === "outside") return this.closeUnclosed(object);
      if (place === "stray") {
        this.skipStray(object, faults.strayBracket);
        continue;
      }
      switch (scanner.kind) {
        case "}":
          this.close(object, scanner.end);
          scanner.next();
          return;
        case "end":
          return this.closeUnclosed(object);
        case "]":
          if (this.openArrays > 0) return this.closeUnclosed(object);
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
          if (separator === "needed") this.report(faults.commaBeforeKey, scanner.start, scanner.end);
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
    if (!scanner.isSound) {
      key.incomplete = true;
      property.incomplete = true;
      object.incomplete = true;
    }
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
    if (scanner.kind === "string") return String(scanner.value);
    const written = this.text.slice(scanner.start, scanner.end);
    if (scanner.kind === "word" && scanner.isIdentifier) {
      if (this.grammar === "json") this.report(faults.unquotedKey, scanner.start, scanner.end);
      return String(scanner.value);
    }
    if (scanner.isSound) this.report(faults.keyNeedsQuotes, scanner.start, scanner.end);
    return scanner.isSound || scanner.kind === "number" ? written : String(scanner.value);
  }

  private valueBehindColon(property: GrowingNode, key: GrowingNode): Node | undefined {
    const { scanner } = this;
    if (this.at("=")) this.report(faults.equalsSign, scanner.start, scanner.end);
    property.colonOffset = scanner.start;
    property.length = scanner.end - property.offset;
    scanner.next();
    // What stands on the next line with a colon behind it is the next member: this one has no value yet.
    const isNextKey = scanner.isFirstOnLine && (this.at("string") || this.at("word")) && scanner.isFollowedByColon();
    const value = isNextKey ? undefined : this.value(property);
    if (value) return value;
    this.report(missingValue(String(key.value)), key.offset, property.colonOffset + 1);
    if (this.at(":") || this.at("=")) this.skip();
    return undefined;
  }

  private valueWithoutColon(property: GrowingNode, key: GrowingNode): Node | undefined {
    const { scanner } = this;
    if (key.incomplete !== true || !scanner.isFirstOnLine)
      this.report(missingColon(String(key.value)), key.offset, key.offset + key.length);
    else this.isStructureBroken = true;
    return scanner.isFirstOnLine || scanner.isFollowedByColon() ? undefined : this.value(property);
  }

  /** Something in an object that has no key before it. It is read, so as to find its end, and left out. */
  private skipValueWithoutKey(object: GrowingNode): void {
    const { scanner } = this;
    if (this.at(":") || this.at("=")) {
      this.skipStray(object, faults.missingKeyBeforeColon);
      this.value(undefined);
    } else {
      this.report(faults.missingKey, scanner.start, scanner.end);
      object.incomplete = true;
      this.value(undefined);
    }
  }

  /** Reads elements up to and including the closing bracket. */
  private elements(array: GrowingNode): void {
    const { scanner } = this;
    let separator: Separator = "surplus";
    for (;;) {
      const place = this.placeOfToken();
      if (place === "outside" || this.isKeyOfOuterObject()) return this.closeUnclosed(array);
      if (place === "stray") {
        this.skipStray(array, faults.strayBracket);
        continue;
      }
      switch (scanner.kind) {
        case "]":
          this.close(array, scanner.end);
          scanner.next();
          return;
        case "end":
          return this.closeUnclosed(array);
        case "}":
          if (this.openObjects > 0) return this.closeUnclosed(array);
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
          if (separator === "needed") this.report(faults.commaBeforeValue, scanner.start, scanner.end);
          const element = this.value(array);
          if (element) array.children?.push(element);
          separator = "needed";
        }
      }
    }
  }

  /** A key on a line of its own cannot belong to an array: the array must have ended before it. */
  private isKeyOfOuterObject(): boolean {
    const { scanner } = this;
    if (!scanner.isFirstOnLine || (scanner.kind !== "string" && scanner.kind !== "word")) return false;
    return this.containers.at(-2)?.type === "object" && scanner.isFollowedByColon();
  }

  private comma(separator: Separator, closer: "}" | "]"): void {
    const { scanner } = this;
    const { start, end } = scanner;
    if (this.at(";")) this.report(faults.semicolon, start, end);
    else if (separator === "surplus") this.report(closer === "}" ? faults.surplusCommaInObject : faults.surplusCommaInArray, start, end);
    scanner.next(closer === "}" ? "key" : "value");
    if (this.at(closer) && this.grammar === "json" && separator !== "surplus") this.report(faults.trailingComma, start, end);
  }

  private placeOfToken(): "inside" | "outside" | "stray" {
    if (!this.trustsIndentation || !this.scanner.isFirstOnLine) return "inside";
    return placeOfToken(this.scanner, this.containers);
  }

  /** Leaves out a token that has no place in a container. */
  private skipStray(container: GrowingNode, fault: Fault): void {
    const { scanner } = this;
    if (scanner.previousEnd !== this.skippedTo) this.report(fault, scanner.start, scanner.end);
    this.skippedTo = scanner.end;
    container.incomplete = true;
    scanner.next();
  }

  private skip(): void {
    this.skippedTo = this.scanner.end;
    this.scanner.next();
  }

  /** Asks for the current token. A method, so that the compiler does not take an answer for still true after the next token. */
  private at(kind: Scanner["kind"]): boolean {
    return this.scanner.kind === kind;
  }

  private report(fault: Fault, start: number, end: number): void {
    this.faultCount++;
    if (fault.isStructural) this.isStructureBroken = true;
    if (this.problems.length >= mostProblems) return;
    this.problems.push({ code: fault.code, message: fault.message, severity: "error", offset: start, length: end - start });
  }
}
