/** Where schemas come from. The host supplies it, so that the core opens no file. */
export interface SchemaSource {
  /**
   * One file about a release: its `config` schema, its `approvals` schema, the `sensitive` paths, the names in its `registry`.
   * Synchronous, because validation is; undefined when this host has no such file.
   */
  load(release: string, part: SchemaPart): unknown;
}

export type SchemaPart = "config" | "approvals" | "sensitive" | "registry";
