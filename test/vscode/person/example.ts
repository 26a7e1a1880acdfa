/** The folder a person opens, and what is expected to be seen there. All that these steps know about rules stands here. */

export const folder = "examples/founding-organisation/original";

export const file = "openclaw.json";

export const rule = "ungated-host-exec";

/** The page that opens there: several findings share the place. */
export const ruleAtMark = /no-exec-approvals\.md|ungated-host-exec\.md/;

/** Every page of a rule has it. */
export const ruleHeading = "exec";

/** What the rule marks: the text behind `before`, where the file says both for the first time. */
export const marked = { before: "\n  ", value: "tools: {" };

export const hoverText = /any command on the host/;

/** `after`: what the file says once the fix is applied. */
export const fix = { title: "Ask a person before commands that are not on the allowlist", after: 'host: "gateway"' };

/** Typed key by key behind `after`, once the fix is in: an agent with a shell of its own again. */
export const typed = { after: 'name: "CPO",', text: ' tools: { exec: { security: "full", ask: "off" } },', marked: '"full"' };

/** An agent, the line above it, and what the hover says that the line opens. */
export const agent = {
  id: "main",
  written: 'id: "main"',
  mention: 'agentId: "cto',
  definition: 'id: "cto"',
  lens: "paired on telegram, slack",
  hover: /Agent main in OpenClaw .*Nothing in the way:.*exec on the host/s,
};

export const shells = "18 of 22 agents have a shell";

/** The first reason for the agent's shell in the tree, and the line that it leads to. */
export const reason = { text: "the host is the sandbox and this session has none", decidedBy: "\n  tools: {" };

/** An agent's row in the matrix, and what becomes of it. */
export const matrix = {
  agent: "main",
  cell: /^open, host$/,
  all: /OpenClaw 2026\.2\.17 · 22 of 22 agents$/,
  withCommands: /18 of 22 agents/,
  filter: "podcast",
  filtered: /1 of 22 agents/,
  reach: /Reach of main.*13 more.*Sends messages to/s,
  fixed: /open, sandbox▼ narrower, was open, host/,
  release: "2026.9.6",
  released: /OpenClaw 2026\.9\.6 · 22 of 22 agents · \d+ agents change/,
  filteredRelease: /OpenClaw 2026\.9\.6 · 1 of 22 agents/,
  decidedBy: "\n  tools: {",
};

/** So that a window that is loaded anew has what was open in it. */
export const keepEditors = { "workbench.editor.restoreEditors": true };

/** A block, and what its missing settings come to. */
export const silence = { block: "\n  tools: {", words: "exec not set: on the host, never asks" };

/** Typed behind `after`; the editor closes brackets and quotes by itself. */
export const completion = {
  after: 'name: "Podcast",',
  typed: ' tools: { deny: ["',
  narrowed: "group:w",
  accepted: "group:web",
  result: 'tools: { deny: ["group:web"]}',
};

/** For the finding in the line that was typed. */
export const ignored = {
  title: `Ignore "${rule}" here, with a reason`,
  reason: "a machine of its own",
  comment: `// grantlint-ignore-next-line ${rule} -- a machine of its own`,
};

/** A second file, which comes while the editor is open. */
export const approvals = {
  file: "exec-approvals.json",
  rule: "waking-allowlist-pattern",
  text: '{ "version": 1, "agents": { "mentor": { "allowlist": [{ "pattern": "*" }] } } }\n',
};

export const renamed = { at: 'id: "ment', to: "tutor", inConfig: 'id: "tutor"', inApprovals: '"tutor": {' };

/** A marked value whose hover is short. */
export const secret = { written: 'apiKey: "example', hover: /Enables AML\.T0083 .*Mitigations: AML\.M/s };

/** A finding at the end of this text, and how a plan begins. */
export const planned = { finding: 'apiKey: "example', heading: "# Least-privilege plan" };

/** Another config: too old to be without an approvals file, and with a mistake that no other file has. */
export const second = {
  folder: "second",
  text: '{ meta: { lastTouchedVersion: "2026.6.1" }, gateway: { bind: 7 }, tools: { exec: { security: "full", ask: "off" } } }\n',
  /** What is seen of it for sure: hints may stand further behind. */
  shown: 'lastTouchedVersion: "2026.6.1" }, gateway',
  filter: '"bind" must be',
};

/** A folder with something for each family of fixes. */
export const fixable = {
  folder: "fixable",
  files: {
    "openclaw.json": `{
  meta: { lastTouchedVersion: "2026.6.1" },
  logging: { redactSensitive: "off" }, // while we looked for a fault
  agents: {
    list: [{ id: "main" }, { id: "podcast", tools: { allow: ["read", "write", "web_fetch"] } }],
  },
  tools: { exec: { host: "gateway", security: "allowlist", ask: "off" } },
  channels: { telegram: { dmPolicy: "open", allowFrom: ["*"] } },
  gateway: { auth: { token: "example-4fd0e1a97c2b4a6d8e3f5b1c" }, bind: "lan" },
}
`,
    "exec-approvals.json": `{
  "version": 1,
  "agents": { "main": { "allowlist": [{ "pattern": "/usr/bin/ls" }, { "pattern": "/usr/bin/python3" }] } }
}
`,
    "grantlint.json": '{ "agents": { "podcast": { "needs": ["fs.read", "fs.write"] } } }\n',
  },
};

