/** What a text in the place of a secret is, and how two are told apart. Knows texts; never where they stand. */
import type { Credential } from "../../grants/policy.ts";
import { guessableWords, hiddenValue, localModelWords, placeholderWords } from "./tables/secret-words.ts";
import { privateKeyMark, secretQueries, secretShapes } from "./tables/secret-shapes.ts";

/** Whether a text is a secret, names one that stands elsewhere, or stands in for one. */
export function formOf(text: string): Credential["form"] {
  const value = text.trim().replace(/^(?:(?:Bearer|Basic|Token)\s+)+(?=\S)/i, "");
  if (isReference(value)) return "reference";
  return isPlaceholder(value) ? "placeholder" : "literal";
}

function isReference(value: string): boolean {
  if (/^(?:\$\{[^}]*\}|\$[A-Za-z_]\w*|%[A-Za-z_]\w*%)$/.test(value)) return true;
  if (/^(?:env|file|op|vault|keychain|exec|ssm|doppler|oauth|secretref[\w-]*):/i.test(value)) return true;
  // A variable's bare name, which some fields take for the variable.
  return value === "secretref-managed" || (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value) && /(?:KEY|TOKEN|SECRET|PASSWORD)$/.test(value));
}

function isPlaceholder(value: string): boolean {
  const word = value.toLowerCase();
  if (value.includes(hiddenValue) || placeholderWords.has(word)) return true;
  if (/^<[^<>]*>$/.test(value) || /\{\{[^{}]*\}\}/.test(value) || /^\[[^[\]]*\]$/.test(value)) return true;
  if (/^[*x.•-]+$/i.test(value) || /\*{4,}|…|\.{3,}/.test(value)) return true;
  return /(?:^|[-_. ])(?:your|replace|insert|put|enter|redacted|change-?me|placeholder)(?:[-_. ]|$)/i.test(value);
}

/** As many characters as a secret needs that strangers may try to guess; the number is OpenClaw's own. */
const longEnoughForLogin = 24;

/** Why a login would not withstand guessing. A form to be filled in (`<token>`) is nobody's login yet. */
export function weaknessOf(text: string, form: Credential["form"]): Credential["weakness"] {
  const value = text.trim();
  if (form !== "literal" && form !== "placeholder") return undefined;
  if (guessableWords.has(value.toLowerCase()) || (form === "placeholder" && /^[\w-]+$/.test(value) && /change-?me|your/i.test(value)))
    return "guessable";
  return form === "literal" && value.length < longEnoughForLogin ? "short" : undefined;
}

/** Values given to a model on one's own machine for want of any. */
export function isLocalModelWord(text: string): boolean {
  return localModelWords.has(text.trim().toLowerCase());
}

/** A secret within a text: what it is, and the part of the text that it is. */
export interface FoundSecret {
  readonly kind: string;
  readonly part: string;
}

/** A secret known by its looks anywhere in a text. */
export function findByShape(text: string): FoundSecret | undefined {
  if (text.length < longEnough || text.length > longestSearched) return undefined;
  if (text.includes(privateKeyMark)) return { kind: "private key", part: text };
  const address = findInAddress(text);
  if (address !== undefined) return address;
  for (const word of text.split(/[\s"'=,;|()]+/)) {
    if (word.length < longEnough) continue;
    const known = secretShapes.find(({ shape }) => shape.test(word));
    if (known && formOf(word) === "literal") return { kind: known.kind, part: word };
  }
  return undefined;
}

const longEnough = 16;
const longestSearched = 20_000;

/** A password before the host of an address in a text, or a secret among its queries. */
function findInAddress(text: string): FoundSecret | undefined {
  if (!text.includes("://")) return undefined;
  for (const [address] of text.matchAll(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>]+/gi)) {
    const account = /^[a-z0-9+.-]+:\/\/[^/@:]*:([^/@]+)@/i.exec(address)?.[1];
    if (account !== undefined && formOf(account) === "literal") return { kind: "password in an address", part: account };
    for (const pair of address.slice(address.indexOf("?") + 1).split(/[&#]/)) {
      const [name = "", value = ""] = pair.split("=");
      const isSecret = secretQueries.includes(name.toLowerCase()) && value.length >= 12 && formOf(value) === "literal";
      if (isSecret) return { kind: "secret in an address", part: value };
    }
  }
  return undefined;
}

/** True for a text that names a file, where a key could have stood. */
export function isFilePath(text: string): boolean {
  if (/^\/(?:app|data|etc|home|mnt|opt|root|run|srv|tmp|usr|var|Users)\/[\w./-]+$/.test(text)) return true;
  return /^(?:~|\.{1,2})\/\S+$/.test(text) || /^\/[\w.-]+(?:\/[\w.-]+)*\.[a-z]{2,5}$/i.test(text) || /^[A-Za-z]:\\/.test(text);
}

/**
 * Tells two equal values apart from two different ones without keeping either. A value short enough to be guessed leaves too little to
 * check a guess against.
 */
export function fingerprintOf(text: string): string {
  const value = text.trim();
  const letters = "GHJKMNPQRSTUVWXZ";
  const digits = hash(value, 0x811c9dc5) + hash(value, 0x01000193);
  const kept = value.length < longEnough ? digits.slice(0, 3) : digits.slice(0, 14);
  const spelled = [...kept].map((digit) => letters[parseInt(digit, 16)]).join("");
  return (spelled.match(/.{1,3}/g) ?? []).join("-");
}

/** FNV-1a over UTF-16 code units, from the given start, as eight hexadecimal digits. */
function hash(text: string, start: number): string {
  let value = start;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, "0");
}
