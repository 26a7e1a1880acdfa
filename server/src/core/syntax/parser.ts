/**
 * One reading of a text: tokens to nodes, by recursive descent, with a way on from every fault.
 * Knows the grammar and where to go on after it was broken.
 */
import { faults } from "./faults.ts";
import { deepestNesting, NodeBuilder, type GrowingNode } from "./node-builder.ts";
import type { ProblemList } from "./problem-list.ts";
import type { Comment, Node } from "./tree.ts";

export interface Reading {
  readonly root: Node | undefined;
  readonly found: ProblemList;
  readonly comments: readonly Comment[];
}

/** Whether a comma must come next, may come next, or would be one too many. */
type Separator = "needed" | "optional" | "surplus";

export class Parser extends NodeBuilder {
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
    const root = this.isLoneWord() ? undefined : this.value(undefined);
    if (root && (root.children || this.at("end"))) return root;
    this.reportAt(faults.missingRoot, start, end);
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
          separator = "optional";
          break;
        case "stray":
          this.skipStray(object, faults.strayBracket);
          separator = "optional";
          break;
        case ",":
        case ";":
          this.comma(separator, "}");
          separator = "surplus";
          break;
        case "string":
        case "number":
        case "word":
          if (separator === "needed" && this.scanner.isSound) this.report(faults.commaBeforeKey);
          separator = this.property(object) ? "needed" : "optional";
          break;
        default:
          this.skipValueWithoutKey(object);
          separator = "optional";
      }
    }
  }

  /** Reads one member; false when it is not a whole one, so that a comma missing behind it is not worth a word. */
  private property(object: GrowingNode): boolean {
    const { scanner } = this;
    const { start: offset, end } = scanner;
    const property: GrowingNode = { type: "property", offset, length: end - offset, colonOffset: end, parent: object, children: [] };
    const key: GrowingNode = { type: "string", offset, length: end - offset, value: this.key(), parent: property };
    if (!scanner.isSound) key.incomplete = property.incomplete = object.incomplete = true;
    this.children.push(property);
    scanner.next();
    const value = this.at(":") || this.at("=") ? this.valueBehindColon(property, key) : this.valueWithoutColon(property, key);
    property.children = value ? [key, value] : [key];
    if (value) property.length = value.offset + value.length - offset;
    else property.incomplete = true;
    return value !== undefined && !value.incomplete;
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
    this.reportAt(faults.missingValue, key.offset, property.offset + property.length);
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
    delete property.colonOffset;
    // A key without its closing quote was reported as such: it may have swallowed the colon.
    if (key.incomplete) this.found.isStructureBroken = true;
    else this.reportAt(faults.missingColon, key.offset, key.offset + key.length);
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
          separator = "optional";
          break;
        case "stray":
          this.skipStray(array, faults.strayBracket);
          separator = "optional";
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
          if (separator === "needed" && this.scanner.isSound) this.report(faults.commaBeforeValue);
          const element = this.isKey() ? this.impliedObject(array) : this.value(array);
          if (element) this.children.push(element);
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

  private comma(separator: Separator, closer: "}" | "]"): void {
    const { scanner } = this;
    const { start, end } = scanner;
    const isObject = closer === "}";
    if (this.at(";")) this.report(faults.semicolon);
    else if (separator === "surplus") this.report(isObject ? faults.surplusCommaInObject : faults.surplusCommaInArray);
    scanner.next(isObject ? "key" : "value");
    if (this.at(closer) && this.grammar === "json" && separator !== "surplus") this.reportAt(faults.trailingComma, start, end);
  }
}
