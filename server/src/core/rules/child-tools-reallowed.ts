/** Tools that no child run has by itself are given back to the children of every agent. */
import { declareRule } from "../rule.ts";

export default declareRule({
  id: "child-tools-reallowed",
  severity: "info",
  summary: "Child runs get back tools that are kept from them",
  why: "A child run works off an order nobody reads again, often with text from outside in it. What is kept from it by default would let it outlive its task or change its limits.",
  atlas: { techniques: ["AML.T0053", "AML.T0081"], mitigations: ["AML.M0026", "AML.M0028", "AML.M0032"] },
  cwe: [441],
  asi: ["ASI03", "ASI08"],

  check({ policy, report }) {
    for (const { name, capability, agents, close } of policy.tools.children) {
      const isSteering = capability === "control.plane" || capability === "schedule";
      report(name, {
        message: `"${name.value}" is given back to every child run, which has none by itself`,
        severity: isSteering ? "warning" : undefined,
        agents,
        remediations: [{ title: `Keep "${name.value}" from child runs`, safety: "review", edits: () => close }],
      });
    }
  },
});
