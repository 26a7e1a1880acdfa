/** Lists of MCP servers that lie beside a config: `.mcp.json`, which bundles and coding tools read, and mcporter's own. */
import { rootPlace, member } from "../../reader.ts";
import { findMember, type Grammar, type Uri } from "../../syntax/tree.ts";
import { baseNameOf } from "../../uri.ts";
import { companion } from "../companion.ts";
import { findCredentials } from "../secrets/find.ts";
import { readToolServers } from "../tool-servers.ts";

/** `.mcp.json` is strict JSON; mcporter takes comments. Source: the page on bundles of OpenClaw 2026.9.6, and mcporter's own on its config. */
const grammars: Readonly<Record<string, Grammar>> = { ".mcp.json": "json", "mcporter.json": "json5" };

function roleOf(uri: Uri): { role: string; grammar: Grammar } | undefined {
  const name = baseNameOf(uri);
  const grammar = Object.hasOwn(grammars, name) ? grammars[name] : undefined;
  return grammar && { role: "servers", grammar };
}

export const mcp = companion(
  {
    id: "mcp",
    patterns: Object.keys(grammars).map((name) => `**/${name}`),
    roleOf,
    owns: ({ parsed }) => findMember(parsed.root, "mcpServers") !== undefined,
  },
  ({ files }) => ({
    toolServers: files.flatMap(({ uri, parsed }) =>
      readToolServers(member(rootPlace(parsed.root, uri, "the file is empty"), "mcpServers"), undefined),
    ),
    credentials: findCredentials(files),
  }),
);
