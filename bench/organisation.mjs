/** Configs of any size, such as an organisation might have: agents of four kinds that may all write to each other, with doors and walls. */

/** @returns {object} the config of `count` agents; `allow` are the names on the list of sandbox tools. */
export function organisation(count, allow = ["group:fs"]) {
  const tools = [{ profile: "coding" }, { profile: "messaging" }, { allow: ["read", "web_fetch"] }, { deny: ["exec"] }];
  const entries = Array.from({ length: count }, (_, index) => [
    `agent-${index}`,
    { workspace: `~/work/${index}`, tools: tools[index % tools.length], ...(index % 5 === 0 ? { sandbox: { mode: "all" } } : {}) },
  ]);
  return {
    agents: { ...(count > 1 ? { ownership: "explicit" } : {}), entries: Object.fromEntries(entries) },
    tools: { agentToAgent: { enabled: true, allow: ["*"] }, sessions: { visibility: "all" }, sandbox: { tools: { allow } } },
    channels: { telegram: { enabled: true, dmPolicy: "open", allowFrom: ["*"] } },
  };
}

/**
 * A config as large ones are: 22 agents, and the rest is what grows in practice, lists of models and of groups with rules of their own.
 * @returns {string} JSON of about this many bytes.
 */
export function configOf(bytes) {
  const agents = Math.min(22, Math.round(bytes / 250));
  const write = (count) => `${JSON.stringify({ ...organisation(agents), ...surroundings(count) }, null, 2)}\n`;
  const each = (write(200).length - write(100).length) / 100;
  return write(Math.max(0, Math.round((bytes - write(0).length) / each)));
}

function surroundings(count) {
  const models = Array.from({ length: count }, (_, index) => ({
    ...{ id: `model-${index}`, name: `Model ${index}`, reasoning: index % 2 === 0, input: ["text"] },
    ...{ cost: { input: 1, output: 5, cacheRead: 0, cacheWrite: 0 }, contextWindow: 200_000, maxTokens: 8192 },
  }));
  const groups = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `-100${index}`,
      { requireMention: index % 3 !== 0, ...(index % 4 === 0 ? { tools: { deny: ["exec", "write"] } } : {}) },
    ]),
  );
  return {
    models: { providers: { local: { baseUrl: "http://127.0.0.1:8080/v1", api: "openai-completions", models } } },
    channels: { telegram: { enabled: true, dmPolicy: "pairing", groupPolicy: "allowlist", groups } },
  };
}
