/** `grantlint rules`: every rule there is, with what a script or a person needs to choose among them. */
import { pageOf, rules } from "../core/index.ts";
import { columns } from "./columns.ts";
import { jsonText } from "./json-text.ts";

export function rulesToText(): string {
  const rows = rules.map(({ id, severity, set = "default", summary, atlas }) => [id, severity, set, summary, atlas.techniques.join(" ")]);
  return `${columns([["rule", "severity", "set", "finds", "enables"], ...rows]).join("\n")}\n`;
}

export function rulesToJson(): string {
  const list = rules.map(({ id, severity, set = "default", summary, why, atlas, asi, cwe }) => ({
    id,
    severity,
    set,
    summary,
    why,
    techniques: atlas.techniques,
    mitigations: atlas.mitigations,
    asi,
    cwe,
    page: pageOf(id),
  }));
  return `${jsonText({ rules: list })}\n`;
}
