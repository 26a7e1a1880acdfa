/**
 * A rule's source with one small change each, as somebody might get it wrong: a condition that always or never holds, a part of it dropped, another
 * comparison, another severity, a fix or the whole check gone. Works on the syntax tree; knows nothing of what a rule means.
 */
import ts from "typescript";

const severities = ["error", "warning", "info", "hint"];
const comparisons = { "===": "!==", "!==": "===", "<": "<=", "<=": "<", ">": ">=", ">=": ">", "&&": "||", "||": "&&" };
const methods = { some: "every", every: "some" };
/** What a rule says about itself, and what no fixture shows: nothing of it decides where a finding appears. */
const unjudged = new Set(["id", "summary", "why", "atlas", "cwe", "asi", "covers", "safety"]);

/** `{ line, what, source }` for each change. */
export function mutantsOf(source) {
  const file = ts.createSourceFile("rule.ts", source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const mutants = [];
  const maybeMissing = namesThatMayBeMissing(file);
  visit(file);
  return mutants;

  function mutate(node, text) {
    const start = node.getStart(file);
    const before = node.getText(file).replaceAll(/\s+/g, " ");
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    const what = `${shortened(before)} → ${shortened(text.replaceAll(/\s+/g, " "))}`;
    mutants.push({ line, what, source: source.slice(0, start) + text + source.slice(node.getEnd()) });
  }

  function visit(node) {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isInterfaceDeclaration(node)) return;
    const name = (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node)) && ts.isIdentifier(node.name) ? node.name.text : undefined;
    if (name !== undefined && unjudged.has(name)) return;
    if (name === "check" && node.body) mutate(node.body, "{}");
    if (name === "remediations") mutate(node.initializer, "[]");
    if (ts.isIfStatement(node) && !isNarrowing(node.expression)) both(node.expression);
    if (ts.isConditionalExpression(node) && !isNarrowing(node.condition)) both(node.condition);
    if (ts.isBinaryExpression(node)) binary(node);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) mutate(node, node.operand.getText(file));
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) call(node, node.expression);
    if (name === "set" && !isDeclaration(node.parent)) mutate(node.initializer, otherSet(node.initializer.getText(file)));
    if (ts.isStringLiteral(node) && severities.includes(node.text)) mutate(node, JSON.stringify(neighbourOf(node.text)));
    ts.forEachChild(node, visit);
  }

  /** `!first`, `first === undefined`: there for the compiler, which cannot know that a list is never empty. Taking it away proves nothing. */
  function isNarrowing(node) {
    const isMissing = (part) => ts.isIdentifier(part) && maybeMissing.has(part.text);
    if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken && isMissing(node.operand);
    if (!ts.isBinaryExpression(node) || !/^[=!]==$/.test(node.operatorToken.getText(file))) return false;
    return isMissing(node.left) && node.right.getText(file) === "undefined";
  }

  function both(condition) {
    mutate(condition, "true");
    mutate(condition, "false");
  }

  function binary(node) {
    const sign = node.operatorToken.getText(file);
    const [left, right] = [node.left.getText(file), node.right.getText(file)];
    if (!(sign in comparisons) || isNarrowing(node)) return;
    mutate(node, `${left} ${comparisons[sign]} ${right}`);
    if (sign === "&&" || sign === "||") {
      if (!isNarrowing(node.right)) mutate(node, left);
      if (!isNarrowing(node.left)) mutate(node, right);
    }
  }

  function call(node, { expression, name: { text: method } }) {
    const [first] = node.arguments;
    const subject = expression.getText(file);
    if (method === "filter" && first) mutate(node, subject);
    if (method in methods)
      mutate(node, `${subject}.${methods[method]}(${node.arguments.map((argument) => argument.getText(file)).join(", ")})`);
  }
}

/** Names taken from a list or found in something: `const [first] = …`, `const agent = agents.find(…)`. */
function namesThatMayBeMissing(file) {
  const names = new Set();
  visit(file);
  return names;

  function visit(node) {
    if (ts.isArrayBindingPattern(node)) for (const element of node.elements) if (element.name) names.add(element.name.getText(file));
    if (ts.isVariableDeclaration(node) && node.initializer && /\.(?:find|get|at)\([^]*\)$/.test(node.initializer.getText(file))) {
      names.add(node.name.getText(file));
    }
    ts.forEachChild(node, visit);
  }
}

/** The object a rule is declared with: its own set shows in no mark, only in the table of rules. */
function isDeclaration(object) {
  return ts.isCallExpression(object.parent) && object.parent.expression.getText() === "declareRule";
}

function otherSet(text) {
  return text.includes("strict") ? '"default"' : '"strict"';
}

function neighbourOf(severity) {
  const index = severities.indexOf(severity);
  return severities[index + 1] ?? severities[index - 1];
}

function shortened(text) {
  return text.length > 70 ? `${text.slice(0, 67)}...` : text;
}
