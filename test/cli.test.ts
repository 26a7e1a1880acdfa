/** The command line's contract: exit codes, the JSON shape, exact places, and what is never printed. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it } from "node:test";
import { explainName } from "../server/src/cli/explain.ts";
import { rules } from "../server/src/core/index.ts";
import { runCommand, type Run } from "./command-line.ts";

const folder = mkdtempSync(join(tmpdir(), "grantlint-cli-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const ungated = '{ meta: { lastTouchedVersion: "2026.6.1" }, tools: { exec: { security: "full", ask: "off" } } }';
const quiet = '{ meta: { lastTouchedVersion: "2026.6.1" }, tools: { exec: { security: "allowlist", ask: "on-miss" } } }';

const grantlint = (...argv: string[]): Promise<Run> => runCommand(argv);

/** Writes files below a folder of their own and gives its path. */
function place(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly path: string;
  readonly range: unknown;
  readonly fixes: readonly { title: string; safety: string; edits: readonly { file: string; newText: string }[] }[];
}
interface JsonIgnored {
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
}
interface JsonReport {
  readonly tool: { name: string; version: string };
  readonly sets: readonly {
    root: string;
    openclaw: { version: string; source: string };
    files: string[];
    findings: JsonFinding[];
    ignored: JsonIgnored[];
  }[];
}
const json = async (...argv: string[]): Promise<JsonReport> => JSON.parse((await grantlint("--format", "json", ...argv)).out) as JsonReport;

describe("the grants of one agent", () => {
  it("are shown, or their reasons, and an agent that is not there is no agent without grants", async () => {
    const root = place("one-agent", { "openclaw.json": ungated });
    const other = place("another-agent", { "openclaw.json": '{ agents: { list: [{ id: "cto" }] } }' });
    assert.match((await grantlint("grants", "--agent", "main", root, other)).out, /^main /m);
    assert.match((await grantlint("grants", "--why", "cto", "exec", root, other)).out, /^cto: exec on host/);
    for (const options of [
      ["--agent", "nobody"],
      ["--why", "nobody", "exec"],
    ]) {
      const { code, out, error } = await grantlint("grants", ...options, root, other);
      assert.deepEqual([code, out, error], [2, "", 'grantlint: there is no agent "nobody"; there are "main" and "cto"\n']);
    }
  });

  it("are asked for by a capability that there is", async () => {
    const { code, error } = await grantlint("grants", "--why", "main", "flying", folder);
    assert.equal(code, 2);
    assert.match(error, /^grantlint: --why takes an agent and a capability; "flying" is none: exec, fs\.read, /);
    assert.match((await grantlint("grants", "--compare-releases", "2026.6.1", folder)).error, /takes two releases such as/);
  });
});

describe("a contract that is named", () => {
  it("stands for the config beside it", async () => {
    const root = place("contract", { "openclaw.json": ungated, "grantlint.json": '{ "agents": { "nobody": {} } }' });
    const [named, folderNamed] = await Promise.all([json(join(root, "grantlint.json")), json(root)]);
    assert.deepEqual(named.sets, folderNamed.sets);
    assert.ok(named.sets[0]?.findings.some(({ rule }) => rule === "contract"));
    const approvals = place("contract-approvals", { "exec-approvals.json": '{ "version": 1 }', "grantlint.json": "{}" });
    assert.deepEqual((await json(join(approvals, "grantlint.json"))).sets, (await json(approvals)).sets);
  });

  it("is left alone where none is", async () => {
    const { code, error } = await grantlint(join(place("lone", { "grantlint.json": "{}" }), "grantlint.json"));
    assert.equal(code, 2);
    assert.match(error, /no config or approvals document beside it to hold it against, left alone/);
  });
});

