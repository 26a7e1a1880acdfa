/** What an agent may do, as one row of words: the picture people ask for first. */
import type { Agent, Capability, ExecPolicy, Grant, Session } from "./grants/grant.ts";

export const pictureHead = ["agent", "exec", "files", "web", "message", "browser", "control", "reaches", "who can talk to it"] as const;

/** What a cell says when there is nothing. */
const none = "–";

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

/** The same in one line, without what the agent has not: `host shell, never asks · web · reaches 3 agents · telegram: anyone`. */
export function agentPhrase(agent: Agent, everybody: number): string {
  const reached = reachCell(agent, everybody);
  const exposed = exposureCell(agent);
  const parts = [
    shellPhrase(agent),
    filesCell(agent) === none ? none : `files: ${filesCell(agent)}`,
    ...(["web", "message", "browser", "control"] as const).map((name) => {
      const cell = where(agent, capabilitiesOf[name]);
      return cell === none ? none : `${name}${cell.endsWith("?") ? " ?" : ""}`;
    }),
    reached === none ? none : `reaches ${reached}`,
    exposed,
  ].filter((part) => part !== none);
  return parts.length === 0 ? "no grants" : parts.join(" · ");
}

/** How many agents have a shell of their own on the host that no policy denies: `4 of 22 agents have a shell`. */
export function shellCount(agents: readonly Agent[]): number {
  return agents.filter((agent) => own(agent, "exec").some(({ reach }) => reach === "host")).length;
}

function shellPhrase(agent: Agent): string {
  const exec = execCell(agent);
  return exec === none ? none : exec.replace(/^(host|sandbox|node)(?=[,; ]|$)/, "$1 shell");
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
  const words = new Map<string, string[]>();
  for (const session of agent.sessions) {
    const key = hasExec(session) ? execWords(session.exec) : session.certain ? "–" : "– ?";
    words.set(key, [...(words.get(key) ?? []), session.kind]);
  }
  const [only] = words.keys();
  if (words.size <= 1) return only ?? none;
  // The main session first: the other kinds differ from it.
  return [...words].map(([text, kinds]) => (kinds.includes("main") ? text : `${text} (${kinds.join(", ")})`)).join("; ");
}

function hasExec({ exec }: Session): boolean {
  return exec.host !== "none";
}

function filesCell(agent: Agent): string {
  const read = own(agent, "fs.read");
  const write = own(agent, "fs.write");
  const reaches = [...new Set([...read, ...write].map(({ reach }) => reach))];
  if (reaches.length === 0) return none;
  return reaches
    .map(
      (reach) =>
        `${reach} ${read.some((grant) => grant.reach === reach) ? "r" : ""}${write.some((grant) => grant.reach === reach) ? "w" : ""}`,
    )
    .join(", ");
}

function where(agent: Agent, capabilities: readonly Capability[]): string {
  const grants = capabilities.flatMap((capability) => own(agent, capability));
  if (grants.length === 0) return none;
  return grants.every(({ certain }) => certain) ? "yes" : "yes ?";
}

function own(agent: Agent, capability: Capability): Grant[] {
  return agent.grants.filter((grant) => grant.capability === capability && grant.via.length === 0 && grant.gate !== "deny");
}

function reachCell(agent: Agent, everybody: number): string {
  const reached = new Set([...agent.canMessage, ...agent.canSpawn].filter((id) => id !== agent.id));
  if (reached.size === 0) return none;
  return reached.size === everybody - 1 && everybody > 2
    ? `all ${reached.size}`
    : reached.size <= 2
      ? [...reached].join(", ")
      : `${reached.size} agents`;
}

/** `telegram: anyone, slack: paired (groups: listed)` */
function exposureCell(agent: Agent): string {
  const people = agent.exposures.filter(({ through }) => through === "direct-message" || through === "group" || through === "hook");
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
  return cells.length === 0 ? none : cells.join(", ");
}

const whoWords = { open: "anyone", listed: "listed", paired: "paired" } as const;

/** What stands in the way, in words. */
export const gateWords: Readonly<Record<Grant["gate"], string>> = {
  none: "nothing in the way",
  allowlist: "listed programs only",
  "ask-on-miss": "a person is asked for what is not listed",
  ask: "a person is asked every time",
  deny: "denied",
};
