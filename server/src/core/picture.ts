/** What an agent may do, as one row of words: the picture people ask for first. */
import type { Agent, Capability, ExecPolicy, Exposure, Grant, Session } from "./grants/grant.ts";

export const pictureHead = ["agent", "exec", "files", "web", "message", "browser", "control", "reaches", "who can talk to it"] as const;

/** What a cell says when there is nothing. */
export const nothing = "–";

const capabilitiesOf = {
  web: ["net.fetch", "net.search"],
  message: ["message.send"],
  browser: ["browser"],
  control: ["control.plane", "schedule"],
} as const satisfies Readonly<Record<string, readonly Capability[]>>;

/** One cell per column of `pictureHead`. A trailing `?` says that something unknown took part. */
export function pictureRow(agent: Agent, everybody: number): string[] {
  return [
    agent.id,
    execCell(agent),
    filesCell(agent),
    where(agent, capabilitiesOf.web),
    where(agent, capabilitiesOf.message),
    where(agent, capabilitiesOf.browser),
    where(agent, capabilitiesOf.control),
    reachCell(agent, everybody),
    exposureCell(agent),
  ];
}

/**
 * The same in one line that fits above an agent, without what the agent has not and in the words of somebody who never read a policy:
 * `host shell, never asks · host files · web, messages · reaches all 21 · anyone on telegram`.
 */
export function agentPhrase(agent: Agent, everybody: number): string {
  const others = (["web", "message", "browser", "control"] as const).flatMap((name) => {
    const cell = where(agent, capabilitiesOf[name]);
    return cell === nothing ? [] : [`${name === "message" ? "messages" : name}${cell.endsWith("?") ? " ?" : ""}`];
  });
  const reached = reachCell(agent, everybody);
  const parts = [
    perSession(agent, shellPhrase),
    filesPhrase(agent),
    others.join(", "),
    reached === nothing ? "" : `reaches ${reached}`,
    exposurePhrase(agent),
  ].filter((part) => part !== "" && part !== nothing);
  return parts.length === 0 ? "no grants" : parts.join(" · ");
}

/** How many agents have a shell of their own on the host that no policy denies: `4 of 22 agents have a shell`. */
export function shellCount(agents: readonly Agent[]): number {
  return agents.filter((agent) => own(agent, "exec").some(({ reach }) => reach === "host")).length;
}

function shellPhrase({ host, security, ask, askFallback, unchecked, certain }: ExecPolicy): string {
  if (host === "none") return nothing;
  const doubt = certain ? "" : " ?";
  const shell = host === "gateway" ? "host shell" : host === "node" ? "shell on nodes" : "sandbox shell";
  if (host === "sandbox" && unchecked) return `${shell}${doubt}`;
  if (security === "deny" && !unchecked) return `shell denied${doubt}`;
  const isFree = unchecked || security === "full";
  if (ask === "off" || (ask === "on-miss" && isFree) || unchecked)
    return `${shell}, ${isFree ? "never asks" : "listed programs only"}${doubt}`;
  const unanswered =
    askFallback === "full"
      ? ", runs if unanswered"
      : askFallback === "allowlist" && ask === "always"
        ? ", listed ones run if unanswered"
        : "";
  return `${shell}, ${ask === "always" ? "always asks" : "asks if unlisted"}${unanswered}${doubt}`;
}

function filesPhrase(agent: Agent): string {
  const kinds = fileReaches(agent).map(
    ({ reach, reads, writes }) => `${reach} files${reads && writes ? "" : reads ? " (read)" : " (write)"}`,
  );
  return kinds.join(", ");
}

/** Only the widest door, and through which channels: `paired on telegram, slack groups`. */
function exposurePhrase(agent: Agent): string {
  const people = peopleOf(agent);
  const widest = (["open", "paired", "listed"] as const).find((who) => people.some((exposure) => exposure.who === who));
  if (!widest) return "";
  const doors = people.filter(({ who }) => who === widest);
  const names = [...new Set(doors.map(({ name }) => name))].map((name) => {
    const isGroupOnly = doors.every((door) => door.name !== name || door.through === "group");
    return isGroupOnly ? `${name} groups` : name;
  });
  const senders = { open: "anyone", paired: "paired", listed: "listed" }[widest];
  return `${senders} on ${names.slice(0, 2).join(", ")}${names.length > 2 ? ` and ${names.length - 2} more` : ""}`;
}

