/** The folder a person opens, and what is expected to be seen there. All that these steps know about rules stands here. */

export const folder = "examples/founding-organisation/original";

export const file = "openclaw.json";

export const rule = "ungated-host-exec";

/** The page that opens there: several findings share the place. */
export const ruleAtMark = /no-exec-approvals\.md|ungated-host-exec\.md/;

/** What the rule marks: the text behind `before`, where the file says both for the first time. */
export const marked = { before: "\n  ", value: "tools: {" };

export const hoverText = /any command on the host/;

/** `after`: what the file says once the fix is applied. */
export const fix = { title: "Ask a person before commands that are not on the allowlist", after: 'host: "gateway"' };

/** Typed key by key behind `after`, once the fix is in: an agent with a shell of its own again. */
export const typed = { after: 'name: "CPO",', text: ' tools: { exec: { security: "full", ask: "off" } },' };
