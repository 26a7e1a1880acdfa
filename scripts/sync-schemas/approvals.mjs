/**
 * The schemas of the exec-approvals document, which OpenClaw does not publish: our own, one per storage era.
 *
 * Up to 2026.7.x it is a file, and OpenClaw takes from it what it understands: a value that is not described here is left out of the policy
 * without a word. From 2026.8.1 on it is the import format of a database row, and one value that is not described here refuses the whole document.
 * Keys that are not described here are kept and mean nothing, in both eras.
 */

const security = ["deny", "allowlist", "full"];
const ask = ["off", "on-miss", "always"];
const text = { type: "string" };
const words = (list, trims) => ({ enum: list, ...(trims ? { trim: true } : {}) });
const object = (properties, rest = {}) => ({ type: "object", properties, ...rest, additionalProperties: false });
const notBlank = { type: "string", trim: true, minLength: 1 };

/** @param {{ strict: boolean, trims: boolean, bindings: boolean, mcpTools: boolean }} era */
function approvals({ strict, trims, bindings, mcpTools }) {
  const policy = {
    security: words(security, trims),
    ask: words(ask, trims),
    askFallback: words(security, trims),
    autoAllowSkills: { type: "boolean" },
  };
  const entry = {
    pattern: notBlank,
    id: text,
    argPattern: text,
    ...(bindings ? { source: strict ? text : words(["allow-always"], false), commandText: text } : {}),
    lastUsedAt: { type: "number" },
    lastUsedCommand: text,
    lastResolvedPath: text,
  };
  const agent = { ...policy, allowlist: { type: "array", items: { anyOf: [notBlank, object(entry, { required: ["pattern"] })] } } };
  if (mcpTools) agent.mcpTools = { type: "array", items: mcpTool() };
  return object(
    {
      version: { const: 1 },
      socket: object({ path: text, token: text }),
      defaults: object(policy),
      agents: { type: "object", additionalProperties: object(agent), propertyNames: { not: { const: "__proto__" } } },
    },
    { required: ["version"] },
  );
}

function mcpTool() {
  const time = { type: "number", minimum: 0 };
  const properties = { server: notBlank, tool: notBlank, source: words(["allow-always"], false), addedAt: time, lastUsedAt: time };
  return object(properties, { required: ["server", "tool", "source", "addedAt"] });
}

/** What each release's reader takes, as found by asking it. */
export const approvalsByRelease = {
  "2026.2.17": approvals({ strict: false, trims: false, bindings: false, mcpTools: false }),
  "2026.6.1": approvals({ strict: false, trims: true, bindings: true, mcpTools: false }),
  "2026.9.6": approvals({ strict: true, trims: false, bindings: true, mcpTools: true }),
};
