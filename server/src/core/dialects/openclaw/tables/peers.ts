/** How bindings name chats. Facts with their source, no logic. */

/** The kinds a binding's peer can have, by the way in. Source: the routing functions of 2026.2.17, 2026.6.1 and 2026.9.6. */
export const chatKinds = { direct: ["direct", "dm"], group: ["group", "channel"] } satisfies Record<string, readonly string[]>;

/** When the peer id `*` became every chat of a kind; before, it was a chat of that name. Read in both releases, not in those between them. */
export const wildcardPeers = { lastName: "2026.2.17", firstKind: "2026.6.1" } as const;

/** The first release known to refuse a config with a binding to an agent it does not list. Source: the packages' own validation, run in all three releases. */
export const strayBindingRefused = "2026.6.1";

/** When an agent that no config lists could still be started by its name: the spawn functions of both releases, not of those between them. */
export const strayChild = { lastStarted: "2026.2.17", firstRefused: "2026.6.1" } as const;
