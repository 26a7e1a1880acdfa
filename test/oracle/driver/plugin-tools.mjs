/**
 * Which of the catalogue's plugin tools the release would build in a session: later releases build one only if the lists in force let them expect
 * that it survives. Credentials a plugin may need are taken to be there. Whether a tool then passes policy is asked elsewhere.
 */
import { withLeaves } from "./leaves.mjs";

/**
 * @param lists `{ allow, deny }`: what the release collected out of all layers and hands to its plugins.
 * @returns {Promise<(name: string) => boolean>} for names of plugin tools in the catalogue.
 */
export async function pluginToolFilter(context, { config, lists }) {
  const { found, catalogue } = context;
  const choosePlugins = found.resolvePluginToolPluginIds ?? found.resolvePluginToolRuntimePluginIds;
  // Early releases build every tool of every plugin that is on.
  if (!choosePlugins) return (name) => isOn(context, config, { id: catalogue.pluginOf[name], kind: "memory" });
  const loaded = loadingConfig(context, config);
  const snapshot = manifestsFor(context, loaded);
  const named = new Map();
  const handlers = {
    hasManifestToolAvailability: (_real, [{ toolNames }]) => toolNames.length > 0,
    listManifestToolNamesForAllowlist: (real, [options]) => {
      named.set(options.pluginId, real(options));
      return named.get(options.pluginId);
    },
  };
  const allowlist = found.createPluginToolAllowlist?.(lists.allow);
  const plugins = await withLeaves(handlers, () =>
    choosePlugins({
      ...{ config: loaded, env: process.env, workspaceDir: context.home.work, snapshot },
      ...{ toolAllowlist: lists.allow, toolDenylist: lists.deny, allowlist },
    }),
  );
  const isExpected = (plugin, name) => (allowlist ? expects(allowlist, snapshot, plugin, name) : named.get(plugin)?.includes(name));
  return (name) => {
    const plugin = catalogue.pluginOf[name];
    const manifest = snapshot.plugins.find(({ id }) => id === plugin);
    return manifest !== undefined && isOn(context, loaded, manifest) && plugins.includes(plugin) && isExpected(plugin, name);
  };
}

/** Whether the release would load a bundled plugin: its own switches, and for memory the one place there is for such a plugin. */
function isOn({ found }, config, { id, kind, enabledByDefault }) {
  const plugins = found.normalizePluginsConfig(config.plugins);
  const activation = found.resolveEffectivePluginActivationState?.({
    ...{ id, origin: "bundled", config: plugins, rootConfig: config, enabledByDefault },
  });
  const { enabled } = activation ?? found.resolveEnableState(id, "bundled", plugins);
  return enabled && found.resolveMemorySlotDecision({ id, kind, slot: plugins.slots.memory, selectedId: null }).enabled;
}

/** How the latest releases choose among a plugin's tools. */
function expects(allowlist, snapshot, pluginId, name) {
  const plugin = snapshot.plugins.find(({ id }) => id === pluginId);
  const isOptional = plugin?.toolMetadata?.[name]?.optional === true;
  return (allowlist.includesDefaults && !isOptional) || allowlist.allowsTool(pluginId, name);
}

/** The config plugins are loaded with: the release first switches on what the rest of the config calls for. One answer per case. */
function loadingConfig(context, config) {
  if (context.loading?.config !== config) {
    const { resolvePluginRuntimeLoadContext: resolve } = context.found;
    context.loading = { config, loaded: resolve({ config, env: process.env, workspaceDir: context.home.work }).config };
  }
  return context.loading.loaded;
}

/** Reading the manifests takes tens of milliseconds, and only the config's `plugins` can change what is read. */
function manifestsFor(context, config) {
  const key = JSON.stringify(config.plugins ?? null);
  context.manifests ??= new Map();
  if (!context.manifests.has(key)) {
    context.manifests.set(key, context.found.loadManifestContractSnapshot({ config, workspaceDir: context.home.work, env: process.env }));
  }
  return context.manifests.get(key);
}
