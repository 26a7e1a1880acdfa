/**
 * The findings as SARIF 2.1.0, which code scanning services and editors read. Techniques of ATLAS and weaknesses of CWE stand as taxonomies beside the rules.
 * Lines and columns begin at 1; columns count UTF-16 units.
 */
import type { Location as SarifLocation, Log, ReportingDescriptor, Result, ToolComponent } from "sarif";
import { atlasVersion, builtIns, pageOf, relativePath, rules, techniqueUrl, techniques } from "../core/index.ts";
import type { Analysis, Finding, Location, Rule, Severity, Uri } from "../core/index.ts";
import { jsonText } from "./json-text.ts";
import type { Print, ReportWriter, Tool } from "./report-writer.ts";
import { pathText, placesOf } from "./report.ts";

/** `folder` is where addresses of files start from: the root of what was checked out. */
export function sarifWriter(tool: Tool, folder: Uri, print: Print): ReportWriter {
  const results: Result[] = [];
  return {
    add({ analysis, findings, ignored }) {
      if (!analysis) return;
      const say = speaker(analysis, folder);
      results.push(...findings.map((finding) => say(finding)), ...ignored.map(({ finding, reason }) => say(finding, reason)));
    },
    end: () => print(`${jsonText(logOf(tool, results))}\n`),
  };
}

function speaker(analysis: Analysis, folder: Uri): (finding: Finding, reason?: string) => Result {
  const places = placesOf(analysis);
  const locationOf = (at: Location): SarifLocation => {
    const { start, end } = places.range(at);
    return {
      physicalLocation: {
        artifactLocation: { uri: relativePath(folder, at.file) },
        region: {
          startLine: start.line + 1,
          startColumn: start.character + 1,
          endLine: end.line + 1,
          endColumn: end.character + 1,
        },
      },
    };
  };
  return (finding, reason) => ({
    ruleId: finding.rule,
    level: levels[finding.severity],
    message: { text: finding.message },
    locations: [{ ...locationOf(finding.at), logicalLocations: [{ fullyQualifiedName: pathText(finding.path) }] }],
    relatedLocations: finding.related.map(({ at, message }, id) => ({ id, ...locationOf(at), message: { text: message } })),
    properties: { confidence: finding.confidence, openclaw: analysis.release.version },
    ...(reason === undefined ? {} : { suppressions: [{ kind: "inSource", justification: reason }] }),
  });
}

const levels: Readonly<Record<Severity, Result.level>> = { error: "error", warning: "warning", info: "note", hint: "note" };

/** What GitHub sorts security findings by: critical from 9, high from 7, medium from 4. */
const securitySeverity: Readonly<Record<Severity, string>> = { error: "8.0", warning: "5.5", info: "3.0", hint: "1.0" };

const atlas = "MITRE ATLAS";

function logOf({ name, version }: Tool, results: Result[]): Log {
  const named = new Set(results.map(({ ruleId }) => ruleId));
  const spoken = rules.filter(({ id }) => named.has(id));
  const own = builtIns.filter(({ id }) => named.has(id)).map(({ id, summary, why }) => descriptorOf({ id, summary, why }));
  return {
    version: "2.1.0",
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    runs: [
      {
        tool: {
          driver: { name, version, informationUri: "https://github.com/grantlint/grantlint", rules: [...own, ...spoken.map(ruleOf)] },
        },
        taxonomies: spoken.length > 0 ? [atlasTaxonomy(spoken)] : [],
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
}

function descriptorOf({ id, summary, why }: Pick<Rule, "id" | "summary" | "why">): ReportingDescriptor {
  return { id, shortDescription: { text: summary }, fullDescription: { text: why } };
}

function ruleOf(rule: Rule): ReportingDescriptor {
  const page = pageOf(rule.id);
  return {
    ...descriptorOf(rule),
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: levels[rule.severity] },
    relationships: rule.atlas.techniques.map((id) => ({ target: { id, toolComponent: { name: atlas } }, kinds: ["relevant"] })),
    properties: {
      tags: ["security", ...rule.cwe.map((number) => `external/cwe/cwe-${number}`), ...rule.asi],
      "security-severity": securitySeverity[rule.severity],
    },
  };
}

function atlasTaxonomy(spoken: readonly Rule[]): ToolComponent {
  const ids = [...new Set(spoken.flatMap((rule) => rule.atlas.techniques))].sort();
  return {
    name: atlas,
    version: atlasVersion,
    organization: "MITRE",
    informationUri: "https://atlas.mitre.org",
    taxa: ids.map((id) => ({ id, name: techniques[id].name, helpUri: techniqueUrl(id) })),
  };
}
