/**
 * Guards that a setting lowers: checks and limits that are there unless somebody switches them off. A dialect finds them, a rule for each kind
 * tells. Names no product.
 */
import type { Edit, Remediation, RuleSet, Severity } from "../finding.ts";
import { nameOf, type Read } from "../read.ts";
import type { Location, Path } from "../syntax/tree.ts";
import type { Because } from "./grant.ts";
import type { EffectivePolicy } from "./policy.ts";
import { isDoorReachable, type Door } from "./service.ts";

/** Each kind is judged by the rule of the same name. */
export type GuardKind =
  | "allowed-origins-wildcard"
  | "browser-private-network"
  | "device-auth-disabled"
  | "group-without-mention"
  | "guard-switched-off"
  | "hook-chooses-agent"
  | "hook-chooses-session"
  | "hook-runs-code"
  | "mdns-full"
  | "model-endpoint-plain-http"
  | "mutable-sender-names"
  | "plugin-install-unpinned"
  | "plugin-load-path"
  | "plugin-prompt-injection-allowed"
  | "redaction-off"
  | "remote-debugging-exposed"
  | "self-written-skills"
  | "skill-extra-directory"
  | "unlisted-plugins"
  | "unsafe-external-content"
  | "wide-trusted-proxies";

/** `minor`: good reasons for it are common; `worst`: nothing else stands where the guard stood. */
export type GuardWeight = "minor" | "usual" | "worst";

export interface LoweredGuard {
  readonly kind: GuardKind;
  /** The setting that lowers it. */
  readonly read: Read<unknown>;
  /** What follows, as a sentence without a full stop. */
  readonly says: string;
  /** The door it guards, where it is one: it matters more once others can reach that. */
  readonly door: Door | undefined;
  /** How far it goes, where its kind has degrees. */
  readonly weight: GuardWeight;
  /** What else takes part in it. */
  readonly because: readonly Because[];
  /** The edits that put the guard back, and what they do in the imperative. */
  readonly restore?: { readonly title: string; readonly edits: readonly Edit[] };
}

export interface GuardClaim {
  readonly evidence: { readonly at: Location; readonly path: Path; readonly because: readonly Because[] };
  readonly report: { readonly message: string; readonly remediations: readonly Remediation[] };
  /** Whether others than this machine and one's own devices can use the gap. */
  readonly isReachable: boolean;
  /** Whether it is the guard of a door, so that nobody can use the gap without reaching that. */
  readonly isOfDoor: boolean;
  readonly weight: GuardWeight;
}

/** A claim with the severity that its weight asks for: the worst is the worst only where somebody can come and use it. */
export function weighed({
  report,
  weight,
  isReachable,
  isOfDoor,
}: GuardClaim): GuardClaim["report"] & { severity?: Severity; set?: RuleSet } {
  if (weight === "minor") return { ...report, severity: "info", set: "strict" };
  return weight === "worst" && (isReachable || !isOfDoor) ? { ...report, severity: "error" } : report;
}

/** Guards that nothing works without: logs with secrets left out tell the same otherwise. */
const harmlessToRestore: ReadonlySet<GuardKind> = new Set(["redaction-off"]);

/** What there is to say of the guards of one kind, in writing order. */
export function guardClaims(policy: EffectivePolicy, kind: GuardKind): GuardClaim[] {
  return policy.loweredGuards
    .filter((guard) => guard.kind === kind)
    .map(({ read, says, door, weight, because, restore }) => ({
      evidence: { at: nameOf(read), path: read.path, because },
      report: {
        message: says,
        remediations: restore
          ? [{ title: restore.title, safety: harmlessToRestore.has(kind) ? "safe" : "review", edits: () => restore.edits }]
          : [],
      },
      isReachable: isDoorReachable(policy, door),
      isOfDoor: door !== undefined,
      weight,
    }));
}
