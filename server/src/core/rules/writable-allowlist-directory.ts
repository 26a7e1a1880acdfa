/** An allowed program that lies where the agent, or whoever gets a file onto the machine, can put another in its place. */
import { byList, entryRemoval, placeOf, quoted, type AllowlistEntry } from "../grants/allowlist.ts";
import { ownGrants } from "../grants/grant.ts";
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
    const writers = policy.agents.filter((agent) => ownGrants(agent, "fs.write", { reach: "host" }).some(({ certain }) => certain));
    const canWrite = ({ writable, agent }: AllowlistEntry): boolean =>
      writable?.whose === "everyone" || writers.some(({ id }) => agent === undefined || id === agent);
    const found = policy.allowlist.filter((entry) => entry.writable && entry.certain && entry.admits === "program" && canWrite(entry));
    for (const list of byList(found)) {
      for (const folder of new Set(list.map(({ writable }) => writable?.folder))) {
        const entries = list.filter(({ writable }) => writable?.folder === folder);
        const [first, ...others] = entries;
        if (!first) continue;
        const isGrave = first.consulted && first.writable?.whose !== "user";
        report(placeOf(first), {
          severity: isGrave ? "warning" : "info",
          set: isGrave ? "default" : "strict",
          message: `${listWords(entries.map(quoted))} ${others.length === 0 ? "lies" : "lie"} in ${folder}, where ${first.writable?.whose === "everyone" ? "others can put another program" : "the agent can put another program"} in ${others.length === 0 ? "its" : "their"} place`,
          related: others.map((entry) => ({ at: placeOf(entry).at, message: `${quoted(entry)} lies there too` })),
          remediations: [entryRemoval(...entries)],
        });
      }
    }
  },
});