describe("exit codes", () => {
  it("0 without findings at the level, 1 with, 2 for wrong usage", async () => {
    const good = place("good", { "openclaw.json": quiet });
    const bad = place("bad", { "openclaw.json": ungated });
    assert.equal((await grantlint(good)).code, 0);
    assert.equal((await grantlint(bad)).code, 1);
    assert.equal((await grantlint("lint", bad)).code, 1);
    for (const wrong of [
      [],
      ["--format", "xml", bad],
      ["--min-severity", "loud", bad],
      ["--openclaw", "new", bad],
      ["--nonsense", bad],
      ["--rule", "ungated-host-exek=off", bad],
      ["--rule", "ungated-host-exec=loud", bad],
      ["--rule", "ungated-host-exec", bad],
      ["--rule", "schema=off", bad],
      ["grants", "--strict", bad],
      ["rules", "more"],
      ["rules", "--format", "xml"],
      ["explain"],
      ["explain", "ungated-host-exec", "more"],
      [join(folder, "gone")],
    ]) {
      const { code, error } = await grantlint(...wrong);
      assert.equal(code, 2, wrong.join(" "));
      assert.match(error, /^grantlint: /);
    }
  });
  it("2 when nothing there was ours: nothing linted is not nothing found", async () => {
    const foreign = place("foreign", { "openclaw.json": '{ "mcpServers": {} }' });
    const { code, error } = await grantlint(foreign);
    assert.equal(code, 2);
    assert.match(error, /left alone/);
    assert.equal((await grantlint(foreign)).out, "Nothing was linted.\n");
  });

  it("names a path that cannot be looked at in one line", async () => {
    const root = place("not-to-be-looked-at", { "openclaw.json": quiet });
    const below = await grantlint(join(root, "openclaw.json", "inside"));
    assert.equal(below.code, 2);
    assert.match(below.error, /^grantlint: .*inside: no such file or folder\n$/);
    const long = await grantlint(join(root, "x".repeat(5000)));
    assert.equal(long.code, 2);
    assert.match(long.error, /^grantlint: .*: cannot be looked at \(ENAMETOOLONG\)\n$/);
  });

  it(
    "2 when a folder cannot be looked into, and what is elsewhere is linted all the same",
    { skip: process.getuid?.() === 0 },
    async () => {
      const root = place("shut", { "shut/openclaw.json": ungated, "open/openclaw.json": quiet });
      chmodSync(join(root, "shut"), 0);
      const { code, out, error } = await grantlint(root);
      chmodSync(join(root, "shut"), 0o700);
      assert.deepEqual([code, error], [2, `grantlint: ${join(root, "shut")}: cannot be looked into (EACCES)\n`]);
      assert.match(out, /No findings in 1 config set/);
    },
  );

  it("--help and --version answer with 0", async () => {
    assert.match((await grantlint("--help")).out, /Examples/);
    assert.match((await grantlint("--version")).out, /^grantlint \d+\.\d+\.\d+\n$/);
  });
});

