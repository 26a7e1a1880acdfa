#!/usr/bin/env node
/** `npm run new-rule <id>`: writes a rule, its fixture and its page, with blanks that fail until they are filled. */
import { existsSync, writeFileSync } from "node:fs";

const [id] = process.argv.slice(2);
if (!id || !/^[a-z]+(-[a-z]+)+$/.test(id)) {
  console.error('usage: npm run new-rule <id>    (the id names the danger in kebab case, such as "ungated-host-exec")');
  process.exit(2);
}

const files = {
  [`server/src/core/rules/${id}.ts`]: `/** TO FILL: one sentence on what this finds. */
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "${id}",
  severity: "warning",
  summary: "TO FILL",
  why: "TO FILL.",
  atlas: { techniques: ["AML.T0053"], mitigations: ["AML.M0028"] },
  cwe: [],
  asi: [],

  check({ policy, report }) {
    for (const agent of policy.agents) {
      report({ at: agent.entry.at, path: agent.entry.path }, { message: \`TO FILL about "\${agent.id}"\` });
    }
  },
});
`,
  [`test/rules/${id}.json5`]: `//# TO FILL: what is reported
//@ openclaw 2026.9.6
//- openclaw.json
{
}

//# TO FILL: what is not
//@ openclaw 2026.9.6
//- openclaw.json
{
}

//# what is unknown is no claim
//@ openclaw 2026.9.6
//- openclaw.json
{
}
`,
  [`docs/rules/${id}.md`]: `# ${id}

<!-- gen:meta -->
<!-- /gen:meta -->

## Reported

\`\`\`json5
// openclaw.json for 2026.9.6
TO FILL
\`\`\`

## Not reported

\`\`\`json5
// openclaw.json for 2026.9.6
TO FILL
\`\`\`

## Remediation

TO FILL: what the quick fix does, and what it cannot know.

## When it is fine

TO FILL.
`,
};

for (const [path, text] of Object.entries(files)) {
  if (existsSync(path)) {
    console.error(`${path} is already there`);
    process.exit(1);
  }
  writeFileSync(path, text);
  console.log(path);
}
console.log("Name it in docs/rules/data/themes.json, and in grants.json beside it where it answers one of those grants; then: npm run gen");
