/** The names a release's validator knows besides its schema: channels, plugins, providers, models it withholds. */

/**
 * `channels`: ids that may stand under `channels`; `plugins`: ids inside the package; `needConfig`: plugins that refuse to be enabled without
 * settings; `plainSecrets`: paths at which a secret must be a plain text; `rules`: paths of rules over several keys.
 */
export function readRegistry({ manifests, names, rules }, refusesEmpty) {
  const channels = new Set([...names.channels, ...manifests.flatMap(({ channels: own = [] }) => own)]);
  const enabled = new Set([...names.enabledByDefault, ...manifests.filter(({ enabledByDefault }) => enabledByDefault).map(({ id }) => id)]);
  return {
    channels: [...channels].sort(),
    channelAliases: names.channelAliases,
    plugins: manifests.map(({ id }) => id).sort(),
    pluginAliases: { ...names.pluginAliases, ...legacyIds(manifests) },
    retiredPlugins: names.retiredPlugins,
    enabledPlugins: [...enabled].sort(),
    memoryPlugins: manifests.filter(({ kind }) => [kind].flat().includes("memory")).map(({ id }) => id),
    needConfig: refusesEmpty,
    builtInProviders: names.builtInProviders,
    webSearch: {
      bundled: [...new Set(manifests.flatMap(({ contracts }) => contracts?.webSearchProviders ?? []))].sort(),
      installable: names.installableWebSearch,
    },
    legacyWebSearchKeys: names.legacyWebSearchKeys,
    withheldModels: [...new Set(manifests.flatMap(withheldModels))].sort(),
    plainSecrets: names.plainSecrets,
    rules,
  };
}

function legacyIds(manifests) {
  return Object.fromEntries(manifests.flatMap(({ id, legacyPluginIds = [] }) => legacyPluginIds.map((legacy) => [legacy, id])));
}

/** Models a provider's own plugin withholds in every case. */
function withheldModels({ providers = [], modelCatalog }) {
  const own = new Set([...providers, ...Object.keys(modelCatalog?.providers ?? {}), ...Object.keys(modelCatalog?.aliases ?? {})]);
  return (modelCatalog?.suppressions ?? [])
    .filter(({ provider, when }) => !when && own.has(provider))
    .map(({ provider, model }) => `${provider}/${model}`.toLowerCase());
}
