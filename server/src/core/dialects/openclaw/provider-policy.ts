/** Which entry of `tools.byProvider` holds for a model. Knows nothing of what the entry says. */
import { member, membersOf, type Place } from "../../reader.ts";
import type { Model } from "./model.ts";
import type { Behaviour } from "./releases.ts";

/**
 * The entries that may hold: one where it is known, none where no key fits (or nothing is written), several where the model is not known.
 * With several, that none holds is possible as well.
 */
export interface ProviderChoice {
  readonly places: readonly Place[];
  readonly isKnown: boolean;
}

export function providerPolicies(tools: Place, model: Model | undefined, behaviour: Behaviour): ProviderChoice {
  const byProvider = member(tools, "byProvider");
  if (byProvider.unknown !== undefined) return { places: [byProvider], isKnown: false };
  const entries = membersOf(byProvider);
  if (entries.length === 0) return { places: [], isKnown: byProvider.node?.open === undefined };
  if (!model) return { places: entries.map(({ place }) => place), isKnown: false };
  const isKnown = byProvider.node?.open === undefined;
  for (const key of keysOf(model, behaviour)) {
    const same = entries.filter((entry) => entry.key.trim().toLowerCase() === key);
    // Of keys that differ in spaces and case only, early releases take the last, later ones the first.
    const found = behaviour.providerKeys === "plain" ? same.at(-1) : same[0];
    if (found) return { places: [found.place], isKnown };
  }
  return { places: [], isKnown };
}

/** The keys a model goes by, the narrower first. */
function keysOf({ provider, id }: Model, behaviour: Behaviour): readonly string[] {
  const full = behaviour.providerKeys === "plain" && id.includes("/") ? id : `${provider}/${id}`;
  return [full, provider];
}
