/** Rules over several keys of the chat channels. Source: the packages' own validation, read and run. */
import { elements, findMember, members, type Node } from "../../syntax/tree.ts";
import type { Complaint, Constraint, Scope } from "./constraints-types.ts";
import { anchor, during, isOpen, isSomething, keyOf, middle, missingName, oldest, text, trimmed } from "./constraints-values.ts";

/** Channels whose own block and whose accounts keep the senders of direct messages at the top. */
const plainChannels = ["telegram", "whatsapp", "signal", "irc", "imessage", "bluebubbles"];
/** Channels that may keep them under `dm` as well. */
const nestedChannels = ["discord", "slack"];

export const channelConstraints: readonly Constraint[] = [
  ...during({ until: oldest }, [
    { at: [...plainChannels.flatMap(withAccounts), "channels.msteams"], judge: judgeOpenMessages },
    { at: nestedChannels.flatMap(withAccounts), judge: judgeNestedOpenMessages },
    {
      at: withAccounts("channels.googlechat").map((path) => `${path}.dm`),
      judge: (dm) => judgeOpen(dm, findMember(dm, "policy"), findMember(dm, "allowFrom"), dm),
    },
    { at: withAccounts("channels.telegram").map((path) => `${path}.customCommands.*`), judge: judgeCommand },
    { at: ["channels.telegram"], judge: judgeWebhook },
    { at: ["channels.slack"], judge: judgeSigning },
    { at: withAccounts("channels.discord"), judge: judgeActivity },
    { at: withAccounts("channels.irc").map((path) => `${path}.nickserv`), judge: judgeNickserv },
  ]),
  ...during({ until: oldest }, [{ at: ["channels"], judge: judgeChannelIds(["defaults"], () => false) }]),
  ...during({ since: middle }, [
    { at: ["channels"], judge: judgeLegacyBindings },
    { at: ["channels"], judge: judgeSpacedIds },
    { at: ["channels"], judge: judgeChannelIds(["defaults", "modelByChannel"], isNamedAsPlugin) },
  ]),
];

function withAccounts(path: string): string[] {
  const full = path.startsWith("channels.") ? path : `channels.${path}`;
  return [full, `${full}.accounts.*`];
}

function judgeOpenMessages(block: Node): Complaint | undefined {
  return judgeOpen(block, findMember(block, "dmPolicy"), findMember(block, "allowFrom"), block);
}

function judgeNestedOpenMessages(block: Node): Complaint | undefined {
  const dm = findMember(block, "dm");
  const own = findMember(block, "allowFrom");
  return judgeOpen(
    block,
    findMember(block, "dmPolicy") ?? findMember(dm, "policy"),
    own ?? findMember(dm, "allowFrom"),
    own || !dm ? block : dm,
  );
}

/** `open` must be said twice: as the policy, and as `*` in the list of senders. */
function judgeOpen(block: Node, policy: Node | undefined, senders: Node | undefined, holder: Node): Complaint | undefined {
  if (text(policy) !== "open" || isOpen(block) || isOpen(holder)) return undefined;
  const listed = elements(senders);
  if (listed.some((sender) => sender.incomplete || (sender.type === "string" && text(sender) === undefined))) return undefined;
  if (listed.some((sender) => String(sender.value).trim() === "*")) return undefined;
  const node = senders ? keyOf(holder, "allowFrom") : (policy ?? anchor(block));
  return { node, message: 'Direct messages open to everyone also need "*" in "allowFrom"' };
}

