/**
 * The layers of tool policy that hold for an agent in every session, in the program's order: profile, provider, global, agent.
 * Knows which there are, not how one is read nor what follows for a session.
 */
import { member, type Place } from "../../reader.ts";
import { listLayer, type Layer, type PolicyContext } from "./layer.ts";
import { modelOf } from "./model.ts";
import { profileLayer, providerProfileLayer } from "./profile-layers.ts";
import { providerPolicies, type ProviderChoice } from "./provider-policy.ts";
import type { Passing } from "./tool-lists.ts";

/** The layers that hold for an agent in every session. */
export function agentLayers(context: PolicyContext, agent: Place | undefined, built: Passing): readonly Layer[] {
  const { config, behaviour } = context;
  const global = member(config, "tools");
  const own = agent && member(agent, "tools");
  const model = modelOf(config, agent, behaviour);
  const layers: (Layer | undefined)[] = [profileLayer(context, own, global)];
  const globalChoice = providerPolicies(global, model, behaviour);
  const ownChoice = own && providerPolicies(own, model, behaviour);
  layers.push(providerProfileLayer(context, ownChoice, globalChoice));
  layers.push(
    context.once(`tools ${built.sure} ${built.maybe}`, () => listLayer(context, "tools", global, built)),
    ...choiceLayers(context, "tools.byProvider", globalChoice, built),
  );
  if (own) layers.push(listLayer(context, "tools (agent)", own, built));
  if (ownChoice) layers.push(...choiceLayers(context, "tools.byProvider (agent)", ownChoice, built));
  return layers.filter((layer) => layer !== undefined);
}

/** Where the model is not known, any of the entries may hold, or none. */
function choiceLayers(context: PolicyContext, name: string, choice: ProviderChoice, built: Passing): Layer[] {
  const layers = choice.places.flatMap((place) => listLayer(context, name, place, built) ?? []);
  return choice.isKnown
    ? layers
    : layers.map((layer) => ({ ...layer, passing: { sure: layer.passing.sure, maybe: context.catalogue.all } }));
}
