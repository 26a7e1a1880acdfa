/** Finds the sentences that the extension says through `l10n.t`, so that they can be translated. */
import { readFileSync, readdirSync } from "node:fs";
import ts from "typescript";

/** In order of appearance, each once. Throws where one is not written out: nobody could translate it. */
export function clientSentences() {
  const files = readdirSync("client/src")
    .filter((name) => name.endsWith(".ts"))
    .sort();
  return [...new Set(files.flatMap(sentencesIn))];
}

function sentencesIn(name) {
  const source = ts.createSourceFile(name, readFileSync(`client/src/${name}`, "utf8"), ts.ScriptTarget.Latest);
  const sentences = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && /^(vscode\.)?l10n\.t$/.test(node.expression.getText(source))) {
      const [sentence] = node.arguments;
      if (!sentence || !ts.isStringLiteralLike(sentence)) throw new Error(`${name}: a sentence for translation has to be written out`);
      sentences.push(sentence.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sentences;
}
