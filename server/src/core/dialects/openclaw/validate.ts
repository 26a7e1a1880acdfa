/**
 * Does the release take these files? Its schema, the rules it has over several keys, and what the loader refuses, as findings of the rule
 * `schema`. Says nothing about whether a setting is wise.
 */
import { builtInFinding, type Confidence, type Finding, type Severity } from "../../finding.ts";
import { placesOf, schemasAt } from "../../schema/places.ts";
import { validateShape } from "../../schema/validate.ts";
import type { ShapeProblem } from "../../schema/problem.ts";
import type { SchemaDocument } from "../../schema/schema.ts";
import type { SchemaPart, SchemaSource } from "../../schema/schema-source.ts";
import { locationOf, pathOf, type Node } from "../../syntax/tree.ts";
import type { ConfigFile, ConfigSet, TargetRelease } from "../dialect.ts";
import { configFile, configPlace } from "./config-root.ts";
import { judgeConstraints } from "./constraints.ts";
import { hasVariable } from "./constraints-values.ts";
import { readApprovals } from "./approvals.ts";
import { ignoredIn } from "./ineffective/approvals.ts";
import { approvalsFileName, configFileNames } from "./files.ts";
import { hintFinder, type HintSource } from "./hints.ts";
import { combineIncludes } from "./include.ts";
import { asLoaded } from "./migrate.ts";
import { betweenRegistries, loadRegistry, type Registry } from "./registry.ts";
import { behaviour, compareReleases } from "./releases.ts";
import { firstLeftOut, mostAgents } from "./roster.ts";
import { supportedReleases } from "./tables/supported-releases.ts";

export function validateSet(set: ConfigSet, release: TargetRelease, schemas: SchemaSource): readonly Finding[] {
  const approvals = set.files.find(({ role }) => role === "approvals");
  return [...validateConfigFile(set, release, schemas), ...(approvals ? validateApprovals(approvals, release, schemas) : [])];
}

function validateConfigFile(set: ConfigSet, release: TargetRelease, schemas: SchemaSource): Finding[] {
  const file = configFile(set);
  if (!file) return [];
  const { root, problems } = combineIncludes(file, set);
  const includes = problems.map(({ node, message }) => toFinding({ node, message }, "error", "high"));
  return root ? [...includes, ...crowding(set, release), ...validateConfig(root, release, schemas)] : includes;
}

/** Says where we stop looking: what nobody judged must not look as if nothing were wrong with it. */
function crowding(set: ConfigSet, { version }: TargetRelease): Finding[] {
  const node = firstLeftOut(configPlace(set), behaviour(version));
  return node ? [toFinding({ node, message: `More than ${mostAgents} agents: from here on they are not judged` }, "warning", "high")] : [];
}

/** What the release finds wrong with a config, its includes laid in. */
export function validateConfig(root: Node, release: TargetRelease, schemas: SchemaSource): Finding[] {
  const document = loadSchema(schemas, release.schema, "config");
  const registry = namesKnownTo(release, schemas);
  if (!document || !registry) return [];
  const complaints = judgeConstraints({ root: asLoaded(root, release.version), registry, release: release.version });
  // A rule that speaks of a value knows better what is wrong with it than its shape does.
  const explained = new Set(complaints.map(({ node }) => node));
  const problems = shapeProblems(root, release, document, schemas).filter(({ node }) => !explained.has(node));
  const hint = hintFinder({
    root,
    release: release.version,
    document,
    others: () => otherSchemas(schemas, release),
    neighbour: () => neighbour(schemas, release),
  });
  const confidence = release.version === release.schema ? "high" : "medium";
  const isKnown = isBetweenSchemas(release);
  return [
    ...problems.map((problem) => {
      const message = problem.message + hint(problem);
      if (isKnown || !isNewsOfAnotherRelease(problem)) return toFinding({ ...problem, message }, "error", confidence);
      return toFinding({ ...problem, message: `${message} (as far as OpenClaw ${release.schema} goes)` }, "warning", "low");
    }),
    ...complaints.map((complaint) => toFinding(complaint, complaint.unless ? "warning" : "error", complaint.unless ? "low" : confidence)),
  ];
}

/** What is wrong with the shape. Between two releases whose schemas we have only what both refuse is sure to be refused. */
function shapeProblems(root: Node, release: TargetRelease, document: SchemaDocument, schemas: SchemaSource): ShapeProblem[] {
  const judge = (version: string, by: SchemaDocument) => validateShape(asLoaded(root, version), by, { isUnknownText: hasVariable });
  const problems = judge(release.version, document);
  const next = schemaAfter(release);
  const newer = next === undefined ? undefined : loadSchema(schemas, next, "config");
  if (problems.length === 0 || next === undefined || !newer) return problems;
  const refused = new Map(judge(next, newer).map(({ node, code }) => [node, code]));
  return problems.filter(({ node, code }) => refused.get(node) === code);
}

