/** The page that says where each schema comes from. */

export function describeSources(sources) {
  const rows = sources.map(
    ({ release, built, commit, integrity }) => `| ${release} | ${built} | \`${commit.slice(0, 12)}\` | \`${integrity}\` |`,
  );
  const names = ["config.json", "approvals.json", "sensitive.json", "registry.json"];
  const sizes = sources.map(
    ({ release, sizes: size }) => `| ${release} | ${names.map((name) => size[name].toLocaleString("en")).join(" | ")} |`,
  );
  const rules = sources.map(
    ({ release, rules: paths }) => `- ${release}: ${paths.map((path) => (path === "" ? "the root" : `\`${path}\``)).join(", ")}`,
  );
  return `# Sources of the schemas

Written by \`scripts/sync-schemas.mjs\`; not edited by hand. Each folder describes one release of OpenClaw (MIT licence, npm package \`openclaw\`):
structure and constraints (types, words, strictness, patterns, ranges, defaults), no titles and no descriptions.

| Release | Built | Commit | Checksum of the package in the registry |
|---|---|---|---|
${rows.join("\n")}

| File | What it says | Where it comes from |
|---|---|---|
| \`config.json\` | what \`openclaw.json\` may hold | the package's own zod schema, read on its input side, and the JSON Schemas of its channels and plugins as the package publishes them, with their pointers repaired and keys with a default no longer required |
| \`approvals.json\` | what \`exec-approvals.json\` may hold | our own, one per storage era: up to 2026.7.x the fields that are taken, from 2026.8.1 on the strict import |
| \`sensitive.json\` | paths of secrets, and of URLs that may carry one | the package's \`uiHints\` |
| \`registry.json\` | names the validator knows: channels, plugins, providers | the manifests in the package |

Equal subschemas are written once, under \`$defs\`. Three keywords are our own: \`trim\` (a text is judged without the space around it), \`check\` (a named test
of a text, see \`server/src/core/schema/text-tests.ts\`) and \`expects\` (what a pattern asks for, in words).

Bytes without white space:

| Release | ${names.join(" | ")} |
|---|${names.map(() => "---").join("|")}|
${sizes.join("\n")}

## How they are judged

By a walker of our own (\`server/src/core/schema\`), with ajv as its judge: \`test/schema-ajv.test.ts\` puts generated configs to both, and the verdicts must be
the same. ajv itself, compiled ahead of time and split by section, channel and plugin, was measured first (two cores, Node 20, a config of 22 agents):

| | from a cold module to the first verdict | what has to be shipped for three releases |
|---|---|---|
| ajv, standalone code of the sections that occur | 19–31 ms | 7.8 MB of code (0.6 MB compressed) |
| the walker over these files | 5–6 ms | 0.5 MB of data (0.06 MB compressed) |

Both are quick enough. The walker was taken because it judges trees that are not finished or lack an included file without calling what is missing wrong,
names the nearest of several forms at the node that causes the fault, and fits into a browser's worker without code made at run time.

## What is not in them

Rules over several keys are not in the schemas. OpenClaw has such rules at these paths (the first of several places that share a rule); they are checked
by \`server/src/core/dialects/openclaw/constraints*.ts\`:

${rules.join("\n")}
`;
}
