/** What allowlist entries grant, against what three releases of OpenClaw were seen to admit. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { resolveAllowlist } from "../server/src/core/dialects/openclaw/allowlist.ts";
import { compileGlob, matchesPattern } from "../server/src/core/dialects/openclaw/patterns/glob.ts";
import { readArguments } from "../server/src/core/dialects/openclaw/patterns/arguments.ts";
import { behaviour } from "../server/src/core/dialects/openclaw/releases.ts";
import { launchersByKind, refusedLaunchers } from "../server/src/core/dialects/openclaw/tables/programs.ts";
import type { AllowlistEntry, Examples } from "../server/src/core/grants/allowlist.ts";
import type { ExecPolicy } from "../server/src/core/grants/grant.ts";
import { approvalsOf, behaviourFor, policyOf, releases } from "./openclaw-files.ts";

const [first, middle, last] = releases;

/** The matcher alone: pattern, path, and whether 2026.2.17, 2026.6.1 and 2026.9.6 match. */
const matches: readonly (readonly [pattern: string, path: string, expected: string])[] = [
  ["/usr/bin/rg", "/usr/bin/rg", "yyy"],
  ["/usr/bin/RG", "/usr/bin/rg", "ynn"],
  ["  /usr/bin/rg  ", "/usr/bin/rg", "yyy"],
  ["/usr/bin/*", "/usr/bin/rg", "yyy"],
  ["/usr/*", "/usr/bin/rg", "nnn"],
  ["/usr/**", "/usr/bin/rg", "yyy"],
  ["/**", "/opt/x/y", "yyy"],
  ["/usr/**/rg", "/usr/rg", "nnn"],
  ["/usr/**/rg", "/usr/local/bin/rg", "yyy"],
  ["*/rg", "/usr/bin/rg", "nnn"],
  ["**/rg", "/usr/bin/rg", "yyy"],
  ["/usr/bin/r?", "/usr/bin/rg", "yyy"],
  ["/usr?bin/rg", "/usr/bin/rg", "ynn"],
  ["/usr/bin/python3.11", "/usr/bin/python3x11", "ynn"],
  ["/usr/bin/[a-z]g", "/usr/bin/rg", "ynn"],
  ["/usr/bin/(rg|fd)", "/usr/bin/fd", "ynn"],
  ["/usr/bin/g++", "/usr/bin/g++", "nyy"],
  ["/opt/x (86)/y", "/opt/x (86)/y", "nyy"],
  ["/usr/bin/{rg,fd}", "/usr/bin/rg", "nnn"],
  ["~/bin/rg", "/home/user/bin/rg", "yyy"],
  ["~other/bin/rg", "/home/other/bin/rg", "nnn"],
  ["$HOME/bin/rg", "/home/user/bin/rg", "nnn"],
  ["/usr/bin/", "/usr/bin/rg", "nnn"],
  ["bin/rg", "/usr/bin/rg", "nnn"],
  ["/usr/bin/git status", "/usr/bin/git", "nnn"],
];

for (const [index, release] of releases.entries()) {
  test(`${release}: patterns match as OpenClaw's own matcher has it`, () => {
    for (const [pattern, path, expected] of matches) {
      assert.equal(matchesPattern(pattern, path, behaviour(release)), expected[index] === "y", `${pattern} on ${path}`);
    }
  });
}

function entriesOf(allowlist: readonly unknown[], release: string, agents: object = {}): AllowlistEntry[] {
  const found = behaviourFor(release);
  const document = approvalsOf({ version: 1, agents: { main: { allowlist }, ...agents } }, found);
  const policy = policyOf({ config: { tools: { exec: { host: "gateway", security: "allowlist", ask: "off" } } } }, found);
  return resolveAllowlist(document, found, { agentIds: ["main"], policiesOf: () => [policy] });
}

