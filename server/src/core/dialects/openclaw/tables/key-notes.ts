/**
 * What keys that decide over power are about, in our own words, and the page of OpenClaw's documentation that treats them. Facts, no logic.
 * Source: schemas, documentation and behaviour of 2026.2.17, 2026.6.1 and 2026.9.6.
 */

export interface KeyNote {
  /** Keys from the root; `*` stands for any key or index, and a key of an agent's own entry is found under its common place too. */
  readonly key: string;
  readonly note: string;
  /** Path below the documentation's root. */
  readonly page: string;
}

export const configKeyNotes: readonly KeyNote[] = [
  {
    key: "tools.profile",
    note: "A set of tools to begin from; lists can only narrow what it lets through, `alsoAllow` adds to it. Without a profile there is no limit.",
    page: "gateway/config-tools",
  },
  {
    key: "tools.allow",
    note: "Only these tools pass this layer. An empty list allows everything. Every other layer still has to let a tool through.",
    page: "gateway/config-tools",
  },
  {
    key: "tools.alsoAllow",
    note: "Adds tools to the profile. Without a profile or an allow list it adds nothing, because nothing is limited.",
    page: "gateway/config-tools",
  },
  {
    key: "tools.deny",
    note: "These tools never pass. Deny wins over allow, in every layer. A name that does not exist denies nothing.",
    page: "gateway/config-tools",
  },
  {
    key: "tools.byProvider",
    note: "Lists that hold only while a model of this provider answers. `provider/model` replaces `provider`; it does not add to it.",
    page: "gateway/config-tools",
  },
  { key: "tools.exec", note: "How shell commands run: where, under which security, and who is asked.", page: "tools/exec" },
  {
    key: "tools.exec.host",
    note: "Where commands run: `sandbox`, `gateway` (this machine), `node` (a paired device) or, in later releases, `auto`. `gateway` leaves the sandbox even when the agent is sandboxed.",
    page: "tools/exec",
  },
  {
    key: "tools.exec.security",
    note: "`deny` refuses every command, `allowlist` lets listed programs run, `full` lets every command run. An agent's own value wins over the common one, also when it is looser; the approvals document can only make it stricter.",
    page: "tools/exec",
  },
  {
    key: "tools.exec.ask",
    note: "When a person is asked: `off` never, `on-miss` for what the allowlist does not hold, `always` every time. With security `full` there is no miss, so `on-miss` never asks.",
    page: "tools/exec",
  },
  {
    key: "tools.exec.mode",
    note: "Security and ask in one word: `deny`, `allowlist`, `ask`, `auto` (a model answers the prompts) or `full`. Not together with `security` or `ask` in the same block.",
    page: "tools/exec",
  },
  {
    key: "tools.exec.safeBins",
    note: "Programs that may filter text from standard input without an allowlist entry. Only for harmless filters: a program that runs or writes things does not belong here.",
    page: "tools/exec",
  },
  {
    key: "tools.exec.safeBinTrustedDirs",
    note: "Folders besides /bin and /usr/bin in which a safe program may lie. A folder the agent can write to lets it plant its own.",
    page: "tools/exec",
  },
  {
    key: "tools.exec.strictInlineEval",
    note: "Asks before an allowlisted interpreter runs code from its arguments, such as `python -c`.",
    page: "tools/exec-approvals",
  },
  {
    key: "tools.exec.pathPrepend",
    note: "Folders searched first when a command names no path. Whoever can write there decides what runs.",
    page: "tools/exec",
  },
  {
    key: "tools.exec.applyPatch.workspaceOnly",
    note: "`false` lets `apply_patch` change files anywhere the gateway may.",
    page: "tools/apply-patch",
  },
  {
    key: "tools.fs.workspaceOnly",
    note: "Keeps the file tools inside the agent's workspace. Off by default: then they reach every file the gateway may.",
    page: "gateway/config-tools",
  },
  {
    key: "tools.elevated",
    note: "Lets senders on a list switch a session to run commands on the host, outside the sandbox.",
    page: "tools/elevated",
  },
  { key: "tools.elevated.allowFrom", note: "Who may do that, by channel. `*` means everybody on the channel.", page: "tools/elevated" },
  {
    key: "tools.agentToAgent",
    note: "Whether agents may write to each other. From 2026.9.2 they may unless this says otherwise.",
    page: "gateway/config-tools",
  },
  {
    key: "tools.agentToAgent.allow",
    note: "The agents that take part, as senders and as receivers. An empty or missing list means all of them.",
    page: "gateway/config-tools",
  },
  {
    key: "tools.sessions.visibility",
    note: "Which sessions an agent can see and write into: its own, its children's (`tree`), its agent's, or `all`.",
    page: "gateway/config-tools",
  },
  {
    key: "tools.sandbox.tools",
    note: "Which tools a sandboxed session gets. Both lists empty gives it every tool.",
    page: "gateway/sandbox-vs-tool-policy-vs-elevated",
  },
  { key: "tools.subagents.tools", note: "Which tools children get, besides what their own agent's policy says.", page: "tools/subagents" },
  { key: "agents.defaults.sandbox", note: "Whether, and how, sessions run in a container. Off by default.", page: "gateway/sandboxing" },
  {
    key: "agents.defaults.sandbox.mode",
    note: "`off`: everything runs on the host. `non-main`: the main session stays on the host, and in most releases direct messages with it. `all`: every session is sandboxed.",
    page: "gateway/sandboxing",
  },
  {
    key: "agents.defaults.sandbox.scope",
    note: "One container for each session, for each agent, or one `shared` by all: in a shared one an agent's own container settings are ignored.",
    page: "gateway/sandboxing",
  },
  {
    key: "agents.defaults.sandbox.workspaceAccess",
    note: "What the container sees of the workspace: `none`, `ro` or `rw`.",
    page: "gateway/sandboxing",
  },
  {
    key: "agents.defaults.sandbox.docker.binds",
    note: "Folders of the host inside the container, writable unless they end in `:ro`. Common and own binds add up.",
    page: "gateway/sandboxing",
  },
  {
    key: "agents.defaults.sandbox.docker.network",
    note: "`none` by default: no network inside. Any other value opens a way out.",
    page: "gateway/sandboxing",
  },
  { key: "agents.defaults.subagents.allowAgents", note: "Which other agents this one may start. `*` means any.", page: "tools/subagents" },
  {
    key: "channels.*.dmPolicy",
    note: "Who may write directly: `pairing` (people approved one by one), `allowlist`, `open` (with `*` in the list: anyone) or `disabled`.",
    page: "gateway/config-channels",
  },
  {
    key: "channels.*.groupPolicy",
    note: "In which groups the bot answers: `allowlist`, `open` (any group it is in) or `disabled`.",
    page: "gateway/config-channels",
  },
  { key: "channels.*.allowFrom", note: "The senders that count. `*` means everyone.", page: "gateway/config-channels" },
  {
    key: "session.dmScope",
    note: "Whether direct messages of different people share one conversation (`main`, the default) or get one each.",
    page: "concepts/session",
  },
  {
    key: "gateway.bind",
    note: "On which addresses the gateway listens: a word such as `loopback`, `lan`, `tailnet`, `auto` or `custom`, not an address.",
    page: "gateway/config-gateway",
  },
  { key: "gateway.auth", note: "How a client proves who it is. Whoever gets in controls every agent.", page: "gateway/authentication" },
  {
    key: "gateway.tools.allow",
    note: "Gives dangerous tools back to callers of the gateway's HTTP endpoint, which refuses them by default.",
    page: "gateway/tools-invoke-http-api",
  },
  {
    key: "gateway.trustedProxies",
    note: "Addresses whose word about the caller's address is believed. As narrow as possible.",
    page: "gateway/config-gateway",
  },
  { key: "hooks", note: "An HTTP door for other programs: each call becomes a prompt for an agent.", page: "gateway/config-hooks" },
  { key: "hooks.allowedAgentIds", note: "Which agents a caller may choose. Missing or `*`: any of them.", page: "gateway/config-hooks" },
  {
    key: "plugins.allow",
    note: "The only plugins that load. Plugins run inside the gateway, outside every tool policy.",
    page: "tools/plugin",
  },
  {
    key: "mcp.servers",
    note: "Servers whose tools the agents get. A command is started on this machine with the gateway's rights.",
    page: "tools/mcp",
  },
  { key: "browser.evaluateEnabled", note: "Whether the agent may run scripts in web pages. On by default.", page: "tools/browser" },
];

