/** Rules over several keys of tool policy, exec policy, sandbox and heartbeat. Source: the packages' own validation, read and run. */
import { parseDuration } from "../../schema/text-tests.ts";
import { elements, findMember, findNode, members, type Node } from "../../syntax/tree.ts";
import { select, type Complaint, type Constraint } from "./constraints-types.ts";
import {
  asText,
  during,
  excludes,
  forbidsWord,
  isFilledList,
  keyOf,
  middle,
  newest,
  oldest,
  text,
  trimmed,
  word,
} from "./constraints-values.ts";

const agents = ["agents.list.*", "agents.entries.*"];
const below = (suffix: string): string[] => agents.map((agent) => `${agent}.${suffix}`);

/** Objects that hold one layer of tool policy. */
const policies = [
  ...["tools", "tools.byProvider.*", "tools.subagents.tools", "tools.sandbox.tools", "tools.toolsBySender.*"],
  ...below("tools"),
  ...below("tools.byProvider.*"),
  ...below("tools.sandbox.tools"),
  ...below("tools.toolsBySender.*"),
];
/** Only the first of the releases looks at the policies inside its own channels. */
const groupPolicies = [
  ...["telegram", "irc", "imessage", "whatsapp", "bluebubbles"].flatMap((id) => ofAccounts(`channels.${id}`, "groups.*")),
  ...["guilds.*", "guilds.*.channels.*"].flatMap((path) => ofAccounts("channels.discord", path)),
  ...ofAccounts("channels.slack", "channels.*"),
  ...["channels.msteams.teams.*", "channels.msteams.teams.*.channels.*"],
].flatMap((path) => [`${path}.tools`, `${path}.toolsBySender.*`]);
const sandboxes = ["agents.defaults.sandbox", ...below("sandbox")];
const heartbeats = ["agents.defaults.heartbeat", ...below("heartbeat")];
const everies = heartbeats.map((path) => `${path}.every`);
const dockers = sandboxes.map((path) => `${path}.docker`);
const browsers = sandboxes.map((path) => `${path}.browser`);
const execs = ["tools.exec", ...below("tools.exec")];
const loops = ["tools.loopDetection", ...below("tools.loopDetection")];

const bothAllowLists = 'Set either "allow" or "alsoAllow" here, not both: OpenClaw refuses the config';

export const policyConstraints: readonly Constraint[] = [
  { at: policies, judge: judgeAllowLists },
  ...during({ until: oldest }, [{ at: groupPolicies, judge: judgeAllowLists }]),
  ...during({ since: middle }, [
    excludes(execs, "mode", ["security", "ask"], '"mode" cannot stand beside "security" or "ask": it already says both'),
    forbidsWord(browsers, "network", "host", 'The sandbox browser must not use the host\'s network; use "bridge" or a network of its own'),
    { at: browsers, judge: (browser) => judgeBinds(browser, isAbsoluteAnywhere) },
    { at: sandboxes, judge: judgeJoinedNetworks },
  ]),
  ...during({ until: middle }, [
    increasing("warningThreshold", "criticalThreshold"),
    increasing("criticalThreshold", "globalCircuitBreakerThreshold"),
  ]),
  forbidsWord(dockers, "network", "host", 'A sandbox must not use the host\'s network; use "bridge" or "none"'),
  forbidsWord(dockers, "seccompProfile", "unconfined", "A sandbox must have a seccomp profile; name one, or leave the key out"),
  forbidsWord(dockers, "apparmorProfile", "unconfined", "A sandbox must have an AppArmor profile; name one, or leave the key out"),
  ...during({ until: oldest }, [{ at: dockers, judge: (docker) => judgeBinds(docker, (source) => source.startsWith("/")) }]),
  ...during({ since: middle }, [{ at: dockers, judge: (docker) => judgeBinds(docker, isAbsoluteAnywhere) }]),
  ...during({ since: newest }, [
    { at: [""], judge: judgeEnvironments },
    { at: heartbeats, judge: judgeHours },
  ]),
  // Without an interval the hours were not looked at.
  ...during({ until: middle }, [
    { at: heartbeats, judge: (heartbeat) => (trimmed(findMember(heartbeat, "every")) === undefined ? undefined : judgeHours(heartbeat)) },
  ]),
  ...during({ until: oldest }, [asText(everies, isSimpleDuration, "This is not a duration; write 30m or 2h")]),
  ...during({ since: middle }, [
    asText(everies, (written) => written === "" || parseDuration(written, "m") !== undefined, "This is not a duration; write 30m or 1h30m"),
  ]),
];

/** An account's own block, and the blocks of its channel's accounts. */
function ofAccounts(channel: string, path: string): string[] {
  return [`${channel}.${path}`, `${channel}.accounts.*.${path}`];
}

