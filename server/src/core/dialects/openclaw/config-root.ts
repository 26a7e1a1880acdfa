/** The config of a set as one tree, includes laid in. */
import type { ConfigFile, ConfigSet } from "../dialect.ts";
import { rootPlace, type Place } from "../../reader.ts";
import type { Node } from "../../syntax/tree.ts";
import { resolveUri } from "../../uri.ts";
import { configFileNames } from "./files.ts";
import { combineIncludes } from "./include.ts";

/** The config OpenClaw reads; where a folder holds several, the first of the names it looks for. */
export function configFile(set: ConfigSet): ConfigFile | undefined {
  return set.files.find(({ role }) => role === "config");
}

export function configRoot(set: ConfigSet): Node | undefined {
  const file = configFile(set);
  return file && combineIncludes(file, set).root;
}

/**
 * The place everything is read from. A set without a config says nothing about it: an approvals document is often kept alone,
 * and the gateway it belongs to has a config all the same.
 */
export function configPlace(set: ConfigSet): Place {
  const file = configFile(set);
  if (file) return rootPlace(configRoot(set), file.uri, "the config is empty");
  const given = set.files[0]?.uri ?? resolveUri(set.root, configFileNames[0]);
  return { node: undefined, at: { file: given, start: 0, end: 0 }, path: [], unknown: "the config was not given" };
}
