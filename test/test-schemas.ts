/** The schemas as the sources keep them, for tests. */
import { fileURLToPath } from "node:url";
import { nodeSchemaSource } from "../server/src/entry/schemas-node.ts";

export const testSchemas = nodeSchemaSource(fileURLToPath(new URL("../schemas", import.meta.url)));