/** What an entry alone admits: `admits` with the launchers after it, for the three releases. */
const meanings: readonly (readonly [pattern: string, expected: readonly [string, string, string]])[] = [
  ["id", ["nothing", "name", "name"]],
  ["bash", ["nothing", "name bash", "name bash"]],
  ["*", ["nothing", "everything …", "everything …"]],
  ["**", ["nothing", "any-name …", "any-name …"]],
  ["?*", ["nothing", "any-name …", "any-name …"]],
  ["??*", ["nothing", "name …", "name …"]],
  ["/**", ["everything …", "everything …", "everything …"]],
  ["**/*", ["everything …", "everything …", "everything …"]],
  ["/usr/bin/*", ["directory …", "directory …", "directory …"]],
  ["/opt/own/*", ["directory", "directory", "directory"]],
  ["~/bin/**", ["directory", "directory", "directory"]],
  ["*/id", ["nothing", "nothing", "nothing"]],
  ["**/id", ["any-directory", "any-directory", "any-directory"]],
  ["**/python3*", ["any-directory python3", "any-directory python3", "any-directory python3"]],
  ["/usr/bin/python3", ["program python3", "program python3", "program python3"]],
  ["/usr/bin/python3.11", ["program python3.11", "program python3.11", "program python3.11"]],
  ["/usr/bin/env", ["program env", "nothing", "nothing"]],
  ["/usr/bin/nice", ["program nice", "nothing", "nothing"]],
  ["/usr/bin/timeout", ["program timeout", "nothing", "nothing"]],
  ["/usr/bin/sudo", ["program sudo", "nothing", "nothing"]],
  ["/usr/bin/find", ["program find", "program find", "program"]],
  ["/usr/bin/xargs", ["program xargs", "program xargs", "nothing"]],
  ["/usr/bin/npx", ["program npx", "program npx", "nothing"]],
  ["/usr/bin/su", ["program su", "program su", "nothing"]],
  ["**/nice", ["any-directory nice", "nothing", "nothing"]],
  ["nice", ["nothing", "nothing", "nothing"]],
  ["/usr/bin/nic*", ["program nice", "program", "program"]],
  ["/usr/bin/npm", ["program npm", "program npm", "program npm"]],
  ["/usr/bin/make", ["program make", "program make", "program make"]],
  ["/usr/bin/ls", ["program", "program", "program"]],
  ["C:\\Windows\\System32\\cmd.exe", ["program cmd.exe", "program cmd.exe", "program cmd.exe"]],
  ["C:/Program Files/Git/bin/bash.exe", ["program bash.exe", "program bash.exe", "program bash.exe"]],
  ["C:\\Users\\Some One\\bin\\tool.exe", ["program", "program", "program"]],
  ["C:\\Program Files (x86)\\Own\\tool.exe", ["nothing", "program", "program"]],
  ["/usr/bin/g++", ["nothing", "program g++", "program g++"]],
  ["git status *", ["nothing", "nothing", "nothing"]],
  ["/usr/bin/git status", ["nothing", "nothing", "nothing"]],
  ["python3 /srv/report.py *", ["nothing", "nothing", "nothing"]],
  ["C:\\Tools\\git.exe status", ["nothing", "nothing", "nothing"]],
  ["/Applications/Own App.app/Contents/MacOS/Own App", ["program", "program", "program"]],
  ["$HOME/bin/id", ["nothing", "nothing", "nothing"]],
  ["%USERPROFILE%\\id.exe", ["nothing", "nothing", "nothing"]],
  ["/usr/bin/", ["nothing", "nothing", "nothing"]],
  ["./id", ["nothing", "nothing", "nothing"]],
  ["//**", ["nothing", "nothing", "nothing"]],
];

for (const [index, release] of releases.entries()) {
  test(`${release}: entries admit what they were seen to admit`, () => {
    for (const [pattern, expected] of meanings) {
      const [entry] = entriesOf([pattern], release);
      assert.ok(entry, pattern);
      const shown = entry.launchers.length > 20 ? " …" : entry.launchers.map((name) => ` ${name}`).join("");
      assert.equal(`${entry.admits}${shown}`, expected[index], pattern);
      assert.ok(entry.why.length > 0 && entry.consulted && entry.certain, pattern);
    }
  });
}

