/**
 * What releases write into a channel's settings where a config says nothing, and how its lists of chats work. Facts with their source, no logic.
 *
 * Source of `fills`: configs with an empty channel and an empty account, loaded by the releases named. A filled setting counts as written: one
 * in an account hides what the channel says, one in the channel hides `channels.defaults`.
 * Source of `chatLists`: the channels' own admission functions in the same releases.
 */

/** The channels for which a setting is filled in: in their own block, and in each of their accounts. */
export interface Fills {
  /** The release that was asked; between two of them only what both say is certain. */
  readonly since: string;
  readonly dmPolicy: { readonly channel: readonly string[]; readonly account: readonly string[] };
  readonly groupPolicy: { readonly channel: readonly string[]; readonly account: readonly string[] };
}

const words = (text: string): readonly string[] => text.split(" ");

export const fills: readonly [Fills, ...Fills[]] = [
  {
    since: "2026.2.17",
    dmPolicy: {
      channel: words("telegram whatsapp signal imessage irc bluebubbles msteams"),
      account: words("telegram whatsapp signal imessage irc bluebubbles"),
    },
    groupPolicy: {
      channel: words("telegram discord slack whatsapp signal imessage googlechat irc bluebubbles msteams"),
      account: words("telegram discord slack whatsapp signal imessage googlechat irc bluebubbles"),
    },
  },
  {
    since: "2026.6.1",
    dmPolicy: {
      channel: words("telegram whatsapp signal imessage irc line mattermost feishu nextcloud-talk sms msteams"),
      account: words("telegram signal imessage irc line mattermost nextcloud-talk sms"),
    },
    groupPolicy: {
      channel: words(
        "telegram discord slack whatsapp signal imessage googlechat irc line mattermost feishu nextcloud-talk zalouser msteams",
      ),
      account: words("telegram discord signal imessage googlechat irc line mattermost nextcloud-talk zalouser"),
    },
  },
  {
    since: "2026.9.6",
    dmPolicy: {
      channel: words("telegram discord slack whatsapp signal imessage googlechat irc line mattermost feishu nextcloud-talk sms msteams"),
      account: words("irc line mattermost nextcloud-talk sms"),
    },
    groupPolicy: {
      channel: words("telegram discord slack whatsapp signal imessage googlechat irc line mattermost nextcloud-talk zalouser msteams"),
      account: words("irc line mattermost nextcloud-talk zalouser"),
    },
  },
];

/** How a channel's list of chats works. A channel without a row has one whose effect is not claimed. */
export interface ChatList {
  readonly since: string;
  readonly channel: string;
  readonly key: string;
  /** Whether an open group policy admits only the chats that are listed, as soon as one is. */
  readonly limitsOpen: boolean;
  /** What an allowlist policy does where no chat is listed: judge the sender alone, or refuse. */
  readonly whenEmpty: "senders" | "refused";
  /** Whom a listed chat admits where no senders are named. */
  readonly unnamed: "members" | "nobody";
}

export const chatLists: readonly ChatList[] = [
  { since: "2026.2.17", channel: "telegram", key: "groups", limitsOpen: true, whenEmpty: "senders", unnamed: "nobody" },
  { since: "2026.6.1", channel: "telegram", key: "groups", limitsOpen: true, whenEmpty: "refused", unnamed: "members" },
  { since: "2026.2.17", channel: "discord", key: "guilds", limitsOpen: true, whenEmpty: "refused", unnamed: "members" },
  { since: "2026.2.17", channel: "slack", key: "channels", limitsOpen: false, whenEmpty: "refused", unnamed: "members" },
];

/** Where channels list the chats they take part in. */
export const chatKeys = ["groups", "guilds", "channels", "teams", "rooms", "spaces"] as const;

/** What an entry for a chat can say without changing who is admitted. */
export const harmlessChatKeys: ReadonlySet<string> = new Set(words("requireMention tools toolsBySender skills systemPrompt"));

/** Settings that make the channel's own block an account beside the named ones, in late releases. */
export const ownAccountKeys = ["botToken", "token", "tokenFile", "account", "cliPath", "host"] as const;
