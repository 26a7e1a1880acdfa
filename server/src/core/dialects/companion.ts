/** What dialects without agents have in common: each file is judged by itself, for no release, and most questions have no answer. */
import type { ConfigSet, Dialect } from "./dialect.ts";
import { nothingKnown } from "../grants/nothing-known.ts";
import type { EffectivePolicy } from "../grants/policy.ts";

interface Own extends Pick<Dialect, "id" | "roleOf" | "owns"> {
  /** Globs of the names that its files bear, as editors take them: wider than `roleOf`, never narrower. */
  readonly patterns: readonly string[];
}

export interface Companion extends Dialect, Own {}

/** `resolve` gives the facets that its files have something to say to. */
export function companion(own: Own, resolve: (set: ConfigSet) => Partial<EffectivePolicy>): Companion {
  return {
    ...own,
    isCompanion: true,
    isLive: (uri) => own.roleOf(uri) !== undefined,
    leading: (names) => names.filter((name) => own.roleOf(name) !== undefined),
    neighbours: () => [],
    readAs: (_, { role }) => ({ role, into: [] }),
    targetRelease: (_, wanted) => ({ version: wanted ?? "", source: wanted === undefined ? "newest" : "setting", schema: "" }),
    releases: [],
    validate: () => [],
    resolve: (set) => ({ ...nothingKnown(set.files[0]?.uri ?? set.root), ...resolve(set) }),
    words: () => [],
    schema: () => undefined,
    blocks: () => [],
    links: () => [],
    mentions: () => [],
    agentId: (written) => written,
    aboutKey: () => undefined,
    tighten: () => [],
    withdraw: () => [],
    chores: () => [],
  };
}