/** Programs made up from a pattern, `admitted | refused`, for the three releases; empty: nothing to show. */
const programExamples: readonly (readonly [pattern: string, expected: readonly [string, string, string]])[] = [
  [
    "/usr/bin/rg",
    [
      "/usr/bin/rg /usr/bin/RG | /tmp/rg /usr/bin/rg-x",
      "/usr/bin/rg | /usr/bin/RG /tmp/rg /usr/bin/rg-x",
      "/usr/bin/rg | /usr/bin/RG /tmp/rg /usr/bin/rg-x",
    ],
  ],
  ["/usr/bin/*", threeTimes("/usr/bin/tool /usr/bin/other | /usr/bin/sub/tool /tmp/tool")],
  ["~/bin/**", threeTimes("~/bin/tool ~/bin/local/bin/other | /tmp/tool")],
  [
    "/usr/**/rg",
    [
      "/usr/bin/rg /usr/bin/RG /usr/local/bin/rg | /usr/rg /tmp/rg /usr/bin/rg-x",
      "/usr/bin/rg /usr/local/bin/rg | /usr/rg /usr/bin/RG /tmp/rg",
      "/usr/bin/rg /usr/local/bin/rg | /usr/rg /usr/bin/RG /tmp/rg",
    ],
  ],
  [
    "**/python3*",
    [
      "/usr/bin/python3 /usr/bin/PYTHON3 /tmp/python3 | ",
      "/usr/bin/python3 /tmp/python3 /usr/bin/python3-x | /usr/bin/PYTHON3",
      "/usr/bin/python3 /tmp/python3 /usr/bin/python3-x | /usr/bin/PYTHON3",
    ],
  ],
  [
    "/usr?bin/rg",
    [
      "/usrxbin/rg /usr/bin/rg /usrxbin/RG | /tmp/rg /usrxbin/rg-x",
      "/usrxbin/rg /usr7bin/rg | /usr/bin/rg /usrxbin/RG /tmp/rg",
      "/usrxbin/rg /usr7bin/rg | /usr/bin/rg /usrxbin/RG /tmp/rg",
    ],
  ],
  [
    "/usr/bin/python3.11",
    [
      "/usr/bin/python3.11 /usr/bin/PYTHON3.11 /usr/bin/python3x11 | /tmp/python3.11 /usr/bin/python3.11-x",
      "/usr/bin/python3.11 | /usr/bin/PYTHON3.11 /tmp/python3.11 /usr/bin/python3.11-x",
      "/usr/bin/python3.11 | /usr/bin/PYTHON3.11 /tmp/python3.11 /usr/bin/python3.11-x",
    ],
  ],
  [
    "/usr/bin/(rg|fd)",
    [
      "/usr/bin/rg | /usr/bin/(rg|fd) /usr/bin/(RG|FD) /tmp/(rg|fd)",
      "/usr/bin/(rg|fd) | /usr/bin/rg /usr/bin/(RG|FD) /tmp/(rg|fd)",
      "/usr/bin/(rg|fd) | /usr/bin/rg /usr/bin/(RG|FD) /tmp/(rg|fd)",
    ],
  ],
  ["/usr/bin/g++", ["", "/usr/bin/g++ | /usr/bin/g /usr/bin/G++ /tmp/g++", "/usr/bin/g++ | /usr/bin/g /usr/bin/G++ /tmp/g++"]],
  ["rg", ["", "rg | RG ./rg /usr/bin/rg", "rg | RG ./rg /usr/bin/rg"]],
  ["r?", ["", "rx r7 | Rx ./rx /usr/bin/rx", "rx r7 | Rx ./rx /usr/bin/rx"]],
  // All and nothing need no examples; Windows compares in ways of its own; a long one would be cut.
  ["/**", threeTimes("")],
  ["*", threeTimes("")],
  ["/usr/bin/", threeTimes("")],
  ["C:\\Tools\\git.exe", threeTimes("")],
  [`/usr/bin/${"x".repeat(80)}`, threeTimes("")],
];

/** The same for arguments, in a release that heeds them. */
const argumentExamples: readonly (readonly [argPattern: string, expected: string])[] = [
  ["^status$", "status | status -x, x status"],
  ["status", "status, status -x, x status | "],
  ["^status", "status, status -x | x status"],
  ["^(status|diff)$", "status | status -x, x status"],
  ["^status$|^diff$", "status | status -x, x status"],
  ["^-c .*$", "-c x, -c x -x | x -c x"],
  ["^--lines=\\d+$", "--lines=7 | --lines=7 -x, x --lines=7"],
  ["^$", ""],
  ["(a+)+$", ""],
  [".*", ""],
  ["(", ""],
];

function threeTimes(text: string): readonly [string, string, string] {
  return [text, text, text];
}

function shown(found: Examples | undefined, separator: string): string {
  return found ? `${found.admitted.join(separator)} | ${found.refused.join(separator)}` : "";
}

for (const [index, release] of releases.entries()) {
  test(`${release}: examples are what the matcher says of them`, () => {
    for (const [pattern, expected] of programExamples)
      assert.equal(shown(entriesOf([pattern], release)[0]?.programExamples(), " "), expected[index], pattern);
  });
}

test("examples of arguments are what the matcher says of them, where the release heeds them", () => {
  for (const [argPattern, expected] of argumentExamples) {
    const examplesIn = (release: string): string =>
      shown(entriesOf([{ pattern: "/usr/bin/git", argPattern }], release)[0]?.argumentExamples(), ", ");
    assert.equal(examplesIn(last), expected, argPattern);
    assert.equal(examplesIn(first), "", argPattern);
  }
});

