/** The tool servers of a config: the gateway's own, and those of paired devices. */
import type { ToolServer } from "../../grants/tool-server.ts";
import { at, type Place } from "../../reader.ts";
import { readToolServers } from "../tool-servers.ts";

export function findToolServers(config: Place): ToolServer[] {
  const blocks = [at(config, "mcp", "servers"), at(config, "nodeHost", "mcp", "servers")];
  return blocks.flatMap((block) => readToolServers(block, ["toolFilter", "include"]));
}
