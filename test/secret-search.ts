/**
 * The search for secrets in what the product says. Every way by which a test hears the product takes it along (`test/house.test.ts` names them), so
 * that whichever test lets a secret out fails. Searched for is whatever is marked as made up, what a test plants, and the secrets of the very texts
 * that were handed over.
 */
import assert from "node:assert/strict";
import type { Analysis } from "../server/src/core/analyze.ts";
import type { ConfigFile } from "../server/src/core/dialects/dialect.ts";
import { findCredentials } from "../server/src/core/dialects/openclaw/credentials.ts";
import { secretPlaces } from "../server/src/core/dialects/openclaw/tables/secret-places.ts";
import { findByShape } from "../server/src/core/dialects/secrets/value.ts";
import type { Credential } from "../server/src/core/grants/policy.ts";
import { nodeAt } from "../server/src/core/syntax/node-at.ts";
import { fileOf } from "./openclaw-files.ts";

/** How fixtures, examples and tests write the secrets they make up, and nothing else. */
export const madeUp = /example-?\d{4,}|not-a-real|kq3-ZZp|Pa55-word/;

export interface SecretSearch {
  /** A text that is handed to the product. */
  handOver(text: string): void;
  /** Fails where a text of the product gives a secret away. `from` is what the failure calls it. */
  search(said: string, from: string): void;
  /** The same for the next part of what arrives by and by. It fails the test that runs, and whoever awaits an answer still gets it. */
  searchStream(part: string, from: string): void;
}

const planted = secretIndex();

/** Has a secret searched for in whatever is said from now on. `where` is what a failure calls it. */
export function plantSecret(secret: string, where: string): void {
  planted.add(secret, where);
}

/** One for each run of the product: what is a secret in one set may be a word of ours in the next. */
export function startSecretSearch(): SecretSearch {
  const own = secretIndex();
  let before = "";
  return {
    handOver(text) {
      const file = fileOf(text, "config");
      for (const secret of literalsOf(findCredentials([file]), [file])) own.add(secret, "a secret handed over");
    },
    search: (said, from) => assertNothingGiven(said, from, own),
    searchStream(part, from) {
      const said = before + part;
      before = said.slice(-longestSecret);
      try {
        assertNothingGiven(said, from, own);
      } catch (error) {
        before = "";
        setImmediate(() => {
          throw error;
        });
      }
    },
  };
}

/** Searches what an analysis says in words; its files are the user's own. */
export function searchAnalysis({ set, policy, findings, failures }: Analysis): void {
  const own = secretIndex();
  for (const secret of literalsOf(policy.credentials, set.files)) own.add(secret, "a secret of the set");
  for (const { rule, message, related, remediations } of findings) {
    const words = [message, ...related.map((place) => place.message), ...remediations.map(({ title }) => title)];
    assertNothingGiven(words.join("\n"), rule, own);
  }
  for (const { rule, error } of failures) assertNothingGiven(String(error), rule, own);
}

/** The secrets themselves, each taken out of the text around it. What stands elsewhere too is no secret, but a hostile text that is everything at once. */
function literalsOf(credentials: readonly Credential[], files: readonly ConfigFile[]): string[] {
  const secrets = credentials.flatMap(({ form, at }) => {
    const value = form === "literal" ? nodeAt(files.find(({ uri }) => uri === at.file)?.parsed.root, at.start)?.value : undefined;
    return typeof value === "string" ? [findByShape(value)?.part ?? value] : [];
  });
  const written = files.map(({ text }) => text).join("\n");
  const spellings = (secret: string): Set<string> => new Set([secret, JSON.stringify(secret).slice(1, -1)]);
  const times = (secret: string): number => [...spellings(secret)].reduce((sum, spelled) => sum + written.split(spelled).length - 1, 0);
  return [...new Set(secrets)].filter((secret) => times(secret) <= secrets.filter((other) => other === secret).length);
}

/** Variables that fixes suggest by the place alone. Who writes half of such a name in the place of a secret does not read it here because of that. */
const suggested = new RegExp(secretPlaces.flatMap(({ variable }) => variable ?? []).join("|"), "g");

function assertNothingGiven(said: string, from: string, own: SecretIndex): void {
  const given = madeUp.exec(said)?.[0] ?? planted.findIn(said) ?? own.findIn(said.replaceAll(suggested, ""));
  assert.ok(given === undefined, `${from} gives away ${given}`);
}

interface SecretIndex {
  add(secret: string, where: string): void;
  /** Where the secret stands that a text gives away: more than its first and last two characters in one piece, or half of what is between them. */
  findIn(said: string): string | undefined;
}

/** As many characters as tell a piece of a secret from a word of ours. */
const shortestPiece = 7;

/** As much of a text as a secret can be cut by the end of a part of it. */
const longestSecret = 1000;

/** Looks every stretch of a text up, so that its time does not grow with the number of secrets. */
function secretIndex(): SecretIndex {
  const byStart = new Map<string, { readonly piece: string; readonly where: string }[]>();
  return {
    add(secret, where) {
      const inner = secret.slice(2, -2);
      const half = Math.ceil(inner.length / 2);
      // Half of a short one may be what all secrets of an issuer begin with.
      const pieces = half > shortestPiece ? [inner.slice(0, half), inner.slice(half)] : [inner];
      for (const piece of pieces.filter(({ length }) => length >= shortestPiece)) {
        const start = piece.slice(0, shortestPiece);
        byStart.set(start, [...(byStart.get(start) ?? []), { piece, where }]);
      }
    },
    findIn(said) {
      if (byStart.size === 0) return undefined;
      for (let at = 0; at + shortestPiece <= said.length; at++) {
        const found = byStart.get(said.slice(at, at + shortestPiece))?.find(({ piece }) => said.startsWith(piece, at));
        if (found) return found.where;
      }
      return undefined;
    },
  };
}
