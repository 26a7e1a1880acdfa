/** The folder a person opens, and what is expected to be seen there. All that these steps know about rules stands here. */

export const folder = "examples/founding-organisation/original";

export const file = "openclaw.json";

/** What is marked, and where: the value that stands between `before` and the rest of the text. */
export const marked = { before: "security: ", value: '"full"' };

export const rule = "ungated-host-exec";

export const hoverText = /any command/i;

/** Typed key by key behind `after`: a grant that nothing else in the file gives, and the rule that must see it. */
export const typed = {
  after: "\n  tools: {",
  text: ' exec: { host: "gateway", security: "full", ask: "off" },',
  rule: "ungated-host-exec",
};

export const fix = { title: "Require an allowlist", after: 'security: "allowlist"' };
