/** What an agent may do, as one row of words: the picture people ask for first. */
import {
  gateOf,
  isSandboxed,
  type Agent,
  type Capability,
  type ExecPolicy,
  type Exposure,
  type Gate,
  type Grant,
  type Session,
} from "./grants/grant.ts";

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

function shellPhrase(exec: ExecPolicy): string {
  if (exec.host === "none") return nothing;
  const doubt = exec.certain ? "" : " ?";
  const shell = { gateway: "host shell", node: "shell on nodes", sandbox: "sandbox shell" }[exec.host];
  if (exec.host === "sandbox" && exec.unchecked) return `${shell}${doubt}`;
  const gate = gateOf(exec);
  if (gate === "deny") return `shell denied${doubt}`;
  return `${shell}, ${gatePhrases[gate]}${unansweredPhrase(gate, exec)}${doubt}`;
}

const gatePhrases: Readonly<Record<Exclude<Gate, "deny">, string>> = {
  none: "never asks",
  allowlist: "listed programs only",
  "ask-on-miss": "asks if unlisted",
  ask: "always asks",
};

/** What becomes of a question nobody answers, where it is not refused. */
function unansweredPhrase(gate: Gate, { security, askFallback }: ExecPolicy): string {
  if (gate !== "ask" && gate !== "ask-on-miss") return "";
  if (askFallback === "full") return ", runs if unanswered";
  // Where security is full, only later releases look into the list then.
  return askFallback === "allowlist" && security === "allowlist" && gate === "ask" ? ", listed ones run if unanswered" : "";
}

function filesPhrase(agent: Agent): string {
  const kinds = fileReaches(agent).map(
    ({ reach, reads, writes, doubt }) => `${reach} files${reads && writes ? "" : reads ? " (read)" : " (write)"}${doubt}`,
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
  return `${senders} on ${names.slice(0, 2).join(", ")}${names.length > 2 ? ` and ${names.length - 2} more` : ""}${doubtOf(doors)}`;
}

/** Where something unknown took part in every way there is. */
function doubtOf(doors: readonly Exposure[]): string {
  return doors.some(({ certain }) => certain) ? "" : " ?";
}

/** `host, full, never asks`: the widest of the agent's kinds of session. */
export function execWords(exec: ExecPolicy): string {
  const { host, security, askFallback, unchecked, certain } = exec;
  const doubt = certain ? "" : " ?";
  if (host === "none") return `–${doubt}`;
  const place = host === "gateway" ? "host" : host;
  if (place === "sandbox" && unchecked) return `sandbox${doubt}`;
  if (unchecked) return `${place}, unchecked${doubt}`;
  const gate = gateOf(exec);
  if (gate === "deny") return `denied${doubt}`;
  const isAsked = gate === "ask" || gate === "ask-on-miss";
  const prompt = isAsked ? (gate === "ask" ? "always asks" : "asks on a miss") : "never asks";
  const fallback = isAsked && askFallback !== "deny" ? `, unanswered: ${askFallback}` : "";
  return `${place}, ${security}, ${prompt}${fallback}${doubt}`;
}

function execCell(agent: Agent): string {
  return perSession(agent, execWords);
}

/** What is said of the exec policy, once for all kinds of session or for each that differs, the main one first. */
function perSession(agent: Agent, say: (exec: ExecPolicy) => string): string {
  const words = new Map<string, string[]>();
  for (const session of agent.sessions) {
    const key = hasExec(session) ? say(execIn(session)) : session.certain ? nothing : `${nothing} ?`;
    words.set(key, [...(words.get(key) ?? []), session.kind]);
  }
  const [only] = words.keys();
  if (words.size <= 1) return only ?? nothing;
  return [...words].map(([text, kinds]) => (kinds.includes("main") ? text : `${text} (${kinds.join(", ")})`)).join("; ");
}

/** Where nobody can tell whether a session has a sandbox, it is taken to have one: what is said of that is in doubt. */
function execIn(session: Session): ExecPolicy {
  const { exec } = session;
  return exec.host === "sandbox" && isSandboxed(session) === undefined ? { ...exec, certain: false } : exec;
}

function hasExec({ exec }: Session): boolean {
  return exec.host !== "none";
}

function filesCell(agent: Agent): string {
  const cells = fileReaches(agent).map(({ reach, reads, writes, doubt }) => `${reach} ${reads ? "r" : ""}${writes ? "w" : ""}${doubt}`);
  return cells.length === 0 ? nothing : cells.join(", ");
}

interface FileReach {
  readonly reach: string;
  readonly reads: boolean;
  readonly writes: boolean;
  /** ` ?` where something unknown took part. */
  readonly doubt: string;
}

function fileReaches(agent: Agent): FileReach[] {
  const [read, write] = [own(agent, "fs.read"), own(agent, "fs.write")];
  const all = [...read, ...write];
  return [...new Set(all.map(({ reach }) => reach))].map((reach) => ({
    reach,
    doubt: all.every((grant) => grant.certain || grant.reach !== reach) ? "" : " ?",
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
    const doubt = doubtOf(people.filter((exposure) => exposure.name === name));
    if (direct === "" || groups === "") return `${name}${direct === "" ? " groups" : ""}: ${direct || groups}${doubt}`;
    return `${name}: ${direct === groups ? direct : `${direct} (groups: ${groups})`}${doubt}`;
  });
  return cells.length === 0 ? nothing : cells.join(", ");
}

/** The ways of people to an agent; pages and mail that it reads itself are others. */
export function peopleOf({ exposures }: Agent): Exposure[] {
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

/** One grant in full: through whom, what is in the way, where, and in which sessions if not in all. */
export function grantWords({ reach, gate, via, sessions, certain }: Grant, agent: Agent): string {
  const through = via.length > 0 ? `through ${via.join(" → ")}` : "";
  const where = sessions.length === agent.sessions.length ? "" : `in ${sessions.join(", ")} sessions only`;
  const words = [through, gateWords[gate], reachWords[reach], where].filter((part) => part !== "");
  return `${words.join(", ")}${certain ? "" : " ?"}`;
}