export const approvalsKeyNotes: readonly KeyNote[] = [
  { key: "version", note: "Must be the number 1, or the whole document is not taken.", page: "tools/exec-approvals" },
  {
    key: "defaults",
    note: "The host's own limit for every agent that has no entry of its own. It can only make the config's policy stricter.",
    page: "tools/exec-approvals",
  },
  {
    key: "defaults.security",
    note: "`deny`, `allowlist` or `full`, in exactly this spelling. The stricter of this and the config's value holds.",
    page: "tools/exec-approvals",
  },
  {
    key: "defaults.ask",
    note: "`off`, `on-miss` or `always`. Whichever asks more, this or the config, holds.",
    page: "tools/exec-approvals",
  },
  {
    key: "defaults.askFallback",
    note: "What happens when a person must be asked and nobody answers: `deny`, `allowlist` or `full`.",
    page: "tools/exec-approvals",
  },
  {
    key: "defaults.autoAllowSkills",
    note: "Programs that skills name pass on paired devices as if they were on the allowlist. The gateway's own host does not look at it.",
    page: "tools/exec-approvals",
  },
  { key: "agents", note: "One entry for each agent, by its id in lower case; `*` counts for all of them.", page: "tools/exec-approvals" },
  {
    key: "agents.*.allowlist",
    note: "The programs this agent may run. Entries of `*` come before its own. It counts only where security is `allowlist`.",
    page: "tools/exec-approvals",
  },
  {
    key: "agents.*.allowlist.*.pattern",
    note: "A program's path, in which `*` stands for anything but a slash and `**` for anything; since 2026.4.24 also the name it is called by. Not a command line: arguments go into `argPattern`.",
    page: "tools/exec-approvals",
  },
  {
    key: "agents.*.allowlist.*.argPattern",
    note: "A regular expression for the arguments, joined by spaces. Write `^` and `$`, or more than meant will match. Ignored by early releases.",
    page: "tools/exec-approvals",
  },
];
