/**
 * Which model an agent is configured to run with, as far as policies by provider depend on it. Knows nothing of tools, and nothing of
 * which models exist.
 */
import { at, member, membersOf, readString, type Place } from "../../reader.ts";
import type { Read } from "../../read.ts";
import type { Behaviour } from "./releases.ts";

export interface Model {
  /** Lower case. */
  readonly provider: string;
  /** Lower case, without the provider. */
  readonly id: string;
  readonly read: Read<unknown>;
}

/** The agent's own model, the common one, or the release's. Undefined when it cannot be known. */
export function modelOf(config: Place, agent: Place | undefined, behaviour: Behaviour): Model | undefined {
  const places = [agent && member(agent, "model"), at(config, "agents", "defaults", "model")].filter((place) => place !== undefined);
  for (const place of places) {
    const read = readPrimary(place);
    if (read.state === "unknown") return undefined;
    if (read.state === "set" && read.value.trim() !== "") return parse(read.value, read, config);
  }
  // A list of own providers can take the place of the release's model, in an order only the program knows.
  const own = member(config, "models");
  if (own.node || own.unknown !== undefined) return undefined;
  return parse(behaviour.unsetModel, readPrimary(at(config, "agents", "defaults", "model")), config);
}

function readPrimary(place: Place): Read<string> {
  return place.node?.type === "object" ? readString(member(place, "primary")) : readString(place);
}

/** `provider/model`, perhaps with a login profile after `@`; a bare word only if a configured model goes by that alias. */
function parse(text: string, read: Read<unknown>, config: Place): Model | undefined {
  const reference = withoutProfile(text.trim());
  const alias = aliasTarget(config, reference);
  if (alias === undefined) return undefined;
  const slash = alias.indexOf("/");
  if (slash <= 0) return undefined;
  return {
    provider: alias.slice(0, slash).trim().toLowerCase(),
    id: alias
      .slice(slash + 1)
      .trim()
      .toLowerCase(),
    read,
  };
}

/** The reference itself, or the one that goes by this alias. Undefined where a bare word names nothing we know. */
function aliasTarget(config: Place, reference: string): string | undefined {
  if (reference.includes("/")) return reference;
  const models = membersOf(at(config, "agents", "defaults", "models"));
  return models.find(({ place }) => readString(member(place, "alias")).state === "set" && sameAlias(place, reference))?.key;
}

function sameAlias(place: Place, reference: string): boolean {
  const alias = readString(member(place, "alias"));
  return alias.state === "set" && alias.value.trim().toLowerCase() === reference.toLowerCase();
}

function withoutProfile(reference: string): string {
  const at = reference.indexOf("@", reference.lastIndexOf("/") + 1);
  return at > 0 ? reference.slice(0, at) : reference;
}