function namesKnownTo(release: TargetRelease, schemas: SchemaSource): Registry | undefined {
  const registry = loadRegistry(schemas, release.schema);
  const next = schemaAfter(release);
  const newer = next === undefined ? undefined : loadRegistry(schemas, next);
  return registry && newer ? betweenRegistries(registry, newer) : registry;
}

/** False for a release before or after all whose schemas we have. */
function isBetweenSchemas({ version }: TargetRelease): boolean {
  const [oldest, newest] = [supportedReleases[0], supportedReleases.at(-1) ?? supportedReleases[0]];
  return compareReleases(version, oldest) >= 0 && compareReleases(version, newest) <= 0;
}

/** Keys and words come and go from release to release; types hardly ever do. */
function isNewsOfAnotherRelease({ code }: ShapeProblem): boolean {
  return code === "unknown-key" || code === "not-allowed" || code === "bad-key";
}

/** For a release between two whose schemas we have: the one after it. */
function schemaAfter({ version, schema }: TargetRelease): string | undefined {
  return version === schema ? undefined : supportedReleases.find((candidate) => compareReleases(candidate, version) > 0);
}

function otherSchemas(schemas: SchemaSource, { schema }: TargetRelease): ReturnType<HintSource["others"]> {
  return supportedReleases.flatMap((release) => {
    const document = release === schema ? undefined : loadSchema(schemas, release, "config");
    return document ? [{ release, document }] : [];
  });
}

function neighbour(schemas: SchemaSource, { schema }: TargetRelease): ReturnType<HintSource["neighbour"]> {
  const document = loadSchema(schemas, schema, "approvals");
  return document && { name: approvalsFileName, document };
}

/** What the release does not take from an approvals document. Keys it does not know are kept and mean nothing. */
export function validateApprovals(file: ConfigFile, release: TargetRelease, schemas: SchemaSource): Finding[] {
  const { root } = file.parsed;
  const held = behaviour(release.version);
  const reader = held.approvalsReader;
  const era = reader === "strict" ? (supportedReleases.at(-1) ?? release.schema) : release.schema;
  const document = loadSchema(schemas, era, "approvals");
  const config = loadSchema(schemas, release.schema, "config");
  if (!root || !document) return [];
  const isIgnored = ignoredIn(readApprovals(file, held));
  const problems = validateShape(root, document).filter(({ node, key }) => !isIgnored(pathOf(node), key));
  return problems.map((problem) => {
    if (problem.code !== "unknown-key") return toFinding(withSuggestion(problem), "error", "high");
    return toFinding(
      { ...problem, message: `OpenClaw passes over the key "${problem.key ?? ""}"${approvalsHint(problem, document, config)}` },
      "warning",
      "high",
    );
  });
}

/** Where a key of this file is known: elsewhere in it, or in the config. */
function approvalsHint(
  { key = "", suggestion, object }: ShapeProblem,
  document: SchemaDocument,
  config: SchemaDocument | undefined,
): string {
  if (suggestion !== undefined) return `; did you mean "${suggestion}"?`;
  const isRoot = object !== undefined && object.parent === undefined;
  if (isRoot && placesOf(key, [document], document, 2).length > 0) return '; it belongs in "defaults" or in an agent';
  const isSetting = config !== undefined && placesOf(key, isRoot ? [config] : schemasAt(config, ["tools", "exec"]), config, 1).length > 0;
  return isSetting ? `; it belongs in ${configFileNames[0]}` : "";
}

function withSuggestion(problem: ShapeProblem): ShapeProblem {
  const { suggestion, message } = problem;
  return suggestion === undefined ? problem : { ...problem, message: `${message}; did you mean "${suggestion}"?` };
}

/** The schema a file is completed by: that of the nearest release at or below. */
export function schemaOf(role: string, { schema }: TargetRelease, schemas: SchemaSource): SchemaDocument | undefined {
  return loadSchema(schemas, schema, role === "approvals" ? "approvals" : "config");
}

function loadSchema(schemas: SchemaSource, release: string, part: SchemaPart): SchemaDocument | undefined {
  const loaded = schemas.load(release, part);
  return typeof loaded === "object" && loaded !== null ? loaded : undefined;
}

function toFinding({ node, message }: Pick<ShapeProblem, "node" | "message">, severity: Severity, confidence: Confidence): Finding {
  return builtInFinding({ rule: "schema", severity, confidence, message, at: locationOf(node), path: pathOf(node) });
}
