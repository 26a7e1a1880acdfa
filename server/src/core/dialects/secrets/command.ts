/** Secrets within command lines, where the word before tells what follows. Knows texts; never where they stand. */
import { formOf, type FoundSecret } from "./value.ts";

const names =
  "(?:api[-_]?key|access[-_]?key|(?:access|auth|bearer|bot|refresh)?[-_]?token|(?:client)?[-_]?secret|password|passwd|passphrase)";

/** Each takes one way through a text; the first group is the secret. */
const forms: readonly { readonly kind: string; readonly form: RegExp }[] = [
  { kind: "token on a command line", form: /\b(?:Bearer|Basic)\s+([\w.~+/=-]{12,})/i },
  {
    kind: "secret on a command line",
    form: new RegExp(`(?:^|[\\s"'])--?[\\w-]{0,20}${names}(?:=|\\s+)["']?([^\\s"'=$<{-][^\\s"']{3,})`, "i"),
  },
  {
    kind: "secret on a command line",
    form: new RegExp(`(?:^|[\\s"';])(?:[A-Z][A-Z0-9_]{0,30}_)?${names.toUpperCase()}=["']?([^\\s"'$<{][^\\s"']{3,})`),
  },
  // Variables of single programs, whose names are one word: PGPASSWORD, MYSQL_PWD, SSHPASS. A key may be a path.
  {
    kind: "secret on a command line",
    form: /(?:^|[\s"';])[A-Z][A-Z0-9_]{0,30}(?:PASSWORD|_PWD|PASS|(?<!PUBLIC)_KEY)=["']?([^\s"'$<{/~.][^\s"']{3,})/,
  },
  // The older way of a Dockerfile: `ENV NAME value`.
  {
    kind: "secret on a command line",
    form: new RegExp(`^(?:[A-Z][A-Z0-9_]{0,30}_)?${names.toUpperCase()}\\s+["']?([^\\s"'=$<{]{4,})["']?$`),
  },
  // A header: `-H "X-Api-Key: …"`.
  { kind: "secret on a command line", form: new RegExp(`(?:^|[\\s"'=])(?:[a-z]{1,20}-){0,3}${names}:\\s?([^\\s"'$<{]{12,})`, "i") },
  { kind: "password on a command line", form: /\bsshpass\s+-p\s*["']?([^\s"'$]{4,})/ },
  { kind: "password on a command line", form: /\b(?:mysql|mysqldump|mariadb)\s(?:[^|;&]{0,200}\s)?-p([^\s"'$]{4,})/ },
  { kind: "password on a command line", form: /\bredis-cli\s(?:[^|;&]{0,200}\s)?-a\s+["']?([^\s"'$]{4,})/ },
  { kind: "password on a command line", form: /\s(?:-u|--user)\s+["']?[^\s"':]{1,60}:([^\s"'$]{4,})/ },
];

/** A secret that a command line passes on, by the option, the assignment or the header before it. */
export function findInCommand(text: string): FoundSecret | undefined {
  if (text.length > longestSearched) return undefined;
  for (const { kind, form } of forms) {
    const part = form.exec(text)?.[1];
    if (part !== undefined && formOf(part) === "literal" && !isPattern(part)) return { kind, part };
  }
  return undefined;
}

const longestSearched = 20_000;

/** What stands for many texts is none of them. */
function isPattern(text: string): boolean {
  return /[*\\^[\]()|?]/.test(text);
}

/** Whether a word of a command line says that the next one is a secret. */
export function isSecretOption(word: unknown): boolean {
  return typeof word === "string" && secretOption.test(word);
}

const secretOption = new RegExp(`^--?[\\w-]*${names}$`, "i");
