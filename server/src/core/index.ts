/** The only door of the core. Hosts import from here and nowhere deeper. */
export { analyze, type Analysis, type AnalysisOptions } from "./analyze.ts";
export { mitigations, techniques, type MitigationId, type TechniqueId } from "./atlas/atlas.gen.ts";
export { type ConfigFile, type ConfigSet, type Dialect, type TargetRelease } from "./dialects/dialect.ts";
export { dialectFor } from "./dialects/index.ts";
export { type Agent, type Because, type Capability, type ExecPolicy, type Grant, type Session } from "./grants/grant.ts";
export { explain, type Explanation } from "./explain.ts";
export { severities, type Finding, type Remediation, type Severity } from "./finding.ts";
export { gatherConfigSet, type FileText, type ReadFile, type ReadRequest } from "./gather.ts";
export { textEditsOf, type FileEdits } from "./remedy.ts";
export { type Rule } from "./rule.ts";
export { rules } from "./rules.gen.ts";
export { type SchemaSource } from "./schema/schema-source.ts";
export { applyTextEdits, type TextEdit } from "./syntax/edit.ts";
export { lineIndex, offsetAt, positionAt, type LineIndex, type Position } from "./syntax/lines.ts";
export { type Grammar, type Location, type Path, type Uri } from "./syntax/tree.ts";
export { isLongText, valuesBetween, type TextValue } from "./syntax/values.ts";
export { baseNameOf, folderOf, isInside, normalizeUri, relativePath } from "./uri.ts";
