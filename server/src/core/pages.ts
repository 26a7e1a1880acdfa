/** Where the pages of rules are read online. */
import { rules } from "./rules.gen.ts";

const folder = "https://github.com/grantlint/grantlint/blob/main/docs/rules";

/** The address of a rule's page; undefined for findings of no rule. */
export function pageOf(rule: string): string | undefined {
  return rules.some(({ id }) => id === rule) ? `${folder}/${rule}.md` : undefined;
}
