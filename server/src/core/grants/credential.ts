/** What several rules ask about credentials. Names no product, sees no values. */
import type { Credential } from "./policy.ts";

/** Whether two places surely hold one secret. Of a short value too little is kept to tell it from another. */
export function isSameSecret(one: Credential, other: Credential): boolean {
  return one.fingerprint.length > shortFingerprint && one.fingerprint === other.fingerprint;
}

/** What is kept of values too short to be told apart, in characters. */
const shortFingerprint = 3;

/** What is wrong with a login, as a predicate. */
export function weaknessWords(weakness: NonNullable<Credential["weakness"]>): string {
  return weakness === "guessable" ? "is one that anybody would try" : "is short enough to be guessed";
}
