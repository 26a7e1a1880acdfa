/** The approvals document as a whole: whether it counts, what then holds, and the edits that would make an empty one restrict. */
import type { Because } from "../../grants/grant.ts";
import type { PolicyDocument } from "../../grants/policy.ts";
import type { Edit } from "../../finding.ts";
import type { Read } from "../../read.ts";
import { findMember } from "../../syntax/tree.ts";
import type { ApprovalsDocument } from "./approvals.ts";
import type { Behaviour } from "./releases.ts";

export function resolveApprovalsDocument(approvals: ApprovalsDocument, behaviour: Behaviour): PolicyDocument {
  return {
    role: "approvals",
    name: approvals.name,
    layer: "exec-approvals",
    state: approvals.state,
    why: approvals.why,
    consequence: consequenceOf(approvals, behaviour),
    at: approvals.at,
    path: approvals.path,
    because: collectBecause(approvals),
    ignored: approvals.ignored,
    tighten: tightenDocument(approvals),
    create: () => [],
  };
}

function consequenceOf(approvals: ApprovalsDocument, behaviour: Behaviour): string {
  switch (approvals.state) {
    case "absent":
    case "empty":
      return "host commands follow the config alone";
    case "refused":
      if (behaviour.brokenApprovals === "deny") return "every host command is refused";
      return behaviour.approvalsReader === "exact"
        ? "host commands follow the config alone, and the next one overwrites the document with an empty one"
        : "host commands follow the config alone";
    case "blocking":
      return "every host command fails until openclaw doctor --fix has taken the file over";
    case "elsewhere":
    case "unknown":
      return "host commands may be restricted further than the config says";
    case "loaded":
      return setsPolicy(approvals) ? "the stricter of it and the config holds" : "its allowlists are asked only where the config says so";
  }
}

function setsPolicy(approvals: ApprovalsDocument): boolean {
  return [approvals.defaults, ...approvals.agents.values()].some((fields) => fields.security.state === "set" || fields.ask.state === "set");
}

/** What the document says of its own accord, from its defaults to its agents. */
function collectBecause(approvals: ApprovalsDocument): Because[] {
  const layers = [
    { layer: "exec-approvals defaults", fields: approvals.defaults },
    ...[...approvals.agents.values()].map((fields) => ({ layer: `exec-approvals agents.${fields.id}`, fields })),
  ];
  return layers.flatMap(({ layer, fields }) =>
    (["security", "ask", "askFallback"] as const).flatMap((name) => {
      const read: Read<string> = fields[name];
      return read.state === "set" ? [{ layer, says: `${name} is "${read.value}"`, read }] : [];
    }),
  );
}

const restrictions = { security: "allowlist", ask: "on-miss", askFallback: "deny" } as const;

/** A document that is not taken can be put in force, and an empty one tightened as a whole: in any other, somebody has decided something. */
function tightenDocument(approvals: ApprovalsDocument): readonly Edit[] {
  if (approvals.state !== "empty") return approvals.repair;
  const defaults = findMember(approvals.root, "defaults");
  const { file } = approvals.at;
  if (defaults && defaults.type !== "object") return [{ op: "set", file, path: ["defaults"], value: restrictions }];
  return Object.entries(restrictions).map(([key, value]) => ({ op: "set", file, path: ["defaults", key], value }));
}
