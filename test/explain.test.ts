/** What is said of the place at the mark `|`. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { explain } from "../server/src/core/index.ts";
import { code, escape } from "../server/src/core/markdown.ts";
import { analyzeTexts } from "./analyze-texts.ts";

async function said(marked: string, { openclaw = "2026.6.1", file = "openclaw.json" } = {}): Promise<string> {
  const config = "{ agents: { list: [{ id: 'main' }, { id: 'cto' }] }, tools: { exec: { security: 'allowlist', ask: 'on-miss' } } }";
  const offset = marked.indexOf("|");
  const files = { "openclaw.json": config, [file]: marked.replace("|", "") };
  const analysis = await analyzeTexts({ files, openclaw });
  const uri = analysis.set.files.find(({ uri: each }) => each.endsWith(file))?.uri ?? "";
  return explain(analysis, uri, offset)?.text ?? "";
}

it("a tool: what it is for, its groups and profiles in this release, what it opens the way to", async () => {
  const text = await said("{ tools: { deny: ['ex|ec'] } }");
  assert.match(text, /\*\*exec\*\* runs shell commands/);
  assert.match(text, /in `group:runtime`; in the profiles `coding`/);
  assert.match(text, /\[AML\.T0053\].*Mitigations: \[AML\.M0028\].*Shown on OpenClaw: \[AML\.CS0048\]/s);
  assert.match(await said("{ tools: { deny: ['cr|on'] } }", { openclaw: "2026.9.6" }), /\*\*automations\*\*/);
});

it("the same words and keys in an included file, by the place it is laid into", async () => {
  const files = {
    "openclaw.json": "{ agents: { list: [{ $include: './main.json5' }] } }",
    "main.json5": "{ id: 'main', tools: { deny: ['exec'] }, sandbox: { mode: 'off' } }",
  };
  const analysis = await analyzeTexts({ files, openclaw: "2026.6.1" });
  const uri = analysis.set.files.find(({ role }) => role === "include")?.uri ?? "";
  const at = (text: string) => explain(analysis, uri, files["main.json5"].indexOf(text) + 1)?.text ?? "";
  assert.match(at("exec"), /\*\*exec\*\* runs shell commands/);
  assert.match(at("mode"), /main session stays on the host/);
});

it("which release it is judged for, and as what where nobody here knows that", async () => {
  const judged = async (openclaw: string) =>
    /Judged for OpenClaw (.*?)\. ATLAS/.exec(await said("{ tools: { deny: ['ex|ec'] } }", { openclaw }))?.[1];
  assert.equal(await judged("2026.9.6"), "2026.9.6");
  assert.equal(await judged("2026.9.7"), "2026.9.7 as if it were 2026.9.6, the newest known here");
  assert.equal(await judged("2026.2.16"), "2026.2.16 as if it were 2026.2.17, the oldest known here");
});

