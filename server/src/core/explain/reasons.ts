/** The same reason for several grants, said once. */

/**
 * What several reasons have in common when they are the same but for the tool they speak of: `nothing takes these away`. Undefined when they are not
 * the same.
 */
export function commonReason(reasons: readonly string[], tools: ReadonlySet<string>): string | undefined {
  const [first, ...others] = new Set(reasons);
  if (first === undefined || others.length === 0) return first;
  const general = withoutTool(first, tools);
  return others.every((reason) => withoutTool(reason, tools) === general) ? general : undefined;
}

/** The tool a reason speaks of is the last name in it. */
export function withoutTool(reason: string, tools: ReadonlySet<string>): string {
  return reason.replace(/"([^"]*)"(?=[^"]*$)/, (name, tool: string) => (tools.has(tool) ? "these" : name));
}