describe("the JSON report", () => {
  it("names the tool, and for each set its root, release, files and findings", async () => {
    const root = place("report", { "openclaw.json": ungated, "exec-approvals.json": '{ "version": 1 }' });
    const { tool, sets } = await json(root);
    assert.equal(tool.name, "grantlint");
    assert.equal(sets.length, 1);
    assert.equal(sets[0]?.root, root);
    assert.deepEqual(sets[0]?.openclaw, { version: "2026.6.1", source: "stamp" });
    assert.deepEqual(sets[0]?.files, ["openclaw.json", "exec-approvals.json"]);
    const finding = sets[0]?.findings.find(({ rule }) => rule === "ungated-host-exec");
    assert.deepEqual(Object.keys(finding ?? {}), [
      "rule",
      "severity",
      "confidence",
      "message",
      "file",
      "path",
      "range",
      "atlas",
      "related",
      "fixes",
    ]);
    assert.equal(finding?.path, "tools.exec.security");
    assert.equal(finding?.file, "openclaw.json");
    assert.equal(finding?.fixes[0]?.edits[0]?.file, "openclaw.json");
  });
  it("gives one set for each path, in order", async () => {
    const first = place("order/a", { "openclaw.json": ungated });
    const second = place("order/b", { "clawdbot.json": quiet });
    const { sets } = await json(second, first);
    assert.deepEqual(
      sets.map(({ root }) => root),
      [second, first],
    );
  });
  it("searches a folder that is no set itself, but no installed packages", async () => {
    const root = place("fleet", { "one/openclaw.json": quiet, "two/deep/openclaw.json": quiet, "node_modules/x/openclaw.json": quiet });
    const { sets } = await json(root);
    assert.deepEqual(
      sets.map((set) => set.root),
      [join(root, "one"), join(root, "two/deep")],
    );
  });
  it("counts in UTF-16 from zero, after emoji, with CRLF and a byte order mark", async () => {
    const text = `\uFEFF// 🦞🦞\r\n{ "gateway": { /* 🦞 */ "auth": { "token": "example-0123456789-not-a-real-token" } } }\r\n`;
    const root = place("places", { "openclaw.json": text });
    const { sets } = await json("--openclaw", "2026.6.1", root);
    const finding = sets[0]?.findings.find(({ rule }) => rule === "plaintext-credential");
    const line = text.split("\r\n")[1] ?? "";
    const start = line.indexOf('"example');
    assert.deepEqual(finding?.range, { start: { line: 1, character: start }, end: { line: 1, character: line.indexOf(" } } }") } });
  });
  it("writes odd keys in brackets", async () => {
    const approvals =
      '{ "version": 1, "agents": { "*": { "allowlist": [{ "pattern": "/**" }] }, "main": { "allowlist": [{ "pattern": "/**" }] } } }';
    const root = place("paths", { "openclaw.json": quiet, "exec-approvals.json": approvals });
    const { sets } = await json("--min-severity", "info", root);
    const paths = sets[0]?.findings.filter(({ rule }) => rule === "wildcard-allowlist").map(({ path }) => path);
    assert.deepEqual(paths, ['agents["*"].allowlist[0].pattern', "agents.main.allowlist[0].pattern"]);
  });
  it("keeps to the level asked for", async () => {
    const text = `${ungated}\n// grantlint-ignore-file plaintext-credential -- there is none`;
    const root = place("level", { "openclaw.json": text });
    const severitiesAt = async (level: string): Promise<Set<string> | undefined> => {
      const [set] = (await json("--min-severity", level, root)).sets;
      return set && new Set(set.findings.map(({ severity }) => severity));
    };
    assert.ok((await severitiesAt("hint"))?.has("info"));
    assert.ok((await severitiesAt("info"))?.has("info"));
    assert.ok(!(await severitiesAt("warning"))?.has("info"));
    assert.deepEqual(await severitiesAt("error"), new Set(["error"]));
  });
});

describe("what a team decides", () => {
  const rulesOf = async (...argv: string[]): Promise<string[]> =>
    (await json(...argv)).sets.flatMap(({ findings }) => findings.map(({ rule, severity }) => `${rule} ${severity}`));

  it("sets the severity of single rules, which decides what counts", async () => {
    const root = place("levels", { "openclaw.json": ungated });
    assert.ok((await rulesOf(root)).includes("ungated-host-exec error"));
    assert.ok(
      (await rulesOf("--rule", "ungated-host-exec=warning", "--rule", "suppression=error", root)).includes("ungated-host-exec warning"),
    );
    const off = rules.map(({ id }) => ["--rule", `${id}=off`]).flat();
    assert.deepEqual(await rulesOf(...off, "--min-severity", "hint", root), []);
    assert.equal((await grantlint(...off, root)).code, 0);
  });
  it("shows with --strict what is folded or left out otherwise", async () => {
    const root = "examples/founding-organisation/original";
    const [usual, strict] = [await rulesOf(root), await rulesOf("--strict", root)];
    assert.ok(strict.length > usual.length);
    assert.deepEqual(
      usual.filter((finding) => !strict.includes(finding)),
      [],
    );
  });
  it("is counted and told with its reason when a comment ignores a finding", async () => {
    const text = `// grantlint-ignore-next-line ungated-host-exec -- a throw-away machine\n${ungated}`;
    const root = place("ignored", { "openclaw.json": text });
    const { sets } = await json("--rule", "no-exec-approvals=off", "--rule", "unsandboxed-host-exec=off", root);
    assert.deepEqual(
      sets[0]?.ignored.map(({ rule, path, reason }) => ({ rule, path, reason })),
      [{ rule: "ungated-host-exec", path: "tools.exec.security", reason: "a throw-away machine" }],
    );
    assert.ok(!sets[0]?.findings.some(({ rule }) => rule === "ungated-host-exec"));
    assert.match((await grantlint(root)).out, /; 1 ignored with a reason\.\n$/);
  });
});

