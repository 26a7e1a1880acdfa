/** How bindings name chats. Facts with their source, no logic. */

/** The kinds a binding's peer can have, by the way in. Source: the routing functions of 2026.2.17, 2026.6.1 and 2026.9.6. */
export const chatKinds = { direct: ["direct", "dm"], group: ["group", "channel"] } satisfies Record<string, readonly string[]>;

/** When the peer id `*` became every chat of a kind; before, it was a chat of that name. Read in both releases, not in those between them. */
export const wildcardPeers = { lastName: "2026.2.17", firstKind: "2026.6.1" } as const;
