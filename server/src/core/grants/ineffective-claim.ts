/** What a rule says of settings that do not do what they say: the same sentence for each kind. */
import type { Edit } from "../finding.ts";
import { nameOf, type Read } from "../read.ts";
import type { Location, Path } from "../syntax/tree.ts";
import type { Because } from "./grant.ts";
import type { IneffectiveKind, IneffectiveSetting } from "./ineffective.ts";

export interface IneffectiveClaim {
  readonly evidence: { readonly at: Location; readonly path: Path; readonly because: readonly Because[] };
  readonly report: {
    readonly message: string;
    readonly agents?: readonly string[];
    readonly remediations: readonly { readonly title: string; readonly safety: "review"; readonly edits: () => readonly Edit[] }[];
  };
}

/** Those of one kind about which a claim can be made, in the order in which the dialect found them. */
export function claimsOf(settings: readonly IneffectiveSetting[], kind: IneffectiveKind): IneffectiveClaim[] {
  return settings.flatMap((setting) => (setting.kind === kind && setting.certain ? [claimOf(setting)] : []));
}

function claimOf({ read, agents, meant, does, because, remedy }: IneffectiveSetting): IneffectiveClaim {
  return {
    evidence: { at: placeOf(read), path: read.path, because },
    report: {
      message: `${meant}, but ${does}`,
      ...(agents ? { agents } : {}),
      remediations: remedy ? [{ title: remedy.title, safety: "review", edits: () => remedy.edits }] : [],
    },
  };
}

/** An empty list is its own best place: there is nothing in it to be long. */
function placeOf(read: Read<unknown>): Location {
  const isEmpty = read.state === "set" && read.node.type === "array" && (read.node.children?.length ?? 0) === 0;
  return isEmpty ? read.at : nameOf(read);
}
