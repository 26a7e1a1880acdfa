/** An allowed program that lies where the agent, or whoever gets a file onto the machine, can put another in its place. */
import { alike, entryRemoval, groupEntries, loudness, placeOf, quoted, type AllowlistEntry } from "../grants/allowlist.ts";
import { ownGrants, type Agent } from "../grants/grant.ts";
import { declareRule } from "../rule.ts";
import { listWords } from "../wording.ts";

export default declareRule({
  id: "writable-allowlist-directory",
  severity: "warning",
  summary: "Allowed program lies in a folder that can be written to",
  why: "An entry admits whatever file lies at its path. Whoever can write there replaces the program and has it run as an allowed one: two harmless steps are any command.",
  atlas: { techniques: ["AML.T0050", "AML.T0074", "AML.T0053"], mitigations: ["AML.M0028", "AML.M0013"] },
  cwe: [427, 426],
  asi: ["ASI05"],

  check({ policy, report }) {
    const writers = new Set(policy.agents.filter(canWrite).map(({ id }) => id));
    const isOpen = ({ writable, agent }: AllowlistEntry): boolean =>
      writable?.whose === "everyone" || (agent === undefined ? writers.size > 0 : writers.has(agent));
    // What can run any other program anyway needs no other in its place.
    const folderOf = (entry: AllowlistEntry) =>
      entry.admits === "program" && entry.launcher === undefined && isOpen(entry) ? entry.writable?.folder : undefined;
    for (const entries of groupEntries(policy.allowlist, folderOf)) {
      const [first] = entries;
      const [lies, its] = entries.length === 1 ? ["lies", "its"] : ["lie", "their"];
      const who = first.writable?.whose === "everyone" ? "others" : "the agent";
      report(placeOf(first), {
        ...(first.writable?.whose === "user" ? { severity: "info", set: "strict" } : loudness(first)),
        message: `${listWords(entries.map(quoted))} ${lies} in ${first.writable?.folder}, where ${who} can put another program in ${its} place`,
        related: alike(entries, "lies there too"),
        remediations: [entryRemoval(...entries)],
      });
    }
  },
});

function canWrite(agent: Agent): boolean {
  return ownGrants(agent, "fs.write", { reach: "host" }).some(({ certain }) => certain);
}
