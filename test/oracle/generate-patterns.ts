/** Allowlist patterns at random: folders and names of programs, with every sign that some release reads as something else than itself. */
import fc from "fast-check";

/** Programs that stand for nothing but themselves: none starts another, so what the entry matches is what decides. */
export const programs = ["id", "rg", "git", "ls", "curl", "whoami", "tar"];

const folders = fc.constantFrom(
  "<bin>/",
  "**/",
  "*/",
  "/**/",
  "/",
  "~/bin/",
  "~/**/",
  "",
  "",
  "bin/",
  "./",
  "<bin>//",
  "<bin>/../bin/",
  "**/bin/",
  "/*/",
);
const signs = fc.constantFrom("*", "?", "**", ".", "[a-z]", "+", "(id|rg)", "{id,rg}", "$", "^", "\\", "|", "i", "d", "r", "g", "T");
const names = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...programs) },
  { weight: 2, arbitrary: fc.constantFrom(...programs).map((program) => program.toUpperCase()) },
  { weight: 5, arbitrary: fc.array(signs, { minLength: 1, maxLength: 3 }).map((some) => some.join("")) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...programs), signs).map(([program, sign]) => program.slice(0, -1) + sign) },
);
const padding = fc.constantFrom("", "", "", " ");
export const patterns: fc.Arbitrary<string> = fc.tuple(padding, folders, names, padding).map((some) => some.join(""));
