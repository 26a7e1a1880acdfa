/**
 * What OpenClaw's own tests of a single value come to in JSON Schema. A test is known by its function's name or, unnamed, by the checksum
 * of its text, so that a new release with a new or changed test stops the sync until somebody has looked at it here.
 */
import { createHash } from "node:crypto";

/** Nothing to add: the test cannot fail, or what it says is said elsewhere in the schema. */
const nothing = {};
/** Left to the dialect: it compares several keys. */
const overKeys = undefined;

const absolutePath = { pattern: "^(?:/|[A-Za-z]:[\\\\/]|\\\\\\\\[^\\\\]+\\\\[^\\\\]+)", expects: "an absolute path" };
const httpUrl = { check: "http-url" };

const bySource = {
  isAbsolute: { pattern: "^/", expects: "an absolute path" },
  "1080c563": absolutePath,
  "01b283e3": { pattern: "^(?:\\s*/|\\s*~\\s*$|\\s*~/)", expects: "an absolute path, or one that starts with ~" },
  isSafeExecutableValue: executable(),
  34077870: executable(),
  isSafeRelativeModulePath: {
    pattern: "^(?!\\s*$)(?!\\s*[/~])(?![\\s\\S]*:)(?!(?:[\\s\\S]*[\\\\/])?\\s*\\.\\.(?:[\\\\/]|\\s*$))",
    expects: "a relative path that does not climb with ..",
  },
  isHttpUrl: httpUrl,
  isHttpOrHttpsProxyUrl: httpUrl,
  d49295a0: httpUrl,
  "0a5d85eb": { check: "https-document" },
  34868904: { check: "https-document" },
  c3ed59fe: { check: "https-or-local" },
  validateHttpOrigin: { check: "origin" },
  validateGatewayPublicOrigin: { check: "public-origin" },
  isValidPortalIngressDomain: {
    pattern:
      "^(?=.{1,220}$)(?![\\s\\S]*\\.(?:\\d+|0x[0-9a-fA-F]*)$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$",
    expects: "a domain name",
  },
  isValidAgentId: { pattern: "^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$", expects: "an agent id" },
  isValidFileSecretRefId: { pattern: "^(?:value$|/(?:[^~]|~0|~1)*$)", expects: '"value" or a path that starts with /' },
  isValidExecSecretRefId: {
    pattern: "^(?!(?:.*/)?\\.\\.?(?:/|$))[A-Za-z0-9][A-Za-z0-9._:/#-]{0,255}$",
    expects: "letters, digits and . _ : / # -, starting with a letter or digit",
  },
  isValidNonNegativeByteSizeString: { check: "byte-size" },
  a49119c0: { check: "css-width" },
  ad71ae99: { pattern: "^\\s*$|^\\s*[^/\\s][^/]*/\\s*\\S", expects: "a model written as provider/model" },
  af0662c4: { pattern: "^(?!\\s*(?:auto|default)\\s*$)", expects: 'a name other than "auto" and "default"' },
  "400eb022": { not: { const: "__proto__" } },
  "90a0e671": { pattern: "^\\S(?:[\\s\\S]*\\S)?$", expects: "a name without spaces around it" },
  f7c5dc3a: { pattern: "^(?:\\S(?:[\\s\\S]*\\S)?)?$", expects: "a name without spaces around it" },
  a08d85a8: { pattern: "^[^\\sA-Z/:@?#]+(?:/[^\\sA-Z/?#]+){2,}$", expects: "host/owner/repository in lower case" },
  e07b4fdd: { check: "duration-of-a-minute" },
  e9b918ec: { pattern: "\\S", expects: "a path" },
  "88da1801": { onlyType: "string" },
  "039533da": { minProperties: 1 },
  // Objects and transforms.
  c2d4632a: overKeys,
  "2c9fa5b7": overKeys,
  "9deb8510": overKeys,
  f76f6f29: overKeys,
  f1115240: overKeys,
  "42754a23": overKeys,
  // Keys such as __proto__, which no reader of ours lets through as anything but a plain key.
  "493d3eda": nothing,
  da5b8ac2: nothing,
  "79b802f2": nothing,
  cc36ca1d: nothing,
  // Two ways of writing the same text.
  fromArray: nothing,
};

/** Tests whose text cannot be seen from outside, by the path where they stand first. */
const byPath = {
  "session.maintenance.pruneAfter": { text: { check: "positive-duration" }, number: { exclusiveMinimum: 0 } },
  "secrets.egressProxy.allowedHosts[]": { check: "host-name" },
};

/** What published patterns ask for, in words. */
const wordings = {
  "^[a-z][a-z0-9_-]{0,63}$": "a lower-case name of letters, digits, _ and -, starting with a letter",
  "^[a-z0-9][a-z0-9_-]{0,63}$": "a name of letters, digits, _ and -",
  "^[a-z0-9_][a-z0-9_-]{0,63}$": "an agent id of letters, digits, _ and -, at most 64 long",
  "^[A-Z][A-Z0-9_]{0,127}$": "the name of an environment variable, in capitals",
  "^[A-Z_][A-Z0-9_]*$": "the name of an environment variable, in capitals",
  "^#?[0-9a-fA-F]{6}$": "a colour such as #1a2b3c",
  "^https?:\\/\\/": "a URL that starts with http:// or https://",
  "\\S": "a text that is not blank",
  "^/": "a path that starts with /",
  "^\\d+$": "a whole number written as text",
};

/**
 * @returns {object | undefined} keywords to add; undefined for a rule over several keys
 */
export function keywordsOfRefinement({ path, type, test }) {
  if (!test) return byPath[path];
  if (type === "transform") return test.name in bySource ? bySource[test.name] : knownTransform(test);
  const key = test.name || checksum(test);
  if (!(key in bySource)) throw new Error(`${path}: unknown test of a ${type} (${key}): ${test.toString().slice(0, 300)}`);
  return bySource[key];
}

export function wordingOfPattern(pattern) {
  return wordings[pattern];
}

function knownTransform(test) {
  const key = checksum(test);
  if (key in bySource) return bySource[key];
  // A transform in front that only rewrites says nothing about what is taken.
  if (!/addIssue/.test(test.toString())) return nothing;
  throw new Error(`unknown transform (${key}): ${test.toString().slice(0, 300)}`);
}

function checksum(test) {
  return createHash("sha256").update(test.toString()).digest("hex").slice(0, 8);
}

function executable() {
  const text = "[^;&|`$<>\"'\\r\\n\\u0000]";
  return {
    pattern: `^\\s*(?:(?=[.~]|${text}*[/\\\\])${text}+|(?!-)[A-Za-z0-9._+-]+)\\s*$`,
    expects: "a program name or path without quotes or shell characters",
  };
}