it("a group and a profile: their members, and what they open the way to", async () => {
  assert.match(await said("{ tools: { deny: ['group:run|time'] } }"), /- `exec`: text it read becomes a command \(enables \[AML\.T0053\]/);
  assert.match(await said("{ tools: { profile: 'fu|ll' } }"), /- `net\.fetch`: .*\n- `net\.search`, `browser`, /);
  assert.match(await said("{ tools: { deny: ['group:f|s'] } }"), /`read` .*does not include `exec`/s);
  assert.match(await said("{ tools: { profile: 'mini|mal' } }"), /\*\*minimal\*\* in OpenClaw 2026\.6\.1: `session_status`/);
});

it("a key that decides over power, under an agent as under the common place", async () => {
  const note = /says under|Security and ask|When a person is asked/;
  assert.match(await said("{ tools: { exec: { as|k: 'off' } } }"), note);
  assert.match(await said("{ agents: { list: [{ id: 'main', tools: { exec: { as|k: 'off' } } }] } }"), note);
  assert.match(await said("{ agents: { list: [{ id: 'main', sandbox: { mo|de: 'all' } }] } }"), /every session is sandboxed/);
  assert.equal(await said("{ env: { va|rs: {} } }"), "");
  const entry = '{ "version": 1, "agents": { "main": { "allowlist": [{ "pat|tern": "rg" }] } } }';
  assert.match(await said(entry, { file: "exec-approvals.json" }), /\*\*agents\.\\\*\.allowlist\.\\\*\.pattern\*\*/);
});

it("a value: what words like it mean, whom it decides for, and what it comes to", async () => {
  const text = await said("{ agents: { list: [{ id: 'a' }, { id: 'b' }] }, tools: { exec: { security: 'fu|ll', ask: 'off' } } }");
  assert.match(text, /\*\*tools\.exec\.security\*\*.*`full`.*all 2 agents: exec on host, nothing in the way/s);
});

it("an agent: its grants with reasons", async () => {
  const text = await said("{ agents: { list: [{ id: 'ma|in' }] } }");
  assert.match(text, /\*\*Agent `main`\*\* in OpenClaw 2026\.6\.1: host shell, never asks · host files/);
  assert.match(text, /Nothing in the way:\n\n- `exec` on the host: .*\(default of 2026\.6\.1\)/);
  // What is so for the same reason stands in one line.
  assert.match(text, /- `fs\.read` `fs\.write` .*on the host: nothing takes these away/);
});

it("an agent that is always asked for: what runs when nobody answers", async () => {
  const answered = async (security: string) => {
    const files = {
      "openclaw.json": `{ agents: { list: [{ id: "main" }] }, tools: { exec: { security: "${security}", ask: "always" } } }`,
      "exec-approvals.json": '{ "version": 1, "defaults": { "askFallback": "allowlist" } }',
    };
    const analysis = await analyzeTexts({ files, openclaw: "2026.6.1" });
    const uri = analysis.set.files.find(({ role }) => role === "config")?.uri ?? "";
    return explain(analysis, uri, files["openclaw.json"].indexOf("main") + 1)?.text ?? "";
  };
  assert.match(await answered("allowlist"), /always asks, listed ones run if unanswered/);
  assert.match(await answered("full"), /always asks ·/);
});

it("an allowlist pattern: what it admits in this release", async () => {
  const approvals = '{ "version": 1, "agents": { "main": { "allowlist": [{ "pattern": "r|g" }] } } }';
  const file = "exec-approvals.json";
  assert.match(
    await said(approvals, { file }),
    /Admits whichever program of this name the search path finds first, called without a path, with any arguments/,
  );
  assert.match(await said(approvals, { file, openclaw: "2026.2.17" }), /Admits nothing/);
  const shell = approvals.replace("r|g", "/bin/ba|sh");
  assert.match(
    await said(shell, { file }),
    /Admits the programs it names, without arguments.*`bash` runs whatever is written to its input/s,
  );
  assert.match(await said(shell, { file, openclaw: "2026.2.17" }), /, with any arguments.*`bash` can run any other program/s);
  assert.match(
    await said(approvals.replace("r|g", "/usr/bin/su|do"), { file }),
    /Admits nothing: 2026\.6\.1 goes by what this program would start/,
  );
});

it("an allowlist pattern: examples of what it matches, and none made up from a secret", async () => {
  const file = "exec-approvals.json";
  const entry = (pattern: string, argPattern: string): string =>
    JSON.stringify({ version: 1, agents: { main: { allowlist: [{ pattern, argPattern }] } } }).replace('"pattern":"', '"pattern":"|');
  const text = await said(entry("/usr/bin/rg", "^-i$"), { file });
  assert.match(text, /Compared with the file behind all links to a program, it matches `\/usr\/bin\/rg`, not `\/usr\/bin\/RG`, /);
  assert.match(text, /Its pattern for arguments matches `-i`, not `-i -x` and `x -i`\./);
  const older = await said(entry("/usr/bin/rg", "^-i$"), { file, openclaw: "2026.2.17" });
  assert.match(older, /Compared with the path a program is found at, it matches `\/usr\/bin\/rg` and `\/usr\/bin\/RG`, not /);
  assert.doesNotMatch(older, /Its pattern for arguments/);
  assert.match(
    await said(entry("rg", ""), { file }),
    /Compared with the name a program is called by, it matches `rg`, not `RG`, `\.\/rg` and/,
  );
  const token = `sk-${"4fd0e1a97c2b".repeat(3)}Xy7Q`;
  for (const [pattern, argPattern] of [
    [`/opt/x=${token}`, ""],
    ["/usr/bin/rg", `^--key ${token}$`],
  ] as const) {
    const hidden = await said(entry(pattern, argPattern), { file });
    assert.match(hidden, /\*\*Allowlist entry\*\*/);
    assert.doesNotMatch(hidden, /it matches|4fd0e1a9/i);
  }
});

it("nothing where there is nothing to say", async () => {
  assert.equal(await said("{ tools: {} }\n|"), "");
  assert.equal(await said("{ // com|ment\n tools: {} }"), "");
});

it("text of a file cannot become a link, an image or a command", () => {
  for (const evil of ["[x](command:do)", "![x](https://e)", "`[x](y)`", "a\n# b", "<img src=x>", "``"]) {
    const span = code(evil);
    const [fence = ""] = /^`+/.exec(span) ?? [];
    assert.ok(span.endsWith(fence) && !span.slice(fence.length, -fence.length).includes(fence), span);
    assert.ok(!/(^|[^\\])[[\]<>`#]/.test(escape(evil)), escape(evil));
  }
});
