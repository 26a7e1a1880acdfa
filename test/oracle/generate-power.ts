/** Tools, sandboxes, agents and approvals at random, over what an audit looks at in them, mostly valid. */
import fc from "fast-check";
import { optional, strings } from "./generate-names.ts";
import type { NeutralConfig, Release } from "./shape.ts";

type Block = fc.Arbitrary<Record<string, unknown>>;

/** The blocks of a config beside the gateway and its channels. */
export function powerConfigs(release: Release): fc.Arbitrary<NeutralConfig> {
  return optional({
    tools: tools(release, true),
    agents: agents(release),
    session: optional({ dmScope: fc.constantFrom("main", "per-channel-peer") }),
    ...(release === "2026.2.17"
      ? {}
      : {
          security: optional({
            audit: optional({ suppressions: fc.constant([{ checkId: "gateway.tailscale_serve", reason: "on purpose" }]) }),
          }),
        }),
  });
}

/** Of an approvals document only what allowlists and skills are judged by. */
export const auditedApprovals: fc.Arbitrary<unknown> = optional({
  defaults: optional({ autoAllowSkills: fc.boolean() }),
  agents: optional({
    main: optional({
      autoAllowSkills: fc.boolean(),
      allowlist: fc.array(
        fc.constantFrom("/usr/bin/python3", "/usr/bin/git", "/usr/bin/node", "/usr/bin/rg").map((pattern) => ({ pattern })),
        {
          maxLength: 2,
        },
      ),
    }),
  }),
}).map((rest) => ({ version: 1, ...rest }));

const securities = fc.constantFrom("deny", "allowlist", "full");

function tools(release: Release, isGlobal: boolean): Block {
  const later = release === "2026.2.17" ? {} : { strictInlineEval: fc.boolean() };
  const programs = strings("python3", "jq", "awk", "sed", "rg", "node");
  const exec = optional({
    host: release === "2026.2.17" ? fc.constantFrom("sandbox", "gateway", "node") : fc.constantFrom("auto", "sandbox", "gateway", "node"),
    security: securities,
    ask: fc.constantFrom("off", "on-miss", "always"),
    safeBins: programs,
    ...(release === "2026.2.17"
      ? {}
      : {
          safeBinTrustedDirs: strings("/tmp/bin", "/usr/local/bin", "/usr/bin", "~/bin", "bin"),
          safeBinProfiles: fc.dictionary(fc.constantFrom("python3", "jq", "rg"), fc.constant({ maxPositional: 0 }), { maxKeys: 2 }),
        }),
    applyPatch: optional({ enabled: fc.boolean(), workspaceOnly: fc.boolean() }),
    ...later,
  });
  const names = strings("group:fs", "group:runtime", "exec", "write", "edit", "apply_patch", "gateway", "cron", "sessions_spawn", "read");
  const common = {
    profile: fc.constantFrom("minimal", "coding", "messaging", "full"),
    deny: names,
    exec,
    elevated: optional({
      enabled: fc.boolean(),
      allowFrom: optional({
        telegram: fc.oneof(strings("*", "1001"), fc.constant(Array.from({ length: 26 }, (_, index) => String(1000 + index)))),
        discord: strings("*", "1001"),
      }),
    }),
    fs: optional({ workspaceOnly: fc.boolean() }),
  };
  if (!isGlobal) return optional(common);
  return optional({
    ...common,
    agentToAgent: optional({ enabled: fc.boolean(), allow: strings("main", "ops", "*") }),
    sessions: optional({ visibility: fc.constantFrom("self", "tree", "agent", "all", "all") }),
  });
}

function sandboxes(release: Release): Block {
  const sources = ["/srv/data:/data", "/etc:/host-etc:ro", "/var/run/docker.sock:/var/run/docker.sock", "/proc:/p:ro"];
  return optional({
    mode: fc.constantFrom("off", "non-main", "all"),
    workspaceAccess: fc.constantFrom("none", "ro", "rw"),
    docker: optional({
      network: fc.constantFrom("none", "bridge", "container:other"),
      binds: strings(...sources, ...(release === "2026.2.17" ? [] : ["/root/.ssh:/keys:ro"])),
      seccompProfile: fc.constantFrom("/srv/seccomp.json"),
      ...(release === "2026.2.17" ? {} : { dangerouslyAllowContainerNamespaceJoin: fc.constantFrom(true, true, false) }),
    }),
  });
}

function agents(release: Release): fc.Arbitrary<NonNullable<NeutralConfig["agents"]>> {
  const rest = optional({ tools: tools(release, false), sandbox: sandboxes(release) });
  const roster = fc
    .tuple(fc.constantFrom(["main"], ["main", "ops"], ["main", "ops", "hr"]), fc.array(rest, { minLength: 3, maxLength: 3 }))
    .map(([ids, rests]) => ids.map((id, index) => ({ id, ...(index === 0 ? { default: true } : {}), ...rests[index] })));
  return optional({ defaults: optional({ sandbox: sandboxes(release) }), roster });
}
