/** Blocks of config that lock something down, ready to be filled in. Each is valid for the release it is offered for. */
import type { Path } from "../../syntax/tree.ts";
import type { Block, TargetRelease } from "../dialect.ts";
import { behaviour } from "./releases.ts";

export function blocksAt(role: string, path: Path, release: TargetRelease): readonly Block[] {
  const place = path.map((segment) => (typeof segment === "number" ? "*" : segment)).join(".");
  if (role === "approvals") return approvalsBlocks(place);
  if (role !== "config" && role !== "include") return [];
  const { roster } = behaviour(release.version);
  if (place === "agents.list.*" && roster === "list") return [{ ...lockedAgent, snippet: `{ id: "\${1:name}", ${lockedSettings} }` }];
  if (place === "agents.entries" && roster === "entries") return [{ ...lockedAgent, snippet: `\${1:name}: { ${lockedSettings} }` }];
  if (place === "agents.defaults" || place === "agents.list.*." || /^agents\.entries\.[^.]+$/.test(place)) return [sandbox];
  return [];
}

const lockedSettings = 'tools: { allow: ["${2:read}"] }, sandbox: { mode: "all", workspaceAccess: "${3|none,ro,rw|}" }';

const lockedAgent = { name: "locked-down agent", detail: "named tools only, in a sandbox" };

const sandbox: Block = {
  name: "sandbox for every session",
  detail: "every session in a container without a network",
  snippet:
    'sandbox: { mode: "all", scope: "${1|agent,session|}", workspaceAccess: "${2|none,ro,rw|}", docker: { network: "none", readOnlyRoot: true } }',
};

function approvalsBlocks(place: string): readonly Block[] {
  if (place === "") {
    return [
      {
        name: "defaults that ask",
        detail: "listed programs only, a person is asked for others, and nobody there means no",
        snippet: '"defaults": { "security": "allowlist", "ask": "on-miss", "askFallback": "deny" }',
      },
    ];
  }
  if (/^agents\.[^.]+\.allowlist\.\*$/.test(place)) {
    return [{ name: "allowlist entry", detail: "one program by its full path", snippet: '{ "pattern": "${1:/usr/bin/git}" }' }];
  }
  return [];
}