/** `host, full, never asks`: the widest of the agent's kinds of session. */
export function execWords({ host, security, ask, askFallback, unchecked, certain }: ExecPolicy): string {
  const doubt = certain ? "" : " ?";
  if (host === "none") return `–${doubt}`;
  const place = host === "gateway" ? "host" : host;
  if (place === "sandbox" && unchecked) return `sandbox${doubt}`;
  if (unchecked) return `${place}, unchecked${doubt}`;
  if (security === "deny") return `denied${doubt}`;
  const prompt =
    ask === "off" || (ask === "on-miss" && security === "full") ? "never asks" : ask === "always" ? "always asks" : "asks on a miss";
  const fallback = prompt === "never asks" || askFallback === "deny" ? "" : `, unanswered: ${askFallback}`;
  return `${place}, ${security}, ${prompt}${fallback}${doubt}`;
}

function execCell(agent: Agent): string {
  return perSession(agent, execWords);
}

/** What is said of the exec policy, once for all kinds of session or for each that differs, the main one first. */
function perSession(agent: Agent, say: (exec: ExecPolicy) => string): string {
  const words = new Map<string, string[]>();
  for (const session of agent.sessions) {
    const key = hasExec(session) ? say(session.exec) : session.certain ? nothing : `${nothing} ?`;
    words.set(key, [...(words.get(key) ?? []), session.kind]);
  }
  const [only] = words.keys();
  if (words.size <= 1) return only ?? nothing;
  return [...words].map(([text, kinds]) => (kinds.includes("main") ? text : `${text} (${kinds.join(", ")})`)).join("; ");
}

function hasExec({ exec }: Session): boolean {
  return exec.host !== "none";
}

function filesCell(agent: Agent): string {
  const cells = fileReaches(agent).map(({ reach, reads, writes }) => `${reach} ${reads ? "r" : ""}${writes ? "w" : ""}`);
  return cells.length === 0 ? nothing : cells.join(", ");
}

function fileReaches(agent: Agent): { readonly reach: string; readonly reads: boolean; readonly writes: boolean }[] {
  const [read, write] = [own(agent, "fs.read"), own(agent, "fs.write")];
  return [...new Set([...read, ...write].map(({ reach }) => reach))].map((reach) => ({
    reach,
    reads: read.some((grant) => grant.reach === reach),
    writes: write.some((grant) => grant.reach === reach),
  }));
}

function where(agent: Agent, capabilities: readonly Capability[]): string {
  const grants = capabilities.flatMap((capability) => own(agent, capability));
  if (grants.length === 0) return nothing;
  return grants.every(({ certain }) => certain) ? "yes" : "yes ?";
}

function own(agent: Agent, capability: Capability): Grant[] {
  return agent.grants.filter((grant) => grant.capability === capability && grant.via.length === 0 && grant.gate !== "deny");
}

export function reachCell(agent: Agent, everybody: number): string {
  const reached = new Set([...agent.canMessage, ...agent.canSpawn].filter((id) => id !== agent.id));
  if (reached.size === 0) return nothing;
  return reached.size === everybody - 1 && everybody > 2
    ? `all ${reached.size}`
    : reached.size <= 2
      ? [...reached].join(", ")
      : `${reached.size} agents`;
}

/** `telegram: anyone, slack: paired (groups: listed)` */
export function exposureCell(agent: Agent): string {
  const people = peopleOf(agent);
  const names = [...new Set(people.map(({ name }) => name))];
  const cells = names.map((name) => {
    const of = (isGroup: boolean): string => {
      const who = people.filter((exposure) => exposure.name === name && (exposure.through === "group") === isGroup);
      return [...new Set(who.map((exposure) => whoWords[exposure.who]))].join("/");
    };
    const [direct, groups] = [of(false), of(true)];
    if (direct === "" || groups === "") return `${name}${direct === "" ? " groups" : ""}: ${direct || groups}`;
    return direct === groups ? `${name}: ${direct}` : `${name}: ${direct} (groups: ${groups})`;
  });
  return cells.length === 0 ? nothing : cells.join(", ");
}

function peopleOf({ exposures }: Agent): Exposure[] {
  return exposures.filter(({ through }) => through === "direct-message" || through === "group" || through === "hook");
}

const whoWords = { open: "anyone", listed: "listed", paired: "paired" } as const;

/** Where an act lands, in words; of what is elsewhere anyway nothing. */
export const reachWords: Readonly<Record<Grant["reach"], string>> = {
  host: "on the host",
  sandbox: "in the sandbox",
  node: "on devices",
  remote: "",
};

/** What stands in the way, in words. */
export const gateWords: Readonly<Record<Grant["gate"], string>> = {
  none: "nothing in the way",
  allowlist: "listed programs only",
  "ask-on-miss": "a person is asked for what is not listed",
  ask: "a person is asked every time",
  deny: "denied",
};
