/**
 * Does the release take these files? Its schema, the rules it has over several keys, and what the loader refuses, as findings of the rule
 * `schema`. Says nothing about whether a setting is wise.
 */
import type { Finding, Severity } from "../../finding.ts";
import { validateShape } from "../../schema/validate.ts";
import type { ShapeProblem } from "../../schema/problem.ts";
import type { SchemaDocument } from "../../schema/schema.ts";
import type { SchemaPart, SchemaSource } from "../../schema/schema-source.ts";
import { locationOf, pathOf, type Node } from "../../syntax/tree.ts";
import type { ConfigFile, ConfigSet, TargetRelease } from "../dialect.ts";
import { configFile } from "./config-root.ts";
import { judgeConstraints } from "./constraints.ts";
import { hasVariable } from "./constraints-values.ts";
import { combineIncludes } from "./include.ts";
import { asLoaded } from "./migrate.ts";
import { loadRegistry } from "./registry.ts";
import { behaviour } from "./releases.ts";
import { supportedReleases } from "./tables/supported-releases.ts";

export function validateSet(set: ConfigSet, release: TargetRelease, schemas: SchemaSource): readonly Finding[] {
  const approvals = set.files.find(({ role }) => role === "approvals");
  return [...validateConfigFile(set, release, schemas), ...(approvals ? validateApprovals(approvals, release, schemas) : [])];
}

function validateConfigFile(set: ConfigSet, release: TargetRelease, schemas: SchemaSource): Finding[] {
  const file = configFile(set);
  if (!file) return [];
  const { root, problems } = combineIncludes(file, set);
  const includes = problems.map(({ node, message }) => toFinding({ node, message }, "error"));
  return root ? [...includes, ...validateConfig(root, release, schemas)] : includes;
}

/** What the release finds wrong with a config, its includes laid in. */
export function validateConfig(root: Node, release: TargetRelease, schemas: SchemaSource): Finding[] {
  const document = loadSchema(schemas, release.schema, "config");
  const registry = loadRegistry(schemas, release.schema);
  if (!document || !registry) return [];
  const tree = asLoaded(root, release.version);
  const problems = validateShape(tree, document, { isUnknownText: hasVariable });
  const complaints = judgeConstraints({ root: tree, registry, release: release.version });
  return [
    ...problems.map((problem) => toFinding(problem, "error")),
    ...complaints.map((complaint) => toFinding(complaint, complaint.unless ? "warning" : "error")),
  ];
}

/** What the release does not take from an approvals document. Keys it does not know are kept and mean nothing. */
export function validateApprovals(file: ConfigFile, release: TargetRelease, schemas: SchemaSource): Finding[] {
  const { root } = file.parsed;
  const reader = behaviour(release.version).approvalsReader;
  const era = reader === "strict" ? supportedReleases.at(-1) : release.schema;
  const document = loadSchema(schemas, era ?? release.schema, "approvals");
  if (!root || !document) return [];
  return validateShape(root, document).map((problem) => toFinding(problem, problem.code === "unknown-key" ? "warning" : "error"));
}

function loadSchema(schemas: SchemaSource, release: string, part: SchemaPart): SchemaDocument | undefined {
  const loaded = schemas.load(release, part);
  return typeof loaded === "object" && loaded !== null ? loaded : undefined;
}

function toFinding({ node, message }: Pick<ShapeProblem, "node" | "message">, severity: Severity): Finding {
  return {
    rule: "schema",
    severity,
    confidence: "high",
    message,
    at: locationOf(node),
    path: pathOf(node),
    atlas: { techniques: [], mitigations: [] },
    related: [],
    remediations: [],
  };
}
