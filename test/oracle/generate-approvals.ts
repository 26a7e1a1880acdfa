/** Approvals documents at random: sound ones, and every way of being broken that one release takes and another does not. */
import fc from "fast-check";
import { optional } from "./generate-names.ts";

/** The document as text, or as a value to be written as JSON. */
export function approvalsDocuments(): fc.Arbitrary<unknown> {
  const sound = fc.tuple(optional({ defaults: fields, agents })).map(([rest]) => ({ version: 1, ...rest }));
  return fc.oneof(
    { weight: 6, arbitrary: sound },
    { weight: 2, arbitrary: fc.tuple(sound, fc.constantFrom(...damages)).map(([document, damage]) => damage(JSON.stringify(document))) },
    {
      weight: 1,
      arbitrary: fc.tuple(sound, fc.constantFrom<unknown>(2, "1", null)).map(([document, version]) => ({ ...document, version })),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>({}, [], "null", "", "7", '"text"', { version: 1, agents: [] }, { version: 1, defaults: null }),
    },
  );
}

const security = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("deny", "allowlist", "full") },
  { weight: 1, arbitrary: fc.constantFrom("Deny", " deny ", "none", "", 7, null) },
);
const ask = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("off", "on-miss", "always") },
  { weight: 1, arbitrary: fc.constantFrom("ALWAYS", " off ", true) },
);
const fields = optional({ security, ask, askFallback: security, autoAllowSkills: fc.oneof(fc.boolean(), fc.constant("yes")) });

const patterns = fc.constantFrom(
  "**/id",
  "id",
  "*",
  "**",
  "/**",
  "<bin>/id",
  "<bin>/python3*",
  "**/bash",
  "",
  " **/id ",
  "~/bin/id",
  "**/ID",
  "g++",
  "/usr/bin/*",
);
const entries = fc.oneof(
  { weight: 4, arbitrary: patterns },
  {
    weight: 4,
    arbitrary: fc.record({ pattern: patterns, argPattern: fc.constantFrom("^-u$", "-u", "", "(", "^$") }, { requiredKeys: ["pattern"] }),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(7, null, {}, { pattern: 7 }, { pattern: "**/id", source: "allow-always" }) },
);
const agent = fc
  .tuple(
    fields,
    optional({
      allowlist: fc.oneof({ weight: 8, arbitrary: fc.array(entries, { maxLength: 3 }) }, { weight: 1, arbitrary: fc.constant({}) }),
    }),
  )
  .map(([one, other]) => ({ ...one, ...other }));
const agents = fc.dictionary(
  fc.constantFrom("main", "*", "default", "Main", "a", "b", "ops", "Ops", "work-1", "under_score", "team-lead"),
  fc.oneof({ weight: 12, arbitrary: agent }, { weight: 1, arbitrary: fc.constant(null) }),
  { maxKeys: 3 },
);

/** Ways in which a text stops being the document it was. */
const damages: readonly ((text: string) => string)[] = [
  (text) => `\uFEFF${text}`,
  (text) => text.replace(/}$/, ",}"),
  (text) => text.slice(0, -1),
  (text) => `// a comment\n${text}`,
  (text) => text.replaceAll('"', "'"),
  (text) => `${text} ${text}`,
  (text) => ` \n${text}\n`,
];
