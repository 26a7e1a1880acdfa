/** Named tests of a text that a pattern cannot express. Pure; knows no product. */

/** The URL parser every host has; the compiler's own library for the core does not declare it. */
declare const URL: new (text: string) => {
  readonly protocol: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
};

export interface TextTest {
  /** What is asked for, in words: "a URL". */
  readonly expects: string;
  passes(text: string): boolean;
}

const localHosts = ["localhost", "127.0.0.1", "[::1]"];

const tests: Readonly<Record<string, TextTest>> = {
  url: { expects: "a URL", passes: (text) => parseUrl(text) !== undefined },
  "http-url": { expects: "a URL that starts with http:// or https://", passes: (text) => /^https?:$/.test(parseUrl(text)?.protocol ?? "") },
  "https-document": {
    expects: "an https:// URL with a path",
    passes: (text) => {
      const url = parseUrl(text);
      return url?.protocol === "https:" && url.pathname !== "/";
    },
  },
  "https-or-local": {
    expects: "an https:// URL (http:// only on this machine)",
    passes: (text) => {
      const url = parseUrl(text);
      return url?.protocol === "https:" || (url?.protocol === "http:" && localHosts.includes(url.hostname));
    },
  },
  origin: { expects: "http:// or https:// and a host, without path or login", passes: isOrigin },
  "public-origin": {
    expects: "https:// and a host, without path or login (http:// only on this machine)",
    passes: (text) => isOrigin(text) && (/^\s*https:/i.test(text) || localHosts.includes(parseUrl(text)?.hostname ?? "")),
  },
  "host-name": { expects: "a host name", passes: isHostName },
  "byte-size": { expects: "a size such as 512kb or 2mb", passes: (text) => /^\s*\d+(?:\.\d+)?(?:b|[kmgt]b?)?\s*$/i.test(text) },
  duration: { expects: "a duration such as 30s, 5m or 1h30m", passes: (text) => parseDuration(text) !== undefined },
  "positive-duration": { expects: "a duration such as 12h or 30d, more than none", passes: (text) => (parseDuration(text) ?? 0) > 0 },
  "duration-of-a-minute": {
    expects: "a duration with a unit, of at least a minute",
    passes: (text) => /(?:ms|s|m|h|d)$/i.test(text) && (parseDuration(text) ?? 0) >= 60_000,
  },
  "css-width": { expects: "a CSS width such as 72rem or min(100%, 960px)", passes: isCssWidth },
};

/** The test of that name; a name we do not know passes everything. */
export function textTest(name: string): TextTest {
  return tests[name] ?? { expects: "another text", passes: () => true };
}

/** The names there are. */
export const textTestNames: readonly string[] = Object.keys(tests);

const unitMilliseconds: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `30s`, `1h30m`, or a bare number in the given unit, in milliseconds. */
export function parseDuration(text: string, defaultUnit = "ms"): number | undefined {
  const trimmed = text.trim().toLowerCase();
  const match = /^\d+(?:\.\d+)?$/.test(trimmed) ? `${trimmed}${defaultUnit}` : trimmed;
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/.test(match)) return undefined;
  let total = 0;
  for (const [, number, unit] of match.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)?/g))
    total += Number(number) * (unitMilliseconds[unit ?? ""] ?? 0);
  return Number.isSafeInteger(Math.round(total)) ? Math.round(total) : undefined;
}

export function parseUrl(text: string): InstanceType<typeof URL> | undefined {
  try {
    return new URL(text.trim());
  } catch {
    return undefined;
  }
}

function isOrigin(text: string): boolean {
  const url = parseUrl(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "" && url.password === "";
}

/** One exact host: an address, or a name; letters of other alphabets are written in ASCII by the URL parser. */
function isHostName(text: string): boolean {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/(?<!\.)\.+$/, "");
  const bare = name.startsWith("[") && name.endsWith("]") ? name.slice(1, -1) : name;
  if (bare === "" || /[\s/?#@*]/.test(bare)) return false;
  if (bare.includes(":")) return parseUrl(`http://[${bare}]`) !== undefined;
  const host = /[^\0-\x7f]/.test(bare) ? (parseUrl(`http://${bare}`)?.hostname ?? "") : bare;
  return host.length <= 253 && host.split(".").every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
}

const cssFunctions = ["calc", "clamp", "fit-content", "max", "min"];
const cssWords = ["none", "min-content", "max-content"];
const cssUnits = ["ch", "em", "rem", "vh", "vmax", "vmin", "vw", "px"];

function isCssWidth(text: string): boolean {
  const width = text.trim().replaceAll(/\s+/g, " ").toLowerCase();
  if (width.length === 0 || width.length > 96) return false;
  if (cssWords.includes(width) || /^(?:\d+(?:\.\d+)?|\.\d+)(?:px|rem|em|ch|vw|vh|vmin|vmax|%)$/.test(width)) return true;
  if (!/^(?:calc|clamp|fit-content|max|min)\(.+\)$/.test(width) || !/^[0-9a-z.%+\-*/(),\s]+$/.test(width)) return false;
  const names = width.match(/[a-z][a-z0-9-]*/g) ?? [];
  return isBalanced(width) && names.every((name) => [...cssFunctions, ...cssWords, ...cssUnits].includes(name));
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")" && --depth < 0) return false;
  }
  return depth === 0;
}
