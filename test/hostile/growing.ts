/**
 * Files built to cost more than they should, each in any size: nesting, lists, keys, patterns, comments, references. A name, and the files
 * of a set for a size; the time to judge them must grow no faster than the size.
 */
export type Files = Readonly<Record<string, string>>;

const repeat = (size: number, each: (index: number) => unknown): unknown[] => Array.from({ length: size }, (_, index) => each(index));
const record = (size: number, each: (index: number) => readonly [string, unknown]): object =>
  Object.fromEntries(Array.from({ length: size }, (_, index) => each(index)));
const text = (written: string): Files => ({ "openclaw.json": written });
const config = (value: unknown): Files => text(JSON.stringify(value));
const approvals = (value: unknown, of: unknown = {}): Files => ({
  "openclaw.json": JSON.stringify(of),
  "exec-approvals.json": JSON.stringify(value),
});
const allowlist = (entries: unknown[]): Files =>
  approvals({ version: 1, defaults: { security: "allowlist" }, agents: { main: { allowlist: entries } } });
const pattern = (written: string): Files => allowlist([{ pattern: written }]);
const argPattern = (written: string): Files => allowlist([{ pattern: "/bin/tool", argPattern: written }]);

export const growing: Readonly<Record<string, (size: number) => Files>> = {
  // The text itself.
  "open brackets": (size) => text(`{ agents: ${"[".repeat(size)}`),
  "open objects": (size) => text(`{ agents: ${"{ a: ".repeat(size)}`),
  "nested lists": (size) => text(`{ agents: ${"[".repeat(size)}${"]".repeat(size)} }`),
  "closing brackets": (size) => text(`{ agents: {}, a: [${"}".repeat(size)}`),
  "openings of comments": (size) => text(`{ agents: {} } ${"/*".repeat(size)}`),
  "texts without an end": (size) => text(`{ agents: {}, ${'"\n'.repeat(size)}`),
  backslashes: (size) => text(`{ agents: {}, a: "${"\\".repeat(size)}`),
  slashes: (size) => text(`{ agents: {}, a: ${"/ ".repeat(size)}`),
  colons: (size) => text(`{ agents: {}, ${":".repeat(size)}`),
  commas: (size) => text(`{ agents: {}, ${",".repeat(size)}`),
  "words in a row": (size) => text(`{ agents: {}, ${"a ".repeat(size)}`),
  "texts in a row": (size) => text(`{ agents: {}, ${'"a" '.repeat(size)}`),
  "texts and blanks in a list": (size) => text(`{ agents: {}, a: [${`"a"${" ".repeat(20)}`.repeat(size / 20)}`),
  "comments behind a word": (size) => text(`{ agents: {}, a: [${"a/**/".repeat(size)}`),
  "comments behind a text": (size) => text(`{ agents: {}, a: ["a"${"/**/".repeat(size)}`),
  "keys without values": (size) => text(`{ agents: {}, ${"a:\n".repeat(size)}`),
  "stairs of objects": (size) => text(`{ agents: {}, ${repeat(size, (index) => `${" ".repeat(index % 200)}a: {\n`).join("")}`),
  "mixed line ends": (size) => text(`{ agents: {},\r${"// a\r\n\u2028\n\r".repeat(size)} }`),
  "NULs and lone surrogates": (size) => config({ gateway: { bind: "lan", auth: { mode: "token", token: "\0\ud800".repeat(size) } } }),
  "byte order marks": (size) => text(`${"\ufeff".repeat(size)}{ agents: {} }`),
  // Keys and entries.
  "repeated keys": (size) => text(`{ agents: {}, ${"a: 1, ".repeat(size)} }`),
  "unknown keys": (size) => config({ agents: {}, ...record(size, (index) => [`a${index}`, 1]) }),
  "repeated __proto__": (size) => text(`{ agents: {}, ${'"__proto__": { "a": 1 }, '.repeat(size)} }`),
  "names in a deny list": (size) => config({ tools: { deny: repeat(size, (index) => `tool${index}`) } }),
  "one name over and over": (size) => config({ tools: { deny: repeat(size, () => "exce") } }),
  "patterns in a deny list": (size) => config({ tools: { deny: repeat(size, (index) => `t*${index}`) } }),
  "numbers for agents": (size) => config({ agents: { list: repeat(size, (index) => index) } }),
  agents: (size) => config({ agents: { list: repeat(size, (index) => ({ id: `a${index}` })) } }),
  "agents of one id": (size) => config({ agents: { list: repeat(size, () => ({ id: "a" })) } }),
  "agents that start all": (size) =>
    config({ agents: { list: repeat(size, (index) => ({ id: `a${index}`, subagents: { allowAgents: ["*"] } })) } }),
  "bindings of nobody": (size) =>
    config({
      agents: { list: [{ id: "a" }] },
      bindings: repeat(size, (index) => ({ agentId: `b${index}`, match: { channel: "telegram" } })),
    }),
  "MCP servers": (size) => config({ mcp: { servers: record(size, (index) => [`s${index}`, { command: "npx", args: ["-y", "x"] }]) } }),
  "arguments of an MCP server": (size) => config({ mcp: { servers: { s: { command: "npx", args: repeat(size, () => "-y") } } } }),
  channels: (size) => config({ channels: record(size, (index) => [`c${index}`, { dmPolicy: "open" }]) }),
  accounts: (size) =>
    config({ channels: { telegram: { accounts: record(size, (index) => [`c${index}`, { dmPolicy: "open", allowFrom: ["*"] }]) } } }),
  plugins: (size) => config({ plugins: { entries: record(size, (index) => [`p${index}`, { enabled: true }]) } }),
  hooks: (size) =>
    config({
      hooks: { enabled: true, token: "x", mappings: repeat(size, (index) => ({ match: { path: `x${index}` }, action: "agent" })) },
    }),
  providers: (size) => config({ models: { providers: record(size, (index) => [`p${index}`, { baseUrl: "http://x", models: [] }]) } }),
  "folders of a sandbox": (size) =>
    config({ agents: { defaults: { sandbox: { mode: "all", docker: { binds: repeat(size, (index) => `/a${index}:/b${index}:rw`) } } } } }),
  "names of safe programs": (size) =>
    config({
      tools: { exec: { safeBins: repeat(size, (index) => `b${index}`), safeBinTrustedDirs: repeat(size, (index) => `/x${index}`) } },
    }),
  includes: (size) => config({ $include: repeat(size, (index) => `./x${index}.json5`), agents: {} }),
  "includes of oneself": (size) => config({ $include: repeat(size, () => "./openclaw.json"), agents: {} }),
  "agents with approvals": (size) =>
    approvals(
      { version: 1, agents: record(size, (index) => [`a${index}`, { security: "full" }]) },
      { agents: { list: repeat(size, (index) => ({ id: `a${index}` })) } },
    ),
  "a contract of strangers": (size) => ({
    "openclaw.json": "{ agents: {} }",
    "grantlint.json": JSON.stringify({ agents: record(size, (index) => [`b${index}`, { needs: [`zzz${index}`] }]) }),
  }),
  // Comments that ignore.
  "comments that ignore": (size) => text(`{ agents: {},\n${"// grantlint-ignore-next-line a -- b\n".repeat(size * 3)} }`),
  "rules in a comment that ignores": (size) => text(`{ agents: {},\n// grantlint-ignore-next-line ${"a, ".repeat(size)} -- b\n}`),
  // Patterns.
  "allowlist entries": (size) => allowlist(repeat(size, (index) => ({ pattern: `/bin/t${index}` }))),
  "stars in an entry": (size) => pattern(`/${"*a".repeat(size)}/b`),
  "folders of stars": (size) => pattern(`/${"**/".repeat(size)}b`),
  "stars and question marks": (size) => pattern(`/${"*?".repeat(size)}`),
  "live groups": (size) => pattern(`/bin/${"(.*a)*".repeat(size)}`),
  "entries of stars": (size) => allowlist(repeat(size / 5, (index) => ({ pattern: `/**/*${index}*?` }))),
  "nested repetition": (size) => argPattern(`^${"(".repeat(size)}a${")+".repeat(size)}$`),
  "repetition of parts": (size) => argPattern(`(${"a+".repeat(size)})+$`),
  "negated classes": (size) => argPattern(`^${"[^".repeat(size)}]$`),
  alternatives: (size) => argPattern(`^${"a|".repeat(size)}b$`),
  "groups in groups": (size) => argPattern(`^${"(?:".repeat(size)}a${")".repeat(size)}|b`),
  "counts of counts": (size) => argPattern(`^(((a{1000}){1000}){1000}){${size}}$`),
  "nothing, very often": (size) => argPattern(`^(?:){${"9".repeat(30)}}a{${size}}$`),
  "stars in a tool's name": (size) => config({ tools: { deny: [`${"*".repeat(size)}x`, `${"a*".repeat(size)}x`] } }),
};

const compose = (written: string): Files => ({
  "compose.yaml": `services:\n  openclaw:\n    image: openclaw/openclaw:latest\n${written}`,
});
const dockerfile = (written: string): Files => ({ Dockerfile: `FROM openclaw/openclaw:latest\n${written}` });
const lines = (size: number, each: (index: number) => string): string => repeat(size, each).join("\n");

/** The same for files that others' libraries read. */
export const growingCompanions: Readonly<Record<string, (size: number) => Files>> = {
  "words of a command": (size) => compose(`    command: [${"a,".repeat(size)}]\n`),
  "names and references in turn": (size) =>
    compose(`x:\n${lines(size, (index) => `  k${index}: &a${index} 1\n  l${index}: *a${index}`)}\n`),
  "references to references": (size) =>
    compose(`x0: &x0 [1]\n${lines(size, (index) => `x${index + 1}: &x${index + 1} [*x${index}, *x${index}]`)}\n`),
  "blocks merged into blocks": (size) =>
    compose(`x0: &x0 {}\n${lines(size, (index) => `x${index + 1}: &x${index + 1}\n  <<: [*x${index}, *x${index}]`)}\n`),
  "a block inside of itself": (size) => compose(`x: &x [${"*x, ".repeat(size)}]\n`),
  "tags without a value": (size) => compose(`    command: ${"!a ".repeat(size)}\n`),
  "open lists": (size) => compose(`    command: ${"[".repeat(size)}\n`),
  "lists in lists": (size) => compose(`    command: ${"[".repeat(size)}${"]".repeat(size)}\n`),
  documents: (size) => compose("---\na: 1\n".repeat(size)),
  "comments of YAML": (size) => compose("# a\n".repeat(size)),
  services: (size) => compose(lines(size, (index) => `  openclaw${index}: { image: "openclaw/openclaw:latest", ports: ["1:1"] }`)),
  instructions: (size) => dockerfile("RUN x\n".repeat(size)),
  "lines of one instruction": (size) => dockerfile(`RUN a ${"\\\n# b\n".repeat(size)}`),
  "texts of one instruction": (size) => dockerfile(`CMD [${'"a",'.repeat(size)}"a"]\n`),
  "variables of variables": (size) => dockerfile(lines(size, (index) => `ENV A${index + 1}="$A${index}"`)),
  "stages of an image": (size) =>
    dockerfile(lines(size, (index) => `FROM openclaw/openclaw:latest AS s${index}\nCOPY --from=s${index - 1} / /`)),
  "stages made from one another": (size) =>
    dockerfile(lines(size, (index) => `FROM s${index - 1} AS s${index}\nFROM s${index + 1} AS t${index}`)),
  heredocs: (size) => dockerfile(`RUN ${"<<a ".repeat(size)}\n${"b\n".repeat(size)}`),
  "flags of an instruction": (size) => dockerfile(`RUN ${"--mount=type=bind,source=/ ".repeat(size)} x\n`),
};
