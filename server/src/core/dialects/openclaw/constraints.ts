/**
 * OpenClaw's rules over several keys, which its schema cannot say: looks up which hold in a release and applies them to a config.
 * The rules themselves stand in tables, `constraints-*.ts`. Knows nothing of shapes: a value of the wrong type is left to the schema.
 */
import { agentFileConstraints } from "./constraints-agent-files.ts";
import { agentConstraints } from "./constraints-agents.ts";
import { channelConstraints } from "./constraints-channels.ts";
import { mcpConstraints } from "./constraints-mcp.ts";
import { modelConstraints } from "./constraints-models.ts";
import { pluginConstraints } from "./constraints-plugins.ts";
import { policyConstraints } from "./constraints-policy.ts";
import { serviceConstraints } from "./constraints-services.ts";
import { select, type Complaint, type Constraint, type Scope } from "./constraints-types.ts";
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
  const found: Complaint[] = [];
  for (const constraint of constraints) {
    if (!holdsIn(constraint, scope.release)) continue;
    for (const path of constraint.at) {
      for (const node of select(scope.root, path)) found.push(...[constraint.judge(node, scope) ?? []].flat());
    }
  }
  return found.filter((one, index) => found.findIndex((other) => other.node === one.node && other.message === one.message) === index);
}

function holdsIn({ since, until }: Constraint, release: string): boolean {
  return (since === undefined || compareReleases(since, release) <= 0) && (until === undefined || compareReleases(release, until) <= 0);
}
