/** Places and reasons in the shape that requests of our own carry them. */
import type { Because, Location } from "../core/index.ts";
import type { Converter } from "./convert.ts";
import type { Place, Reason } from "./protocol.ts";
import type { Session } from "./session.ts";

export interface Places {
  readonly placeOf: (at: Location) => Place;
  readonly reasonOf: (because: Because) => Reason;
}

export function placesFor(convert: Converter, { editorUri }: Pick<Session, "editorUri">): Places {
  const placeOf = (at: Location): Place => ({ uri: editorUri(at.file), range: convert.range(at) });
  return { placeOf, reasonOf: ({ layer, says, read }) => ({ says, layer, at: placeOf(read.at) }) };
}