test("no pattern makes examples of both kinds alike, or more than a few", () => {
  fc.assert(
    fc.property(patterns, fc.constantFrom(...releases), (pattern, release) => {
      const entry = entriesOf([{ pattern, argPattern: pattern }], release)[0];
      for (const found of [entry?.programExamples(), entry?.argumentExamples()]) {
        if (!found) continue;
        const all = [...found.admitted, ...found.refused];
        assert.equal(new Set(all).size, all.length, all.join(" "));
        assert.ok(found.admitted.length > 0 && found.admitted.length <= 3 && found.refused.length <= 3);
      }
    }),
  );
});

/** Entries with arguments: `admits args` and the launchers that stay, for the three releases. */
const bound: readonly (readonly [entry: object, expected: readonly [string, string, string]])[] = [
  [{ pattern: "/usr/bin/git", argPattern: "^status$" }, ["program any git", "program bound", "program bound"]],
  [{ pattern: "/usr/bin/git", argPattern: "status" }, ["program any git", "program loose git", "program loose git"]],
  [{ pattern: "/usr/bin/git", argPattern: "^status" }, ["program any git", "program loose", "program loose"]],
  [{ pattern: "/usr/bin/python3", argPattern: "^-c .*$" }, ["program any python3", "program loose python3", "program loose python3"]],
  [{ pattern: "/usr/bin/git", argPattern: "" }, ["program any git", "program any git", "program any git"]],
  [{ pattern: "/usr/bin/git", argPattern: "(" }, ["program any git", "nothing bound", "nothing bound"]],
  [{ pattern: "*", argPattern: "^x$" }, ["nothing bound", "nothing bound", "nothing bound"]],
  [{ pattern: "/usr/bin/git", source: "allow-always" }, ["program any git", "program any git", "nothing bound"]],
  [{ pattern: "=command:0123456789abcdef", source: "allow-always" }, ["nothing bound", "program bound", "program bound"]],
  [{ pattern: "=command:0123456789abcdef" }, ["nothing bound", "nothing bound", "nothing bound"]],
  [{ pattern: "/usr/bin/git", argPattern: "sha256:cwd-argv:v1:00" }, ["program any git", "program loose git", "program bound"]],
  [{ pattern: "/usr/bin/git", argPattern: "sha256:argv:00" }, ["program any git", "program loose git", "nothing bound"]],
];

for (const [index, release] of releases.entries()) {
  test(`${release}: arguments and bindings limit an entry as they were seen to`, () => {
    for (const [given, expected] of bound) {
      const [entry] = entriesOf([given], release);
      assert.ok(entry);
      assert.equal([entry.admits, entry.args, ...entry.launchers].join(" "), expected[index], JSON.stringify(given));
    }
  });
}

test("an entry without arguments undoes the one that has them", () => {
  const limited = { pattern: "/usr/bin/git", argPattern: "^status$" };
  const args = (allowlist: unknown[], agents?: object) =>
    entriesOf(allowlist, middle, agents).find(({ argPattern }) => argPattern.state === "set")?.args;
  assert.equal(args([limited]), "bound");
  assert.equal(args([limited, "/usr/bin/git"]), "any");
  assert.equal(args([limited, "/usr/bin/rg"]), "bound");
  assert.equal(args([limited, "*"]), "any");
  assert.equal(args([limited, "?*"]), "any");
  const windows = [{ pattern: "C:\\Tools\\git.exe", argPattern: "^status$" }, "**"];
  const windowsArgs = (release: string) => entriesOf(windows, release)[0]?.args;
  assert.deepEqual([windowsArgs("2026.4.23"), windowsArgs("2026.4.24")], ["bound", "any"], "a pattern that is still dead undoes nothing");
  assert.equal(args([limited], { "*": { allowlist: [{ pattern: "/usr/bin/git" }] } }), "any");
});

test("a shell that is named is taken without arguments where the release says so", () => {
  const isBare = (entry: unknown, release: string) => entriesOf([entry], release)[0]?.isBareShell;
  assert.deepEqual([isBare("/bin/bash", "2026.5.12"), isBare("/bin/bash", "2026.5.18")], [false, true]);
  assert.deepEqual([isBare("/bin/tcsh", middle), isBare("/bin/tcsh", "2026.9.6")], [false, true]);
  assert.deepEqual([isBare("bash", middle), isBare("**/bash", middle)], [true, true]);
  assert.deepEqual(
    [isBare("/bin/bash*", middle), isBare("/bin/busybox", middle), isBare("/usr/bin/python3", middle)],
    [false, false, false],
  );
  assert.equal(isBare({ pattern: "/bin/bash", argPattern: "^.*$" }, middle), false);
});