function judgeAllowLists(policy: Node): Complaint | undefined {
  const both = isFilledList(findMember(policy, "allow")) && isFilledList(findMember(policy, "alsoAllow"));
  return both ? { node: keyOf(policy, "alsoAllow"), message: bothAllowLists } : undefined;
}

function increasing(lower: string, higher: string): Constraint {
  return {
    at: loops,
    judge: (loop) => {
      const [less, more] = [findMember(loop, lower), findMember(loop, higher)];
      if (less?.type !== "number" || more?.type !== "number" || Number(less.value) < Number(more.value)) return undefined;
      return { node: more, message: `"${higher}" must be above "${lower}"` };
    },
  };
}

/** One number with at most one unit. */
export function isSimpleDuration(written: string): boolean {
  return written === "" || (/^\s*\d+(?:\.\d+)?(?:ms|s|m|h|d)?\s*$/i.test(written) && parseDuration(written, "m") !== undefined);
}

function judgeHours(heartbeat: Node): Complaint[] {
  const hours = findMember(heartbeat, "activeHours");
  return ["start", "end"].flatMap((key): Complaint[] => {
    const node = findMember(hours, key);
    const written = text(node);
    const isTime = written === undefined || written === "" || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(written);
    if (!node || isTime || (key === "end" && written === "24:00")) return [];
    return [{ node, message: `This is not a time of day; write it as HH:MM${key === "end" ? ", up to 24:00" : ""}` }];
  });
}

function judgeBinds(holder: Node, isAbsolute: (source: string) => boolean): Complaint[] {
  return elements(findMember(holder, "binds")).flatMap((bind): Complaint[] => {
    const written = text(bind);
    if (written === undefined) return [];
    if (written.trim() === "") return [{ node: bind, message: "A bind mount must not be empty" }];
    return isAbsolute(sourceOf(written.trim())) ? [] : [{ node: bind, message: "The source of a bind mount must be an absolute path" }];
  });
}

/** The host's side of `source:target[:mode]`; a Windows drive's own colon is no separator. */
function sourceOf(bind: string): string {
  const from = /^[A-Za-z]:[\\/]/.test(bind) ? 2 : 0;
  const colon = bind.indexOf(":", from);
  return (colon <= 0 ? bind : bind.slice(0, colon)).trim();
}

function isAbsoluteAnywhere(source: string): boolean {
  return source.startsWith("/") || /^[A-Za-z]:[\\/]/.test(source);
}

/** Sharing another container's network needs an explicit word in the docker block, for the browser too. */
function judgeJoinedNetworks(sandbox: Node): Complaint[] {
  const docker = findMember(sandbox, "docker");
  if (findMember(docker, "dangerouslyAllowContainerNamespaceJoin")?.value === true) return [];
  return [docker, findMember(sandbox, "browser")].flatMap((holder): Complaint[] => {
    const network = findMember(holder, "network");
    if (!network || !word(network)?.startsWith("container:")) return [];
    return [
      {
        node: network,
        message: 'A sandbox may share another container\'s network only with "dangerouslyAllowContainerNamespaceJoin": true',
      },
    ];
  });
}

/**
 * Container sandboxes pass their environment through a file of lines. An agent's own variables are laid over the shared ones, except in a
 * shared sandbox, which only has the shared ones.
 */
function judgeEnvironments(root: Node): Complaint[] {
  const defaults = findNode(root, ["agents", "defaults", "sandbox"]);
  const listed = agents.flatMap((path) => select(root, path));
  const sandboxes = listed.length > 0 ? listed.map((agent) => findMember(agent, "sandbox")) : [undefined];
  return sandboxes.flatMap((own) => {
    const setting = (key: string) => trimmed(findMember(own, key)) ?? trimmed(findMember(defaults, key));
    if (!containers.includes(setting("backend") ?? "docker")) return [];
    const environment = (sandbox: Node | undefined) => findMember(findMember(sandbox, "docker"), "env");
    const shared = setting("scope") === "shared";
    return [environment(defaults), ...(shared ? [] : [environment(own)])].flatMap(judgeEnvironment);
  });
}

/** Sandbox backends that run containers. */
const containers = ["docker", "podman"];

function judgeEnvironment(env: Node | undefined): Complaint[] {
  return members(env).flatMap(({ key, keyNode, value }): Complaint[] => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) {
      return [{ node: keyNode, message: "The name of an environment variable of a sandbox has letters, digits and _, and no digit first" }];
    }
    const written = text(value);
    const isOneLine = written === undefined || !/[\r\n\0]/.test(written);
    return isOneLine || !value ? [] : [{ node: value, message: "The environment of a sandbox takes values of one line only" }];
  });
}
