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
    if (read.state === "set" && read.value.trim() !== "") return parse(withoutProfile(read.value.trim()), read, config, behaviour);
  }
  // A list of own providers can take the place of the release's model, in an order only the program knows.
  if (isWritten(member(config, "models")) && behaviour.bareModel === "inferred") return undefined;
  return parse(behaviour.unsetModel, readPrimary(at(config, "agents", "defaults", "model")), config, behaviour);
}

function readPrimary(place: Place): Read<string> {
  return place.node?.type === "object" ? readString(member(place, "primary")) : readString(place);
}

/** `provider/model`, or a bare word: the alias of a configured model, or else a model of the provider the release takes it for. */
function parse(reference: string, read: Read<unknown>, config: Place, behaviour: Behaviour): Model | undefined {
  const full = reference.includes("/") ? reference : (aliasTarget(config, reference) ?? bareModel(config, reference, behaviour));
  const slash = full?.indexOf("/") ?? -1;
  if (full === undefined || slash <= 0) return undefined;
  return {
    provider: full.slice(0, slash).trim().toLowerCase(),
    id: full
      .slice(slash + 1)
      .trim()
      .toLowerCase(),
    read,
  };
}

function bareModel(config: Place, reference: string, behaviour: Behaviour): string | undefined {
  if (behaviour.bareModel === "anthropic") return `anthropic/${reference}`;
  const sources = [at(config, "agents", "defaults", "models"), member(config, "models")];
  if (sources.some(isWritten)) return undefined;
  return `${behaviour.unsetModel.split("/")[0]}/${reference}`;
}

/** The configured model that goes by an alias. */
function aliasTarget(config: Place, reference: string): string | undefined {
  return membersOf(at(config, "agents", "defaults", "models")).find(({ place }) => {
    const alias = readString(member(place, "alias"));
    return alias.state === "set" && alias.value.trim().toLowerCase() === reference.toLowerCase();
  })?.key;
}

function isWritten({ node, unknown }: Place): boolean {
  return node !== undefined || unknown !== undefined;
}

/** A login profile can stand after `@`. */
function withoutProfile(reference: string): string {
  const mark = reference.indexOf("@", reference.lastIndexOf("/") + 1);
  return mark > 0 ? reference.slice(0, mark) : reference;
}
