/** The names a release's validator knows besides its schema: plugins, channels, web search providers, models it withholds. */

export function readRegistry({ manifests, published, core, rules }) {
  const channels = new Set(Object.keys(core.properties.channels.properties ?? {}));
  for (const id of Object.keys(published.properties.channels.properties ?? {})) channels.add(id);
  for (const manifest of manifests) for (const id of manifest.channels ?? []) channels.add(id);
  for (const word of ["defaults", "modelByChannel"]) channels.delete(word);
  const plugins = manifests.map(({ id }) => id).sort();
  return { channels: [...channels].sort(), plugins, rules };
}
