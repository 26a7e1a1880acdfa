/**
 * The layers of tool policy that come from profiles, an agent's own and a provider's. Knows which profile holds and what is added to it,
 * not which tools a profile includes.
 */
import { at, member, readAny, readWord, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import { noTools, type Catalogue } from "./catalogue.ts";
import { broughtBy, unknownLayer, type Layer, type PolicyContext } from "./layer.ts";
import type { ProviderChoice } from "./provider-policy.ts";
import { profileBlocks } from "./tables/tool-lists.ts";
import type { Profile } from "./tables/tools.ts";
import { entryFor, maskOf, readToolList, withCompanion, type ToolEntry } from "./tool-lists.ts";

export const profileWords = ["minimal", "coding", "messaging", "full"] as const;

/** The agent's profile, or the common one. */
export function profileLayer(context: PolicyContext, own: Place | undefined, global: Place): Layer | undefined {
  const sources = [...(own ? [{ layer: "tools.profile (agent)", place: own }] : []), { layer: "tools.profile", place: global }];
  const also = sources.map(({ place }) => readToolList(member(place, "alsoAllow"))).find(({ isSet }) => isSet);
  const blocks = context.behaviour.profileGrowsWithBlocks ? blockTools(sources.map(({ place }) => place)) : [];
  return chosenProfile(context, sources, [...(also?.entries ?? []), ...blocks], also?.isOpen ?? false);
}

/** The profile that goes with the provider of the agent's model. */
export function providerProfileLayer(context: PolicyContext, own: ProviderChoice | undefined, global: ProviderChoice): Layer | undefined {
  const choices = own ? [own, global] : [global];
  const places = choices.flatMap((choice) => choice.places);
  const unsure = choices.find(({ isKnown }) => !isKnown)?.places.find((place) => member(place, "profile").node !== undefined);
  if (unsure) return unknownLayer(context.catalogue, providerProfile, unknownModel(unsure));
  const sources = places.map((place) => ({ layer: providerProfile, place }));
  const also = places.map((place) => readToolList(member(place, "alsoAllow"))).find(({ isSet }) => isSet);
  return chosenProfile(context, sources, also?.entries ?? [], also?.isOpen ?? false);
}

const providerProfile = "tools.byProvider profile";

function unknownModel({ at, path }: Place): Read<unknown> & { readonly why: string } {
  return { state: "unknown", at, path, why: "it holds for one model's provider, and the agent's model is not known" };
}

/** The first profile that is written holds, with what is added to it. */
function chosenProfile(
  context: PolicyContext,
  sources: readonly { readonly layer: string; readonly place: Place }[],
  more: readonly ToolEntry[],
  isOpen: boolean,
): Layer | undefined {
  for (const { layer, place } of sources) {
    const read = readWord(member(place, "profile"), profileWords);
    if (read.state === "unset") continue;
    if (read.state === "unknown") return unknownLayer(context.catalogue, layer, read);
    if (read.value === "full") return fullProfile(context.catalogue, layer, read);
    return profileOf(context, layer, read.value, read, more, isOpen);
  }
  return undefined;
}

/** Lets everything through, the tools of plugins included. */
function fullProfile(catalogue: Catalogue, layer: string, read: Read<unknown>): Layer {
  const everything = { sure: catalogue.all, maybe: catalogue.all };
  return {
    name: layer,
    passing: everything,
    brings: catalogue.ofPlugins,
    named: catalogue.all,
    because: () => ({ layer, says: 'profile is "full"', read }),
  };
}

function profileOf(
  context: PolicyContext,
  layer: string,
  profile: Profile,
  read: Read<unknown>,
  more: readonly ToolEntry[],
  isOpen: boolean,
): Layer {
  const { catalogue, behaviour } = context;
  const included = catalogue.profiles.get(profile) ?? noTools;
  const sure = withCompanion(catalogue, included | maskOf(catalogue, more), behaviour.applyPatchComesWith);
  const list = { read, isSet: true, entries: more, isOpen };
  return {
    name: layer,
    passing: { sure, maybe: isOpen ? catalogue.all : sure },
    brings: (included & catalogue.ofPlugins) | (broughtBy(context, list) ?? noTools),
    named: sure,
    because(tool) {
      const added = entryFor(catalogue, list, tool);
      if (added) return { layer, says: `adds "${added.name}" to the profile`, read: added.read };
      const has = (included & catalogue.tool(tool)) !== noTools;
      return { layer, says: `profile is "${profile}", which ${has ? "includes" : "does not include"} "${tool}"`, read };
    },
  };
}

/** In some releases, writing about exec or files was enough to get the tools. */
function blockTools(places: readonly Place[]): ToolEntry[] {
  return profileBlocks.flatMap(({ key, tools }) => {
    const place = places.map((block) => at(block, key)).find(({ node, unknown }) => node !== undefined || unknown !== undefined);
    if (!place?.node || place.node.type === "null") return [];
    return tools.map((name) => ({ name, read: readAny(place) }));
  });
}
