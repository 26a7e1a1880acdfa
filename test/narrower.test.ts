/** What allowlist entries can be narrowed to, and that they never come to admit anything else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { resolveAllowlist } from "../server/src/core/dialects/openclaw/allowlist.ts";
import { matchesPattern } from "../server/src/core/dialects/openclaw/patterns/glob.ts";
import type { EntryNarrowing } from "../server/src/core/grants/allowlist.ts";
import { approvalsOf, behaviourFor, releases } from "./openclaw-files.ts";

type Entry = Readonly<Record<string, string>> | string;

/** The narrower form of the first entry of an agent's list. */
function narrowed(allowlist: readonly Entry[], release: string, programs: readonly string[] = []): EntryNarrowing | undefined {
  const behaviour = behaviourFor(release);
  const document = approvalsOf({ version: 1, agents: { main: { allowlist } } }, behaviour);
  const workspaces = ["/srv/work"];
  const served = { agentIds: ["main"], policiesOf: () => [], workspaces, programsOf: () => programs };
  return resolveAllowlist(document, behaviour, served)[0]?.narrower();
}

/** An entry, what else is on the list, and what the entry admits after, for the three releases; `-` for no narrower form. */
const cases: readonly (readonly [entry: Entry, after: readonly [string, string, string], others?: readonly Entry[]])[] = [
  // Programs: from a wide pattern to the one that was used.
  [{ pattern: "/usr/bin/*", lastResolvedPath: "/usr/bin/jq" }, ["/usr/bin/jq", "/usr/bin/jq", "/usr/bin/jq"]],
  [{ pattern: "/**", lastResolvedPath: "/usr/bin/jq" }, ["/usr/bin/jq", "/usr/bin/jq", "/usr/bin/jq"]],
  [{ pattern: "*", lastResolvedPath: "/usr/bin/jq" }, ["-", "/usr/bin/jq", "/usr/bin/jq"]],
  [{ pattern: "jq", lastResolvedPath: "/usr/bin/jq" }, ["-", "/usr/bin/jq", "/usr/bin/jq"]],
  [{ pattern: "jq", lastUsedCommand: "/usr/bin/jq . a.json" }, ["-", "-", "-"]],
  [{ pattern: "j?", lastResolvedPath: "/usr/bin/jq" }, ["-", "/usr/bin/jq", "/usr/bin/jq"]],
  [{ pattern: "**/jq", lastUsedCommand: "/usr/bin/jq . a.json" }, ["/usr/bin/jq", "/usr/bin/jq", "/usr/bin/jq"]],
  [{ pattern: "/usr/bin/*", lastUsedCommand: "jq . a.json" }, ["-", "-", "-"]],
  [{ pattern: "/usr/bin/*" }, ["-", "-", "-"]],
  ["/usr/bin/*", ["-", "-", "-"]],
  // It names its program, or never matches.
  [{ pattern: "/usr/bin/jq", lastResolvedPath: "/usr/bin/jq" }, ["-", "-", "-"]],
  [{ pattern: "git status", lastResolvedPath: "/usr/bin/git", lastUsedCommand: "git status" }, ["-", "-", "-"]],
  // What was used is not what the entry admits.
  [{ pattern: "/opt/a/*", lastResolvedPath: "/opt/b/jq" }, ["-", "-", "-"]],
  [{ pattern: "/opt/a/*", lastResolvedPath: "/opt/a/b/jq" }, ["-", "-", "-"]],
  [{ pattern: "jq", lastResolvedPath: "/usr/bin/yq" }, ["-", "-", "-"]],
  // Others can write there, or it is on the list already.
  [{ pattern: "jq", lastResolvedPath: "/tmp/jq" }, ["-", "-", "-"]],
  [{ pattern: "jq", lastResolvedPath: "/srv/work/jq" }, ["-", "-", "-"]],
  [{ pattern: "/usr/bin/*", lastResolvedPath: "/usr/bin/jq" }, ["-", "-", "-"], ["/usr/bin/jq"]],
  [{ pattern: "/usr/bin/*", lastResolvedPath: "/usr/bin/jq" }, ["-", "-", "-"], ["/**"]],
  // Not written out, or an expression where a dot is any character.
  [{ pattern: "/opt/**", lastResolvedPath: "/opt/a/../../tmp/x" }, ["-", "-", "-"]],
  [{ pattern: "/opt/**", lastResolvedPath: "/opt//x" }, ["-", "-", "-"]],
  [{ pattern: "/opt/**", lastResolvedPath: "/opt/x*" }, ["-", "-", "-"]],
  [{ pattern: "/opt/**", lastResolvedPath: "opt/x" }, ["-", "-", "-"]],
  [{ pattern: "/opt/**", lastResolvedPath: "/opt/x.1" }, ["-", "/opt/x.1", "/opt/x.1"]],
  // Programs that lead to any other need their arguments.
  [{ pattern: "/bin/*", lastResolvedPath: "/bin/bash" }, ["-", "-", "-"]],
  [
    { pattern: "/usr/bin/*", lastResolvedPath: "/usr/bin/git", lastUsedCommand: "git status" },
    ["-", "/usr/bin/git status", "/usr/bin/git status"],
  ],
  [
    { pattern: "/usr/bin/python3", lastUsedCommand: "python3 /srv/a.py -v" },
    ["-", "/usr/bin/python3 /srv/a.py -v", "/usr/bin/python3 /srv/a.py -v"],
  ],
  [
    { pattern: "/usr/bin/python3", argPattern: ".*", lastUsedCommand: "python3 /srv/a.py" },
    ["-", "/usr/bin/python3 /srv/a.py", "/usr/bin/python3 /srv/a.py"],
  ],
  [{ pattern: "/usr/bin/python3", argPattern: "^/srv/", lastUsedCommand: "python3 /srv/a.py" }, ["-", "-", "-"]],
  [{ pattern: "/usr/bin/python3", lastUsedCommand: "python3 /srv/a.py" }, ["-", "-", "-"], ["/usr/bin/python3"]],
  // Program text, a script that others can change or that lies anywhere, no script, another program, several commands, a shell's signs.
  ...[
    "python3 -c 1",
    "python3 /tmp/a.py",
    "python3 /srv/work/a.py",
    "python3 a.py",
    "python3",
    "python3 -",
    "node /srv/a.py",
    "python3 /srv/a.py && ls",
    "python3 /srv/a.py > /srv/b",
    "python3 '/srv/a.py'",
    "python3 /srv/$A.py",
    "python3 /srv/a.py\nls",
    // What looks like a secret is not copied.
    "python3 /srv/a.py --key=example0123456789",
    "python3 /srv/a.py https://ada:pass@example.org",
    `python3 /srv/a.py ${"word ".repeat(50)}`,
  ].map((lastUsedCommand) => [{ pattern: "/usr/bin/python3", lastUsedCommand }, ["-", "-", "-"]] as const),
  // What finds its scripts by itself, and what starts what follows it.
  [{ pattern: "/usr/bin/npm", lastUsedCommand: "npm run build" }, ["-", "-", "-"]],
  [{ pattern: "/usr/bin/ssh", lastUsedCommand: "ssh host uptime" }, ["-", "-", "-"]],
  // Programs that send or write what their arguments say.
  [
    { pattern: "/usr/bin/curl", lastUsedCommand: "curl https://example.org/" },
    ["-", "/usr/bin/curl https://example.org/", "/usr/bin/curl https://example.org/"],
  ],
  [{ pattern: "**/curl", lastResolvedPath: "/usr/bin/curl" }, ["/usr/bin/curl", "/usr/bin/curl", "/usr/bin/curl"]],
];

