/** The names a release's validator knows besides its schema, as `schemas/<release>/registry.json` holds them. */
import type { SchemaSource } from "../../schema/schema-source.ts";

export interface Registry {
  /** Ids that may stand under `channels`. */
  readonly channels: readonly string[];
  readonly channelAliases: Readonly<Record<string, string>>;
  /** Ids of the plugins inside the package. */
  readonly plugins: readonly string[];
  readonly pluginAliases: Readonly<Record<string, string>>;
  readonly retiredPlugins: readonly string[];
  readonly enabledPlugins: readonly string[];
  readonly memoryPlugins: readonly string[];
  /** Plugins that refuse to be enabled without settings. */
  readonly needConfig: readonly string[];
  /** Model providers that need neither `baseUrl` nor `models`. */
  readonly builtInProviders: readonly string[];
  /** Search providers inside the package, and those of plugins that can be installed, with the plugin. */
  readonly webSearch: { readonly bundled: readonly string[]; readonly installable: Readonly<Record<string, string>> };
  readonly legacyWebSearchKeys: readonly string[];
  /** `provider/model`, lower case. */
  readonly withheldModels: readonly string[];
  /** Paths at which a secret must be a plain text. */
  readonly plainSecrets: readonly string[];
}

export function loadRegistry(schemas: SchemaSource, release: string): Registry | undefined {
  const loaded = schemas.load(release, "registry");
  return typeof loaded === "object" && loaded !== null ? (loaded as Registry) : undefined;
}

/** For a release between two: every name that one of them knows may be known, and only what both refuse is refused. */
export function betweenRegistries(one: Registry, other: Registry): Registry {
  const either = (names: (registry: Registry) => readonly string[]) => [...new Set([...names(one), ...names(other)])];
  const both = (names: (registry: Registry) => readonly string[]) => names(one).filter((name) => names(other).includes(name));
  return {
    channels: either(({ channels }) => channels),
    channelAliases: { ...one.channelAliases, ...other.channelAliases },
    plugins: either(({ plugins }) => plugins),
    pluginAliases: { ...one.pluginAliases, ...other.pluginAliases },
    retiredPlugins: either(({ retiredPlugins }) => retiredPlugins),
    enabledPlugins: both(({ enabledPlugins }) => enabledPlugins),
    memoryPlugins: both(({ memoryPlugins }) => memoryPlugins),
    needConfig: both(({ needConfig }) => needConfig),
    builtInProviders: either(({ builtInProviders }) => builtInProviders),
    webSearch: {
      bundled: either(({ webSearch }) => webSearch.bundled),
      installable: { ...one.webSearch.installable, ...other.webSearch.installable },
    },
    legacyWebSearchKeys: both(({ legacyWebSearchKeys }) => legacyWebSearchKeys),
    withheldModels: both(({ withheldModels }) => withheldModels),
    plainSecrets: both(({ plainSecrets }) => plainSecrets),
  };
}