describe("the rules by name", () => {
  it("are listed as a table and as JSON", async () => {
    const { out, code } = await grantlint("rules");
    assert.equal(code, 0);
    assert.match(out, /^rule +severity +set +finds +enables\n/);
    assert.equal(out.trimEnd().split("\n").length, rules.length + 1);
    const { rules: list } = JSON.parse((await grantlint("rules", "--format", "json")).out) as { rules: Record<string, unknown>[] };
    assert.deepEqual(
      list.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    const { summary, why, ...rest } = list.find(({ id }) => id === "ungated-host-exec") ?? {};
    assert.ok(typeof summary === "string" && typeof why === "string");
    assert.deepEqual(rest, {
      id: "ungated-host-exec",
      severity: "error",
      set: "default",
      techniques: ["AML.T0053", "AML.T0050"],
      mitigations: ["AML.M0029", "AML.M0028"],
      asi: ["ASI05", "ASI02"],
      cwe: [749, 250],
      page: "https://github.com/grantlint/grantlint/blob/main/docs/rules/ungated-host-exec.md",
    });
  });
  it("are explained with what they enable, what answers it, and their page as text", async () => {
    const { out, code } = await grantlint("explain", "ungated-host-exec");
    assert.equal(code, 0);
    assert.match(out, /^ungated-host-exec {2}\(error, default set\)\nAgent may run any command/);
    assert.match(out, /Enables\n {2}AML\.T0053 {2}AI Agent Tool Invocation \(/);
    assert.match(out, /Mitigations\n {2}AML\.M0029 {2}Human In-the-Loop/);
    assert.match(out, /ASI05, ASI02\nCWE: 749, 250\n/);
    assert.match(out, /\nReported\n\n {4}\/\/ openclaw\.json for 2026\.6\.1\n/);
    assert.match(out, /\nWhen it is fine\n/);
    assert.match(out, /Page: https:\S+ungated-host-exec\.md\n$/);
    assert.doesNotMatch(out, /```|gen:meta|^#/m);
  });
  it("all have a page that reads well as text, and do without it", async () => {
    for (const { id, why } of rules) {
      const { out } = await grantlint("explain", id);
      assert.doesNotMatch(out, /```|gen:meta|^#/m, id);
      assert.ok(out.includes("\nRemediation\n"), id);
      assert.ok(explainName(id, { readPage: () => undefined })?.includes(why), id);
    }
  });
  it("are told for a technique or a mitigation, however its id is written", async () => {
    for (const name of ["AML.T0053", "aml.t0053", "T0053"]) {
      const { out } = await grantlint("explain", name);
      assert.match(
        out,
        /^AML\.T0053 {2}AI Agent Tool Invocation\nTactics: .*Execution.*\nhttps:\/\/atlas\.mitre\.org\/techniques\/AML\.T0053\n/,
      );
      assert.match(out, /Mitigations\n[\s\S]*AML\.M0029/);
      assert.match(out, /Rules that name it\n[\s\S]* {2}ungated-host-exec +error +Agent may/);
    }
    const { out } = await grantlint("explain", "AML.M0029");
    assert.match(
      out,
      /^AML\.M0029 {2}Human In-the-Loop[\s\S]*Answers\n[\s\S]*AML\.T0053[\s\S]*Rules that name it\n[\s\S]*ungated-host-exec/,
    );
    assert.match((await grantlint("explain", "AML.T0000")).out, /No rule names it/);
  });
  it("are not the only names in a report", async () => {
    for (const id of ["schema", "syntax", "suppression"]) assert.equal((await grantlint("explain", id)).code, 0, id);
  });
  it("are suggested for a name that is none", async () => {
    const { code, error } = await grantlint("explain", "ungated-host-exek");
    assert.equal(code, 2);
    assert.equal(error, 'grantlint: there is no rule, technique or mitigation "ungated-host-exek"; did you mean "ungated-host-exec"?\n');
    assert.match((await grantlint("explain", "AML.T9999")).error, /there is no .* "AML\.T9999"; `grantlint rules` lists/);
  });
});

describe("what is printed", () => {
  const secret = "example-0123456789-not-a-real-token";
  it("never holds a secret, in text or JSON, not even beside a finding", async () => {
    const text = `{ gateway: { auth: { token: "${secret}" } }, tools: { exec: { security: "full", ask: "off" } }, nonsense: "${secret}" }`;
    const root = place("secret", { "openclaw.json": text });
    for (const format of ["text", "json"]) {
      const { out } = await grantlint("--format", format, "--min-severity", "hint", "--openclaw", "2026.6.1", root);
      assert.match(out, /plaintext-credential/);
      assert.ok(!out.includes(secret), format);
      assert.ok(!out.includes(secret.slice(8, 20)), format);
    }
  });
  it("has no control characters of the file in it", async () => {
    const root = place("control", { "openclaw.json": '{ tools: { deny: ["\u001b[31mred"] } }' });
    const { out } = await grantlint("--openclaw", "2026.6.1", root);
    assert.ok(!out.includes("\u001b"));
  });
  it("shows place, line, techniques and the way out", async () => {
    const root = place("text", { "openclaw.json": ungated });
    const { out } = await grantlint(root);
    assert.match(out, /error {3}Agent "main" may run any command on the host, and nobody is asked/);
    assert.match(out, /openclaw\.json:1:\d+ {2}tools\.exec\.security {2}ungated-host-exec/);
    assert.match(out, /enables AML\.T0053 AI Agent Tool Invocation/);
    assert.match(out, /1 │ \{ meta/);
    assert.match(out, /fix: Ask a person/);
  });
  it("shows of a long line what is around the place, underlined, with no secret beside it", async () => {
    const secret = "k7Jq2Lx9Vb4Nw8Rt5Yp1";
    const far = `{ "env": { "vars": { "A": "${"word ".repeat(200)}" } }, "gateway": { "auth": { "token": "${secret}" } }, ${ungated.slice(1)}`;
    const { out } = await grantlint("--openclaw", "2026.6.1", place("far", { "openclaw.json": far }));
    const frames = [...out.matchAll(/1 │ (.*)\n +│ ( *\^+)/g)].map(([, shown = "", marks = ""]) => ({
      shown,
      marked: shown.slice(marks.lastIndexOf(" ") + 1, marks.length),
    }));
    assert.ok(frames.some(({ marked }) => marked === '"full"'));
    assert.ok(frames.every(({ shown }) => shown.length <= 100));
    assert.ok(!out.includes(secret));
  });
});

it("a Compose file that nobody can read shows where it is wrong, and nothing of what stands there", async () => {
  const compose = "services:\n  gateway:\n    image: openclaw/openclaw\n    command: gateway: --password=Pa55-word\n";
  const { code, out } = await grantlint(place("malformed", { "compose.yaml": compose }));
  assert.equal(code, 1);
  assert.match(out, /compose\.yaml:4:14 {2}syntax\n +4 │ {5}•+ •+ •+\n/);
});

describe("what says nothing of agents", () => {
  const servers = '{ "mcpServers": { "own": { "command": "own-server" } } }';
  it("is named by what only agents are in, and what judges it as well", async () => {
    const root = place("companions", { "only/.mcp.json": servers, "config/openclaw.json": quiet });
    for (const path of [join(root, "only"), join(root, "only", ".mcp.json")]) {
      for (const command of ["grants", "plan"]) {
        const { code, out, error } = await grantlint(command, path);
        assert.deepEqual({ code, out }, { code: 2, out: "" });
        assert.ok(error.startsWith(`grantlint: ${path}: no openclaw.json or exec-approvals.json`) && /"grantlint lint"/.test(error), error);
      }
    }
    const { code, out, error } = await grantlint("grants", join(root, "only"), join(root, "config"));
    assert.equal(code, 2);
    assert.match(out, /^main /m);
    assert.match(error, /says nothing of agents/);
  });
  it("is named as well where a config only bears the name", async () => {
    const root = place("foreign", { "openclaw.json": '{ "compilerOptions": {} }' });
    for (const command of ["grants", "plan", "plan --format json", "grants --compare-releases 2026.6.1 2026.9.6"]) {
      const { code, error } = await grantlint(...command.split(" "), root);
      assert.equal(code, 2, command);
      assert.match(error, /no OpenClaw config, left alone/, command);
    }
  });
});

describe("the plan as JSON", () => {
  it("says what the plan says, agent by agent", async () => {
    const contract = '{ "agents": { "hr": { "needs": ["fs.read"], "reason": "HR only reads" } } }';
    const config =
      '{ agents: { list: [{ id: "main" }, { id: "hr" }] }, gateway: { auth: { token: "example-0123456789-not-a-real-token" } } }';
    const root = place("plan", { "openclaw.json": config, "grantlint.json": contract });
    const { code, out } = await grantlint("plan", "--openclaw", "2026.6.1", "--format", "json", root);
    assert.equal(code, 0);
    const { sets } = JSON.parse(out) as { sets: readonly JsonPlan[] };
    const [plan] = sets;
    assert.ok(plan && sets.length === 1);
    assert.deepEqual(
      [plan.root, plan.openclaw.version, plan.files, plan.unnamed],
      [root, "2026.6.1", ["openclaw.json", "grantlint.json"], ["main"]],
    );
    const removal = plan.removals.find(({ agent }) => agent === "hr");
    assert.equal(removal?.reason, "HR only reads");
    assert.ok(removal.capabilities.includes("exec"));
    const hr = plan.agents.find(({ id }) => id === "hr");
    assert.ok(hr?.before.some(({ capability }) => capability === "exec") && !hr.after.some(({ capability }) => capability === "exec"));
    assert.deepEqual(plan.variables, ["OPENCLAW_GATEWAY_TOKEN"]);
    assert.ok(plan.edits.some(({ rule, file }) => rule === "plaintext-credential" && file === "openclaw.json"));
    const page = (await grantlint("plan", "--openclaw", "2026.6.1", root)).out;
    for (const { title } of plan.edits) assert.ok(page.includes(title.split("`")[0] ?? ""), title);
  });
});

interface JsonPlan {
  readonly root: string;
  readonly openclaw: { readonly version: string };
  readonly files: readonly string[];
  readonly unnamed: readonly string[];
  readonly removals: readonly { readonly agent: string; readonly capabilities: readonly string[]; readonly reason: string | null }[];
  readonly agents: readonly { readonly id: string; readonly before: readonly JsonGrant[]; readonly after: readonly JsonGrant[] }[];
  readonly variables: readonly string[];
  readonly edits: readonly { readonly title: string; readonly rule: string; readonly file: string }[];
}
interface JsonGrant {
  readonly capability: string;
}