test("the change points between the releases decide", () => {
  const admits = (pattern: string, release: string) => entriesOf([pattern], release)[0]?.admits;
  assert.deepEqual([admits("*", "2026.2.23"), admits("*", "2026.2.24")], ["nothing", "everything"]);
  assert.deepEqual([admits("rg", "2026.4.23"), admits("rg", "2026.4.24")], ["nothing", "name"]);
  assert.equal(matchesPattern("/usr/bin/RG", "/usr/bin/rg", behaviour("2026.3.11")), true);
  assert.equal(matchesPattern("/usr/bin/RG", "/usr/bin/rg", behaviour("2026.3.13")), false);
  assert.equal(matchesPattern("/usr/bin/(rg|fd)", "/usr/bin/rg", behaviour("2026.3.1")), true);
  assert.equal(matchesPattern("/usr/bin/(rg|fd)", "/usr/bin/rg", behaviour("2026.3.2")), false);
  const args = (release: string) => entriesOf([{ pattern: "/usr/bin/git", argPattern: "^status$" }], release)[0]?.args;
  assert.deepEqual([args("2026.5.7"), args("2026.5.12")], ["any", "bound"]);
});

test("an allowlist is consulted where the policy in force says so", () => {
  const found = behaviourFor(middle);
  const document = approvalsOf(
    { version: 1, agents: { main: { allowlist: ["/usr/bin/rg"] }, "*": { allowlist: ["/usr/bin/id"] } } },
    found,
  );
  const consulted = (security: string) => {
    const policy = policyOf({ config: { tools: { exec: { host: "gateway", security } } } }, found);
    return resolveAllowlist(document, found, { agentIds: ["main"], policiesOf: (id) => (id === "main" ? [policy] : []) }).map(
      (entry) => entry.consulted,
    );
  };
  assert.deepEqual(consulted("allowlist"), [true, true]);
  assert.deepEqual(consulted("full"), [false, false]);
  const nobody: ExecPolicy[] = [];
  assert.ok(resolveAllowlist(document, found, { agentIds: [], policiesOf: () => nobody }).every((entry) => !entry.consulted));
});

test("every program that is refused from some release on is known as one that leads to others", () => {
  const known = new Set(Object.values(launchersByKind).flat());
  for (const { names } of refusedLaunchers) for (const name of names) assert.ok(known.has(name), name);
  assert.equal(known.size, Object.values(launchersByKind).flat().length, "no program stands in two lists");
});

const paths = fc.constantFrom("/usr/bin/rg", "/opt/own/tool", "/home/user/bin/x.sh", "/tmp/q", "/usr/local/lib/a/b/c/run");
const signs = fc.constantFrom(
  "/",
  "*",
  "**",
  "?",
  "usr",
  "bin",
  "rg",
  "~",
  "\\",
  "(",
  ")",
  "[",
  "]",
  "|",
  "+",
  "{2}",
  "^",
  "$",
  ".",
  "-",
  " ",
  "(a+)+",
  "$HOME",
);
const patterns = fc.oneof(
  fc.string(),
  fc.array(signs, { maxLength: 12 }).map((parts) => parts.join("")),
);

test("no pattern makes the matcher throw or hang, and one that can never match matches nothing", () => {
  fc.assert(
    fc.property(patterns, paths, fc.constantFrom(...releases), (pattern, path, release) => {
      compileGlob(pattern, behaviour(release));
      const matched = matchesPattern(pattern, path, behaviour(release));
      const [entry] = entriesOf([pattern], release);
      // A backslash makes it a Windows path, which these are not.
      if (!pattern.includes("/") || pattern.includes("\\")) return;
      if (entry?.admits === "nothing" && entry.certain) assert.notEqual(matched, true);
      if (entry?.admits === "everything") assert.equal(matched, true);
    }),
    { numRuns: 2000 },
  );
});

test("patterns built to make a matcher go back and forth are judged at once", () => {
  const long = "a".repeat(2000);
  for (const pattern of [`/(a+)+$`, `/${"**a".repeat(300)}`, `/(${"a|".repeat(500)}a)+b`, `/${"(a{1,50}){1,50}".repeat(3)}`, `/${long}`]) {
    for (const release of [first, last]) matchesPattern(pattern, `/${long}!`, behaviour(release));
  }
  for (const argPattern of ["(a+)+$", "(.*)*x", `^(${"a|".repeat(1000)}b)*$`]) readArguments(argPattern);
});

test("no text is too strange for an argPattern", () => {
  fc.assert(fc.property(patterns, (pattern) => readArguments(pattern).why.length > 0));
});
