/** A sandbox is made from an image by a name that its owner, or whoever has the owner's password, can move to another image. */
import { decidedAt, eachDecision } from "../grants/sandbox.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "unpinned-sandbox-image",
  severity: "info",
  set: "strict",
  summary: "Sandbox image from a registry is not pinned",
  why: "A tag is a name that can be moved. The next time somebody pulls it, every program in the sandbox may be another one, chosen by whoever got hold of the registry account.",
  atlas: { techniques: ["AML.T0010.004", "AML.T0010.001"], mitigations: ["AML.M0014", "AML.M0013", "AML.M0016"] },
  cwe: [494, 829],
  asi: ["ASI04"],

  check({ policy, report }) {
    const unpinned = eachDecision(policy.sandboxes, ({ container }) =>
      container && isUnpinned(container.image.value) ? [{ because: [container.image.because] as const, name: container.image.value }] : [],
    );
    for (const { fact, agents } of unpinned) {
      report(decidedAt(fact.because), {
        message: `The sandbox of ${listNames(agents)} is made from "${fact.name}", whatever that name means when it is pulled`,
        agents,
      });
    }
  },
});

/** Only names with a registry or an account in front: others are as a rule built on the machine. */
function isUnpinned(image: string | undefined): boolean {
  return image !== undefined && image.includes("/") && !image.includes("@sha256:");
}
