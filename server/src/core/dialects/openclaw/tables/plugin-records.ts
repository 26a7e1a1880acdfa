/** Facts about the records of what plugins were installed from. */

/**
 * From here on the config holds no such records: `plugins.installs` is no longer part of its schema.
 * Source: the schemas of 2026.2.17, which has it, and 2026.6.1, which has not; releases between were not read.
 */
export const installRecordsMoved = "2026.6.1";
