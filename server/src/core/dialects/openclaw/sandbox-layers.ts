/** The layers a sandbox's settings come from, and how one of them wins. Knows no setting. */
import type { SandboxSetting } from "../../grants/sandbox.ts";
import type { Read } from "../../read.ts";
import type { Place } from "../../reader.ts";
import type { Behaviour } from "./releases.ts";

export interface SandboxLayer {
  readonly layer: string;
  readonly place: Place;
}

/** The agent's own block, where it has one, then the common one. */
export type SandboxLayers = readonly [SandboxLayer, ...SandboxLayer[]];

/** The first layer that says something; where none does, the program's value, at the place where it would be written for all agents. */
export function firstOf<Value>(
  layers: SandboxLayers,
  behaviour: Behaviour,
  value: Value,
  readValue: (place: Place) => Read<Value>,
): SandboxSetting<Value> {
  for (const { layer, place } of layers) {
    const read = readValue(place);
    const says = (setting: Value) => `${nameOf(read)} is ${JSON.stringify(setting)}`;
    if (read.state === "set") return { value: read.value, because: { layer, says: says(read.value), read } };
    if (read.state === "unknown") return { value: undefined, because: { layer, says: read.why, read } };
  }
  const read = readValue((layers.at(-1) ?? layers[0]).place);
  return { value, because: { layer: `default of ${behaviour.release}`, says: `${nameOf(read)} is ${JSON.stringify(value)}`, read } };
}

function nameOf({ path }: Read<unknown>): string {
  return String(path.at(-1));
}
