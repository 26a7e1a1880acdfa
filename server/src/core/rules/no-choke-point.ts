/** In an organisation more than one agent reaches all the others: there is no single place to watch, and none to close. */
import { nameOf } from "../read.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

/** Below this size everybody knowing everybody is no design. */
const organisation = 4;

export default declareRule({
  id: "no-choke-point",
  severity: "info",
  set: "strict",
  summary: "More than one agent of an organisation reaches all the others",
  why: "Where one agent hands out the work, there is one place to watch and one to close. Where many reach everybody, one misled agent misleads the rest before anyone sees it.",
  atlas: {
    techniques: ["AML.T0053", "AML.T0080.001", "AML.T0061"],
    mitigations: ["AML.M0032", "AML.M0026", "AML.M0028"],
  },
  cwe: [441],
  asi: ["ASI07", "ASI08"],

  check({ policy, report }) {
    const { agents, roster, contact } = policy;
    const { reachesAll } = contact;
    if (agents.length < organisation || reachesAll.length < 2) return;
    const who = reachesAll.length === agents.length ? "each of them" : listNames(reachesAll);
    report(
      { at: nameOf(roster), path: roster.path },
      { message: `Of ${agents.length} agents ${who} can write to or start all the others: no single one hands out the work` },
    );
  },
});
