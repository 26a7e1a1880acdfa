/**
 * The page that says which pitfalls, change points and grants the rules answer, and where a case shows it. What it says follows from the
 * marks in the fixtures (`//@ shows F5 T9`), the tables of change points and the data in docs/rules/data/; test/coverage.test.ts says what is missing.
 */
import { cellText, ruleLink } from "./markdown.mjs";

/** A change point as a reader knows it: its number, what changed and from which releases on. A number may stand for several steps. */
export function changePointsOf(data, tableRows) {
  return data.map(({ id, what, since, unseen }) => {
    const rows = tableRows.filter((row) => row.id === id || row.id.startsWith(`${id}-`));
    const steps = rows.length > 0 ? rows.map((row) => ({ since: row.since, what: row.what })) : [{ since, what }];
    return { id, steps, unseen };
  });
}

/** The cases of all fixtures that show something: `{ rule, title, openclaw, isReported, shows }`. */
export function showingCases(fixtures) {
  return fixtures.flatMap(({ rule, cases }) =>
    cases
      .filter(({ shows }) => shows.length > 0)
      .map(({ title, openclaw, shows, files }) => ({
        rule,
        title,
        openclaw,
        isReported: files.some(({ marks }) => marks.length > 0),
        shows,
      })),
  );
}

export function coverageBlocks({ pitfalls, changePoints, themes, cases, rules, compareReleases }) {
  return {
    pitfalls: pitfalls.map((pitfall) => pitfallText(pitfall, cases)).join("\n\n"),
    changes: changePoints.map((change) => changeText(change, cases, compareReleases)).join("\n\n"),
    grants: grantTable(themes),
    reverse: reverseTable(rules, cases, themes),
  };
}

function pitfallText({ id, looks, really, releases, unseen }, cases) {
  const shown = cases.filter(({ shows, isReported }) => shows.includes(id) && isReported);
  return [`### ${id}`, "", `${looks}. **${really}.** _Releases: ${releases}._`, "", ...evidence(shown, unseen)].join("\n");
}

function changeText({ id, steps, unseen }, cases, compareReleases) {
  const shown = cases.filter(({ shows }) => shows.includes(id));
  const sinces = steps.map(({ since }) => since);
  const eras = [undefined, ...sinces].map((since, index) => {
    const until = sinces[index];
    const inEra = ({ openclaw }) =>
      (since === undefined || compareReleases(openclaw, since) >= 0) && (until === undefined || compareReleases(openclaw, until) < 0);
    const name = since === undefined ? `Before ${until}` : until === undefined ? `From ${since} on` : `From ${since} to before ${until}`;
    const found = shown.filter(inEra);
    return [`${name}:`, "", ...(found.length > 0 ? lines(found) : ["- no case"])].join("\n");
  });
  const head = `${steps.map(({ since, what }) => `From ${since} on: ${what}`).join(". ")}.`;
  const body = shown.length > 0 ? eras.join("\n\n") : evidence([], unseen).join("\n");
  return [`### ${id}`, "", head, "", body].join("\n");
}

function evidence(shown, unseen) {
  if (unseen !== undefined) return [`No file can show it: ${unseen}`, ...(shown.length > 0 ? ["", ...lines(shown)] : [])];
  return shown.length > 0 ? lines(shown) : ["_No case shows it yet._"];
}

function lines(shown) {
  return shown.map(
    ({ rule, title, openclaw, isReported }) =>
      `- ${ruleLink(rule)}${isReported ? "" : " (silent)"}: ${title}${openclaw ? ` (${openclaw})` : ""}`,
  );
}

function grantTable(themes) {
  return themes
    .map(({ theme, grants }) =>
      [
        `### ${theme}`,
        "",
        "| Grant | Means | Technique | Rules |",
        "| --- | --- | --- | --- |",
        ...grants.map(({ key, grant, technique, rules = [] }) => {
          const answer = rules.map(ruleLink).join(", ");
          return `| \`${key}\` | ${cellText(grant)} | ${technique} | ${answer || "_none yet_"} |`;
        }),
      ].join("\n"),
    )
    .join("\n\n");
}

function reverseTable(rules, cases, themes) {
  const rows = rules.map(({ id }) => {
    const shown = [...new Set(cases.filter(({ rule }) => rule === id).flatMap(({ shows }) => shows))].sort(byNumber);
    const keys = themes.flatMap(({ grants }) => grants.filter((grant) => grant.rules?.includes(id)).map(({ key }) => `\`${key}\``));
    return `| ${ruleLink(id)} | ${shown.join(" ")} | ${keys.join(" ")} |`;
  });
  return ["| Rule | Pitfalls and change points | Grants |", "| --- | --- | --- |", ...rows].join("\n");
}

function byNumber(one, other) {
  return one[0].localeCompare(other[0]) || Number(one.slice(1)) - Number(other.slice(1));
}