for (const [index, release] of releases.entries()) {
  test(`${release}: what an entry can be narrowed to`, () => {
    for (const [entry, after, others = []] of cases) {
      assert.equal(narrowed([entry, ...others], release)?.admits.join() ?? "-", after[index], JSON.stringify([entry, ...others]));
    }
  });
}

test("what a contract names comes first, as far as the entry admits it and it is harmless", () => {
  const entry = { pattern: "/usr/bin/*", lastResolvedPath: "/usr/bin/id" };
  const programs = ["/usr/bin/uptime", "/opt/other", "git", "/usr/bin/python3", "/usr/bin/curl", "/usr/bin/df", "/usr/bin/who"];
  const found = narrowed([entry, "/usr/bin/df"], "2026.6.1", programs);
  assert.deepEqual([found?.admits, found?.from], [["/usr/bin/uptime", "/usr/bin/who"], "contract"]);
  assert.equal(narrowed([{ pattern: "who" }], "2026.6.1", programs), undefined, "a name is not known to find it");
  assert.deepEqual(narrowed([entry], "2026.6.1", ["git"])?.admits, ["/usr/bin/id"]);
  assert.deepEqual(narrowed(["/usr/bin/*"], "2026.6.1", ["/usr/bin/who"])?.edits, [
    { op: "set", file: found?.edits[0]?.file, path: ["agents", "main", "allowlist", 0], value: "/usr/bin/who" },
  ]);
});

test("arguments are spelled out: nothing in them means anything", () => {
  const found = narrowed([{ pattern: "/usr/bin/curl", lastUsedCommand: "curl https://example.org/a.b+c:1" }], "2026.6.1");
  const argPattern = found?.edits.find(({ path }) => path.at(-1) === "argPattern");
  assert.ok(argPattern?.op === "set" && typeof argPattern.value === "string");
  const expression = new RegExp(argPattern.value);
  assert.ok(expression.test("https://example.org/a.b+c:1"));
  for (const other of [
    "https://example.org/axb+c:1",
    "-o x https://example.org/a.b+c:1",
    "https://example.org/a.b+c:1 -d @x",
    "https://example.org/a.bbc:1",
  ])
    assert.ok(!expression.test(other), other);
});

/** Folders and names that hit each other often. */
const segment = fc.constantFrom("usr", "bin", "a", "a.b", "jq", "x1", "*", "**", "?q", "j*");
const path = fc
  .array(fc.constantFrom("usr", "bin", "a", "a.b", "axb", "jq", "x1"), { minLength: 1, maxLength: 4 })
  .map((parts) => `/${parts.join("/")}`);
const pattern = fc.oneof(
  fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join("/")}`),
  fc.constantFrom("*", "**", "jq", "j?", "**/jq"),
);

test("no path is admitted after that was not before", () => {
  let narrower = 0;
  fc.assert(
    fc.property(pattern, path, path, fc.constantFrom(...releases), (before, used, other, release) => {
      const found = narrowed([{ pattern: before, lastResolvedPath: used }], release);
      const after = found?.edits[0];
      if (after?.op !== "set" || typeof after.value !== "string") return;
      narrower++;
      const behaviour = behaviourFor(release);
      const isName = !before.includes("/");
      const admitted = isName
        ? matchesPattern(`/${before}`, other.slice(other.lastIndexOf("/")), behaviour)
        : matchesPattern(before, other, behaviour);
      if (matchesPattern(after.value, other, behaviour))
        assert.ok(admitted || /^\*+$/.test(before), `${before} to ${after.value} admits ${other}`);
      assert.ok(matchesPattern(after.value, used, behaviour), "it admits what was used");
    }),
    { numRuns: 3000, seed: 1 },
  );
  assert.ok(narrower > 300, `only ${narrower} entries were narrowed`);
});
