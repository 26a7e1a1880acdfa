/** Hides what a printed line must not show: known credentials, and any other long text that the finding is not about. */
import { isLongText, valuesBetween, type Analysis, type ConfigFile, type Finding, type Uri } from "../core/index.ts";

/**
 * The text between two offsets of the finding's file with secrets replaced by dots, character for character, so that columns stay right.
 * A text is shown only where the finding points at it and it is no credential.
 */
export function maskedText(analysis: Analysis, finding: Finding, start: number, end: number): string {
  const file = analysis.set.files.find(({ uri }) => uri === finding.at.file);
  if (!file) return "";
  const isShown = (range: { readonly start: number; readonly end: number }): boolean => range.start < end && range.end > start;
  const isHidden = (value: { readonly start: number; readonly end: number }): boolean =>
    value.start < finding.at.start || value.end > finding.at.end || finding.rule === "schema" || finding.rule === "syntax";
  const hidden = [
    ...(file.parsed.root ? [] : everyWord(file.text, start, end)),
    ...valuesBetween(file.parsed.root, start, end).filter((value) => isLongText(value.text) && isHidden(value)),
    ...analysis.policy.credentials
      .filter(({ at, form }) => isShown(at) && at.file === file.uri && form !== "reference")
      .map(({ at }) => at),
    ...oddWords(file).filter((word) => isShown(word) && isHidden({ start: word.start + 1, end: word.end - 1 })),
  ];
  return withDots(file.text.slice(start, end), start, hidden);
}

/** The whole text of a file, every credential and every long text replaced by dots, unless its words are `harmless`. Lines stay lines. */
export function maskedFile({ set, policy }: Analysis, uri: Uri, harmless: (text: string) => boolean): string {
  const file = set.files.find((candidate) => candidate.uri === uri);
  if (!file) return "";
  const known = policy.credentials.filter(({ at }) => at.file === uri);
  const references = new Set(known.filter(({ form }) => form === "reference").map(({ at }) => at.start));
  const secrets = known.filter(({ form }) => form !== "reference").map(({ at }) => at);
  const long = valuesBetween(file.parsed.root, 0, file.text.length).filter(
    ({ start, text }) => isLongText(text) && !references.has(start) && !harmless(text),
  );
  return withDots(file.text, 0, [...long, ...secrets, ...oddWords(file).filter(({ text }) => !harmless(text))]);
}

/**
 * Old secrets live on in comments: long words of letters and digits may be such. Where a foreign reader tells no comments, they may stand anywhere.
 */
function oddWords(file: ConfigFile): readonly Hidden[] {
  const known = oddWordsOf.get(file) ?? findOddWords(file);
  oddWordsOf.set(file, known);
  return known;
}

/** Asked for with every finding of a file. */
const oddWordsOf = new WeakMap<ConfigFile, readonly Hidden[]>();

function findOddWords({ text, parsed, grammar }: ConfigFile): Hidden[] {
  const searched = grammar === "foreign" ? [{ offset: 0, length: text.length }] : parsed.comments;
  return searched.flatMap(({ offset, length }) =>
    [...text.slice(offset, offset + length).matchAll(/[^\s"'`,;/]{16,}/g)]
      .filter(([word]) => /\d/.test(word) && /[a-z]/i.test(word))
      .map(({ 0: word, index }) => ({ start: offset + index - 1, end: offset + index + word.length + 1, text: word })),
  );
}

/** Where nobody knows what is a value, all of it may be one. */
function everyWord(text: string, start: number, end: number): Hidden[] {
  return [...text.slice(start, end).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    start: start + index - 1,
    end: start + index + word.length + 1,
    text: word,
  }));
}

interface Hidden {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `start` is where the text begins in its file. */
function withDots(text: string, start: number, hidden: readonly { readonly start: number; readonly end: number }[]): string {
  let masked = text;
  for (const range of hidden) {
    // The quotes stay: they show that a text stands here. So do line ends, which a text may hold behind a backslash.
    const from = Math.max(0, range.start + 1 - start);
    const to = Math.min(text.length, range.end - 1 - start);
    if (from < to) masked = masked.slice(0, from) + masked.slice(from, to).replace(/[^\r\n]/g, "•") + masked.slice(to);
  }
  return masked;
}
