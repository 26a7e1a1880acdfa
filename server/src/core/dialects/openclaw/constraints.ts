/**
 * OpenClaw's rules over several keys, which its schema cannot say: looks up which hold in a release and applies them to a config.
 * The rules themselves stand in tables, `constraints-*.ts`. Knows nothing of shapes: a value of the wrong type is left to the schema.
 */
import type { Node } from "../../syntax/tree.ts";
import { agentFileConstraints } from "./constraints-agent-files.ts";
import { agentConstraints } from "./constraints-agents.ts";
import { channelConstraints } from "./constraints-channels.ts";
import { mcpConstraints } from "./constraints-mcp.ts";
import { modelConstraints } from "./constraints-models.ts";
import { pluginConstraints } from "./constraints-plugins.ts";
import { policyConstraints } from "./constraints-policy.ts";
import { serviceConstraints } from "./constraints-services.ts";
import { select, type Complaint, type Constraint, type Scope } from "./constraints-types.ts";
import { perRelease } from "./per-release.ts";
import { compareReleases } from "./releases.ts";

export const constraints: readonly Constraint[] = [
  ...agentConstraints,
  ...agentFileConstraints,
  ...policyConstraints,
  ...channelConstraints,
  ...mcpConstraints,
  ...modelConstraints,
  ...pluginConstraints,
  ...serviceConstraints,
];

export function judgeConstraints(scope: Scope): Complaint[] {
  const seen = new Map<Node, Set<string>>();
  const found = constraintsOf(scope.release).flatMap((constraint) =>
    constraint.at.flatMap((path) => select(scope.root, path).flatMap((node) => constraint.judge(node, scope) ?? [])),
  );
  // Two rules may say the same of one value.
  return found.filter(({ node, message }) => {
    const messages = seen.get(node) ?? new Set();
    seen.set(node, messages);
    return !messages.has(message) && messages.add(message);
  });
}

const constraintsOf = perRelease((release) => constraints.filter((constraint) => holdsIn(constraint, release)));

function holdsIn({ since, until }: Constraint, release: string): boolean {
  return (since === undefined || compareReleases(since, release) <= 0) && (until === undefined || compareReleases(release, until) <= 0);
}
