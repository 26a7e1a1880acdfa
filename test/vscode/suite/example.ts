/** The config the suite works with, and what is expected of it. All that the suite knows about rules stands here. */

/** For this release an approvals file has a say; in later ones it has none. */
export const config = `{
  // JSON5 on purpose: a comment, bare keys, single quotes, a trailing comma
  meta: { lastTouchedVersion: '2026.6.1' },
  tools: { exec: { host: "gateway", security: "full", ask: "off" } },
}
`;

export const finding = 'ungated-host-exec "full"';

export const fixTitle = "Ask a person before commands that are not on the allowlist";

/** What the fix leaves of the line. */
export const fixedText = 'security: "allowlist"';

/** What a hover over the marked value says, among other things. */
export const hoverText = /any command/i;

/** The same, with the exec policy in a file that is included; then that file, dangerous and strict. */
export const including = "{ meta: { lastTouchedVersion: '2026.6.1' }, tools: { $include: './part.json5' } }\n";
export const exec = '{ exec: { host: "gateway", security: "full", ask: "off" } }\n';
export const strictExec = '{ exec: { security: "deny" } }\n';

/** A mistake that shows without knowing any other file, and what is found in it. */
export const mistaken = "{ gateway: { bind: 7 } }\n";
export const mistake = "schema 7";

/** A stricter approvals file: with it the finding goes. */
export const strictApprovals = '{ "version": 1, "defaults": { "security": "deny" }, "agents": {} }\n';

/** Two agents, one of them without a shell; what stands above the other, and what the missing settings of its exec policy come to. */
export const agents = `{
  meta: { lastTouchedVersion: '2026.6.1' },
  agents: { list: [{ id: "main", subagents: { allowAgents: ["cto"] } }, { id: "cto", tools: { deny: ["exec", "group:fs"] } }] },
  tools: { exec: { security: "full" } },
}
`;
export const lens = "host shell, never asks · host files · web, messages, browser, control · reaches cto";
export const hint = "not set: ask off, host auto";

/** Behind the first, the others are offered. */
export const offered = { before: 'deny: ["', names: ["exec", "group:runtime", "process"] };

export const approvalsOfAgents = '{ "version": 1, "agents": { "cto": { "allowlist": [] } } }\n';
