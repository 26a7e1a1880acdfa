/** Names in an allow or deny list that mean no tool, group or plugin, or that the release does not count: the list does not say what its author thinks. */
import type { Edit } from "../finding.ts";
import type { ToolReference } from "../grants/policy.ts";
import type { SetRead } from "../read.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "unknown-tool-name",
  severity: "warning",
  summary: "Tool name in an allow or deny list does not exist",
  why: "A misspelt name in a deny list denies nothing, silently; a list of nothing but unknown names may mean every tool or none, depending on the release.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028"] },
  cwe: [183],
  asi: ["ASI02"],

  check({ policy, report }) {
    for (const [first, ...others] of byList(policy.toolReferences)) {
      const names = [first, ...others];
      const what = `${listNames(names.map(({ name }) => name.value))} ${describe(names)}`;
      const meant = [...new Set(names.flatMap(({ suggestion }) => suggestion ?? []))];
      const guess = meant.length === 0 ? "" : `; did you mean ${listNames(meant)}?`;
      // In an allow list the right name would grant a tool that is not granted today: that is not ours to offer.
      const edits: Edit[] = names.flatMap(({ list, suggestion, name }) =>
        suggestion !== undefined && list === "deny" ? [{ op: "set", file: name.at.file, path: name.path, value: suggestion }] : [],
      );
      report(first.name, {
        message: `${what}: ${first.consequence}${guess}`,
        related: others.map(({ name }) => ({ at: name.at, message: `"${name.value}" as well` })),
        remediations: [{ title: `Deny ${listNames(meant)}`, safety: "review", edits: () => edits }],
      });
    }
  },
});

type Misread = ToolReference & { readonly name: SetRead<string> };

/** The names that count for nothing, those of one list with the same consequence together. */
function byList(references: readonly ToolReference[]): [Misread, ...Misread[]][] {
  const lists = new Map<string, [Misread, ...Misread[]]>();
  for (const reference of references) {
    const { name, means, letsAllThrough, consequence } = reference;
    if (name.state !== "set" || !(letsAllThrough || means === "nothing")) continue;
    const key = JSON.stringify([name.at.file, name.path.slice(0, -1), consequence]);
    const list = lists.get(key);
    if (list) list.push({ ...reference, name });
    else lists.set(key, [{ ...reference, name }]);
  }
  return [...lists.values()];
}

function describe(names: readonly Misread[]): string {
  const many = names.length > 1;
  if (names.every(({ means }) => means === "nothing"))
    return many ? "are no tools or groups of this release" : "is no tool or group of this release";
  return many
    ? "do not count as names of tools in an allow list of this release"
    : "does not count as the name of a tool in an allow list of this release";
}
