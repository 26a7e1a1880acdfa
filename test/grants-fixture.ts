/**
 * Reads golden tables of grants and prints the tables they are held against.
 *
 *   //# a sentence                       begins a case
 *   //@ only exec fs.write               which capabilities the tables show; all when left out
 *   //@ why hr exec group                show what decided about a tool of an agent, in a kind of session (main when left out)
 *   //- openclaw.json                    the config
 *   //- 2026.2.17 2026.6.1               the table of these releases
 */
import { resolveAgents } from "../server/src/core/dialects/openclaw/resolve.ts";
import { behaviour } from "../server/src/core/dialects/openclaw/releases.ts";
import { catalogueOf } from "../server/src/core/dialects/openclaw/catalogue.ts";
import { resolveSandbox, sandboxingOf } from "../server/src/core/dialects/openclaw/sandbox.ts";
import { policyContext } from "../server/src/core/dialects/openclaw/layer.ts";
import { resolveTools } from "../server/src/core/dialects/openclaw/tool-policy.ts";
import { readRoster } from "../server/src/core/dialects/openclaw/roster.ts";
import type { Agent, Because, Grant, SessionKind } from "../server/src/core/grants/grant.ts";
import { rootPlace, type Place } from "../server/src/core/reader.ts";
import { parseText } from "../server/src/core/syntax/parse.ts";
import { approvalsOf, releases, type Release } from "./openclaw-files.ts";

export interface GrantCase {
  readonly title: string;
  readonly options: readonly string[];
  readonly config: string;
  readonly tables: readonly { readonly releases: readonly Release[]; readonly text: string }[];
}

/** The cases of a fixture; throws on a line it does not understand. */
export function readGrantCases(text: string): GrantCase[] {
  return text
    .split(/^(?=\/\/# )/m)
    .filter((part) => part.startsWith("//# "))
    .map((part) => {
      const [head = "", ...sections] = part.split(/^(?=\/\/- )/m);
      const [first = "", ...options] = head.trim().split("\n");
      const bodies = sections.map((section) => ({
        name: /^\/\/- (.*)\n/.exec(section)?.[1] ?? "",
        body: section.slice(section.indexOf("\n") + 1),
      }));
      const config = bodies.find(({ name }) => name === "openclaw.json")?.body ?? "";
      const tables = bodies
        .filter(({ name }) => name !== "openclaw.json")
        .map(({ name, body }) => ({ releases: name.split(" ") as Release[], text: body.trim() }));
      for (const option of options) if (!/^\/\/@ (only|why) .+$/.test(option)) throw new Error(`not an option: ${option}`);
      return { title: first.slice(4), options: options.map((option) => option.slice(4)), config, tables };
    });
}

/** The fixture again, with the tables as they are now; releases with the same table share one. */
export function writeGrantCases(cases: readonly GrantCase[]): string {
  const parts = cases.map((each) => {
    const printed = new Map<string, Release[]>();
    for (const release of releases) {
      const table = printTable(each, release);
      printed.set(table, [...(printed.get(table) ?? []), release]);
    }
    const tables = [...printed].map(([table, shared]) => `//- ${shared.join(" ")}\n${table}\n`);
    const options = each.options.map((option) => `//@ ${option}\n`);
    return `//# ${each.title}\n${options.join("")}//- openclaw.json\n${each.config.trimEnd()}\n${tables.join("")}`;
  });
  return parts.join("\n");
}

/** What a release makes of a case: grants, edges, exposures, and the reasons asked for. */
export function printTable({ config, options }: GrantCase, release: Release): string {
  const file = "file:///openclaw.json";
  const place = rootPlace(parseText(config, { grammar: "json5", file }).root, file, "the config is empty");
  const { agents } = resolveAgents(place, approvalsOf(undefined, { ...behaviour(release), approvalsStore: "state-file" }), release);
  const only = options.filter((option) => option.startsWith("only ")).flatMap((option) => option.split(" ").slice(1));
  const lines = agents.flatMap((agent) => printAgent(agent, only));
  const reasons = options
    .filter((option) => option.startsWith("why "))
    .flatMap((option) => printReasons(place, config, release, option.split(" ").slice(1)));
  return [...lines, ...reasons].map((line) => `// ${line}`).join("\n");
}

function printAgent(agent: Agent, only: readonly string[]): string[] {
  const grants = agent.grants.filter(({ capability }) => only.length === 0 || only.includes(capability)).map(printGrant);
  const edges = [
    ...(agent.canMessage.length > 0 ? [`writes to ${agent.canMessage.join(" ")}`] : []),
    ...(agent.canSpawn.length > 0 ? [`starts ${agent.canSpawn.join(" ")}`] : []),
  ];
  const outside = agent.exposures.filter(
    ({ through }) => only.length === 0 || (through !== "web" && through !== "browser" && through !== "agent"),
  );
  const exposures = outside.map(({ who, through, name, certain }) => `${who} ${through} ${name}${certain ? "" : " ?"}`);
  return [...grants, ...edges, ...exposures].map((line) => `${agent.id}: ${line}`);
}

const kinds: readonly SessionKind[] = ["main", "dm", "group", "cron", "hook", "subagent"];

function printGrant({ capability, reach, gate, sessions, via, certain }: Grant): string {
  const where = sessions.length === kinds.length ? "" : ` in ${sessions.join(" ")}`;
  return `${capability} ${reach} ${gate}${where}${via.length > 0 ? ` via ${via.join(" ")}` : ""}${certain ? "" : " ?"}`;
}

function printReasons(
  config: Place,
  text: string,
  release: Release,
  [id = "main", tool = "exec", kind = "main"]: readonly string[],
): string[] {
  const found = behaviour(release);
  const catalogue = catalogueOf(release);
  const agent = readRoster(config, found).agents.find((each) => each.id === id);
  const sandbox = resolveSandbox(config, agent?.entry, found);
  const session = sandboxingOf(sandbox, kind as SessionKind, config, found);
  const tools = resolveTools(policyContext(config, catalogue, found), agent?.entry, sandbox)(kind as SessionKind, session.value);
  const bit = catalogue.tool(tool);
  const verdict = (tools.passing.sure & bit) !== 0n ? "stays" : (tools.passing.maybe & bit) !== 0n ? "may stay" : "goes";
  return [`${id}: ${tool} ${verdict} in ${kind}`, ...tools.explain(tool).map((because) => `  ${printBecause(because, text)}`)];
}

/** The layer, what it says, and what stands at the place it points to. */
function printBecause({ layer, says, read }: Because, text: string): string {
  const quoted = text.slice(read.at.start, read.at.end).replaceAll(/\s+/g, " ");
  return `${layer}: ${says} (${read.state === "unset" ? "unset, " : ""}${read.path.join(".") || "root"}, at ${quoted.slice(0, 40)})`;
}