function judgeCommand(command: Node): Complaint[] {
  const [name, description] = [findMember(command, "command"), findMember(command, "description")];
  const written = text(name)?.trim().replace(/^\//, "").trim().toLowerCase().replaceAll("-", "_");
  const complaints: Complaint[] = [];
  if (name && written !== undefined && !/^[a-z0-9_]{1,32}$/.test(written)) {
    complaints.push({ node: name, message: "A command has letters, digits and _, at most 32" });
  }
  const isBlank = description !== undefined && text(description)?.trim() === "";
  // An empty name is the only fault that is said of a command without one.
  if (isBlank && written !== "") complaints.push({ node: description, message: "A command needs a description" });
  return complaints;
}

/** A webhook needs a secret, its own or the channel's. */
function judgeWebhook(channel: Node): Complaint[] {
  const shared = isSomething(findMember(channel, "webhookSecret")) && text(findMember(channel, "webhookSecret"))?.trim() !== "";
  const blocks = [channel, ...enabledAccounts(channel)];
  return blocks.flatMap((block): Complaint[] => {
    const url = findMember(block, "webhookUrl");
    const isServed = url !== undefined && text(url)?.trim() !== "" && url.type === "string";
    const secret = findMember(block, "webhookSecret");
    const hasSecret = secret !== undefined && text(secret)?.trim() !== "";
    if (!isServed || hasSecret || (block !== channel && shared) || isOpen(block)) return [];
    return [{ node: keyOf(block, "webhookUrl"), message: '"webhookUrl" needs "webhookSecret"' }];
  });
}

/** Slack over HTTP needs the secret that signs its requests. */
function judgeSigning(channel: Node): Complaint[] {
  const shared = isSomething(findMember(channel, "signingSecret"));
  const mode = text(findMember(channel, "mode"));
  const complain = (block: Node): Complaint => ({ node: keyOf(block, "mode"), message: '"mode": "http" needs "signingSecret"' });
  const own = mode === "http" && !shared && !isOpen(channel) ? [complain(channel)] : [];
  const accounts = enabledAccounts(channel).filter((account) => {
    const accountMode = text(findMember(account, "mode")) ?? mode;
    return accountMode === "http" && !isSomething(findMember(account, "signingSecret")) && !shared && !isOpen(account);
  });
  return [...own, ...accounts.map(complain)];
}

function enabledAccounts(channel: Node): Node[] {
  return members(findMember(channel, "accounts")).flatMap(({ value }) =>
    value?.type === "object" && findMember(value, "enabled")?.value !== false ? [value] : [],
  );
}

function judgeActivity(block: Node): Complaint[] {
  const activity = trimmed(findMember(block, "activity"));
  const type = findMember(block, "activityType");
  const url = trimmed(findMember(block, "activityUrl"));
  const complaints: Complaint[] = [];
  const say = (key: string, message: string) => complaints.push({ node: keyOf(block, key), message });
  if ((type || url !== undefined) && activity === undefined && !isUnknown(block, "activity")) {
    say(type ? "activityType" : "activityUrl", '"activityType" and "activityUrl" need "activity"');
  }
  if (type?.value === 1 && url === undefined && !isUnknown(block, "activityUrl"))
    say("activityType", '"activityType": 1 needs "activityUrl"');
  if (url !== undefined && type?.value !== 1 && !isOpen(block)) say("activityUrl", '"activityUrl" needs "activityType": 1');
  return complaints;
}

/** Written, but not known: decided by the environment or not finished. */
function isUnknown(block: Node, key: string): boolean {
  const value = findMember(block, key);
  return isOpen(block) || (value?.type === "string" && text(value) === undefined);
}

function judgeNickserv(nickserv: Node): Complaint | undefined {
  if (findMember(nickserv, "register")?.value !== true || isUnknown(nickserv, "registerEmail")) return undefined;
  if (trimmed(findMember(nickserv, "registerEmail")) !== undefined) return undefined;
  return { node: keyOf(nickserv, "register"), message: '"register": true needs "registerEmail"' };
}

/** Bindings of the old form, anywhere inside a channel. */
function judgeLegacyBindings(node: Node): Complaint[] {
  if (node.type === "array") return elements(node).flatMap(judgeLegacyBindings);
  return members(node).flatMap(({ key, value }): Complaint[] => {
    if (!value) return [];
    const acp = key === "bindings" && value.type === "object" ? findMember(value, "acp") : undefined;
    const own =
      acp && (acp.type === "object" || acp.type === "array")
        ? [{ node: keyOf(value, "acp"), message: 'Bindings inside a channel are gone: use the list "bindings" at the top' }]
        : [];
    return [...own, ...judgeLegacyBindings(value)];
  });
}

/** `settings`: keys that are no channels; `isForgiven`: unknown channels that do no harm. */
function judgeChannelIds(settings: readonly string[], isForgiven: (root: Node, id: string) => boolean): Constraint["judge"] {
  return (channels, { root, registry }) => {
    const known = new Set([...registry.channels, ...settings]);
    return members(channels).flatMap(({ key, keyNode }): Complaint[] => {
      const id = key.trim();
      if (id === "" || known.has(id) || isForgiven(root, id)) return [];
      return [missingName(keyNode, "channel", id, registry.channels)];
    });
  };
}

/** An id with space around it is looked up without, and then there is nothing. */
function judgeSpacedIds(channels: Node, { registry }: Scope): Complaint[] {
  return members(channels).flatMap(({ key, keyNode }) => {
    const isSpaced = key !== key.trim() && registry.channels.includes(key.trim()) && !findMember(channels, key.trim());
    return isSpaced ? [{ node: keyNode, message: "The id of a channel must not have space around it" }] : [];
  });
}

/** An unknown channel is forgiven when a plugin of its name is spoken of. */
function isNamedAsPlugin(root: Node, id: string): boolean {
  const plugins = findMember(root, "plugins");
  if (isOpen(plugins) || isOpen(root)) return true;
  const names = [...members(findMember(plugins, "entries")), ...members(findMember(plugins, "installs"))].map(({ key }) => key);
  const allowed = elements(findMember(plugins, "allow")).map((node) => text(node) ?? "");
  return [...names, ...allowed].some((name) => name.trim().toLowerCase() === id.toLowerCase());
}
