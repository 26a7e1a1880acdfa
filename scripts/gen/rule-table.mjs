/** The table of all rules, by theme. A rule that no theme names stands under the last heading. */
import { cellText } from "./markdown.mjs";

/** `themes`: docs/rules/data/themes.json; `fixable`: ids of the rules that have a quick fix. */
export function ruleTable(rules, themes, fixable) {
  const named = new Set(themes.flatMap((theme) => theme.rules));
  const others = { theme: "Others", rules: rules.map(({ id }) => id).filter((id) => !named.has(id)) };
  return [...themes, others]
    .map(({ theme, rules: ids }) => ({ theme, found: ids.flatMap((id) => rules.find((rule) => rule.id === id) ?? []) }))
    .filter(({ found }) => found.length > 0)
    .map(({ theme, found }) => [`## ${theme}`, "", head, ruler, ...found.map((rule) => row(rule, fixable.has(rule.id)))].join("\n"))
    .join("\n\n");
}

const columns = ["Rule", "Severity", "Set", "Finds", "Techniques", "Mitigations", "ASI", "CWE", "Quick fix"];
const head = `| ${columns.join(" | ")} |`;
const ruler = `| ${columns.map(() => "---").join(" | ")} |`;

function row({ id, severity, set = "default", summary, atlas, asi, cwe }, hasFix) {
  const cells = [
    `[${id}](${id}.md)`,
    severity,
    set,
    cellText(summary),
    atlas.techniques.join(" "),
    atlas.mitigations.join(" "),
    asi.join(" "),
    cwe.join(" "),
    hasFix ? "yes" : "",
  ];
  return `| ${cells.join(" | ")} |`;
}
