/** Where compiled schemas come from. The host supplies it, so that the core opens no file. */
export interface SchemaSource {
  /**
   * A part of a release's schema: `root`, or a top-level section such as `tools`.
   * Synchronous, because validation is; undefined when this host has no such part.
   */
  load(release: string, part: string): unknown;
}