interface Family {
  readonly what: string;
  readonly file: keyof typeof fixable.files;
  /** The cursor stands behind this text. */
  readonly at: string;
  readonly title: string;
  /** What the line says before and after. */
  readonly before: string;
  readonly after: string;
  /** The editor shows the change and waits for the person to agree. */
  readonly asks?: true;
}

export const families: readonly Family[] = [
  {
    what: "takes a tool that the contract does not list",
    ...{ file: "openclaw.json", at: '"podcast", tools: { allow: ["read", "write", "web', title: 'Take net.fetch from "podcast"' },
    ...{ before: '"write", "web_fetch"]', after: '["read", "write"]' },
  },
  {
    what: "takes an interpreter off an allowlist",
    ...{ file: "exec-approvals.json", at: "/usr/bin/pyth", title: "Remove this entry" },
    ...{ before: '"/usr/bin/ls" }, {', after: '"/usr/bin/ls" }] }' },
  },
  {
    what: "shuts a door",
    ...{ file: "openclaw.json", at: 'dmPolicy: "op', title: "Admit only people who are approved or listed" },
    ...{ before: 'dmPolicy: "open"', after: 'dmPolicy: "pairing"' },
  },
  {
    what: "takes a secret out, after a look at what that does",
    ...{ file: "openclaw.json", at: 'token: "exa', title: "Take it from the environment variable OPENCLAW_GATEWAY_TOKEN" },
    ...{ before: 'token: "example-', after: 'token: "${OPENCLAW_GATEWAY_TOKEN}"', asks: true },
  },
];

/** What a save makes of the safe findings, once the settings ask for it. */
export const onSave = {
  settings: { "editor.codeActionsOnSave": { "source.fixAll.grantlint": "explicit" } },
  before: 'redactSensitive: "off"',
  after: 'redactSensitive: "tools"',
};

/** Typed into the fixable config and not saved, what is found in it, and what the status bar says of the agents. `most`: the crash that is one too many. */
export const crashed = {
  ...{ behind: "logging: {", typed: " neverSaved: 7,", finding: "neverSaved" },
  ...{ status: "agents have a shell", agent: "podcast", most: 5 },
};

/** What a hover over a finding ends with. */
export const quickFix = "Quick Fix...";

/** A second folder with settings of its own, and a folder that is never opened; paths from beside the first. */
export const several = {
  workspace: "several.code-workspace",
  shown: "second-root",
  files: {
    "several.code-workspace": '{ "folders": [{ "path": "founding-organisation" }, { "path": "second-root" }] }\n',
    "second-root/openclaw.json":
      '{ agents: { list: [{ id: "guest" }] }, tools: { exec: { host: "gateway", security: "full", ask: "off" } } }\n',
    "second-root/.vscode/settings.json": '{ "grantlint.openclawVersion": "2026.2.17" }\n',
    "outside/openclaw.json": '{ meta: { lastTouchedVersion: "2026.6.1" }, agents: { list: [{ id: "quiet" }] }, tools: { deny: ["*"] } }\n',
  },
  sets: [
    { path: "founding-organisation/openclaw.json", row: /founding-organisation/, status: /of 22 agents/ },
    { path: "second-root/openclaw.json", row: /second-root.*OpenClaw 2026\.2\.17/, status: /1 of 1 agent has a shell/ },
    { path: "outside/openclaw.json", row: /outside.*OpenClaw 2026\.6\.1/, status: /0 of 1 agent has a shell/ },
  ],
} as const;

/** A folder for a person without a mouse. */
export const byKeys = {
  folder: "by-keys",
  files: {
    "openclaw.json": `{
  meta: { lastTouchedVersion: "2026.6.1" },
  agents: {
    list: [
      { id: "main", subagents: { allowAgents: ["writer"] } },
      { id: "writer", tools: { deny: [] } },
    ],
  },
  tools: { exec: { host: "gateway", security: "full", ask: "off" } },
}
`,
    "exec-approvals.json": '{ "version": 1, "agents": { "writer": { "allowlist": [] } } }\n',
  },
  problem: "any command on the host",
  /** The same in the Problems list, where other files have it too. */
  row: 'Agents "main" and "writer" may run any command',
  marked: 'security: "full',
  fix: { title: fix.title, after: 'security: "allowlist"' },
  agent: 'id: "writer',
  lens: "host shell, never asks",
  completion: { behind: "deny: [", name: "group:runtime", details: "AML.T0050", result: 'deny: ["group:runtime"]' },
  mention: 'allowAgents: ["wri',
  definition: 'id: "writer"',
  inApprovals: "exec-approvals.json",
  name: "writer",
  renamed: "author",
  shells: /2 of 2 agents have a shell/,
  walkthrough: {
    title: "Lock down your first agent",
    steps: ["See what each agent may do", "Read why", "Take away what is not needed", "Say why the rest is fine"],
  },
};
