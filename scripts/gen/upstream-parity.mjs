/**
 * The page that holds the rules against OpenClaw's own `openclaw security audit`. Which rule answers which check stands in the rules' `upstream`;
 * what is stricter or looser, and why a check has no rule, in docs/rules/data/upstream-checks.json.
 */
import { cellText } from "./markdown.mjs";

/** Blocks of the page: the checks with a rule, and those without. */
export function parityBlocks(checks, rules) {
  const rows = checks.map((check) => ({
    ...check,
    rules: rules.filter(({ upstream = [] }) => upstream.includes(check.id)).map(({ id }) => id),
  }));
  const answered = rows.filter((row) => row.rules.length > 0);
  const others = rows.filter((row) => row.rules.length === 0);
  return {
    answered: table(["Check", "Releases", "Rules", "Compared with it"], answered.map(answeredCells)),
    unanswered: table(
      ["Check", "Releases", "Why no rule answers it"],
      others.map((row) => [code(row.id), releases(row), row.unanswered ?? "not answered yet"]),
    ),
    counts: `${answered.length} of ${rows.length} checks have a rule, ${others.length} have a reason why not.`,
  };
}

function answeredCells(row) {
  return [code(row.id), releases(row), row.rules.map((id) => `[${id}](rules/${id}.md)`).join(", "), comparison(row)];
}

function comparison({ looser, stricter, note }) {
  const parts = [...(looser ? [`looser: ${looser}`] : []), ...(stricter ? [`stricter: ${stricter}`] : []), ...(note ? [note] : [])];
  return looser || stricter ? parts.join("; ") : ["the same", ...parts].join("; ");
}

function releases({ releases: names }) {
  return names.map((name) => name.replace(/^2026\./, "")).join(", ");
}

function code(id) {
  return `\`${id}\``;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map(cellText).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
