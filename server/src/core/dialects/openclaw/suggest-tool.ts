/** What a name in a list of tools was probably meant to be. A guess for people; nothing is decided by it. */
import { nearestWord } from "../../schema/words.ts";
import { noTools, type Catalogue } from "./catalogue.ts";
import { successors } from "./tables/tool-names.ts";
import { toolSynonyms } from "./tables/tool-synonyms.ts";

/** A tool or group of this release, or nothing when no name is near enough. */
export function suggestTool(catalogue: Catalogue, name: string): string | undefined {
  const known = (candidate: string | undefined) => (candidate !== undefined && isKnown(catalogue, candidate) ? candidate : undefined);
  const renamed = successors.flatMap(({ before, after }) => (name === before ? [after] : name === after ? [before] : []))[0];
  const synonym = toolSynonyms.find(({ names }) => names.includes(name))?.means;
  return known(renamed) ?? known(synonym) ?? known(`group:${name}`) ?? nearestWord(name, [...catalogue.names, ...catalogue.groups.keys()]);
}

function isKnown(catalogue: Catalogue, name: string): boolean {
  return catalogue.groups.has(name) || catalogue.tool(name) !== noTools;
}
