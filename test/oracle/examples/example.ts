/**
 * What a worked example is: a config with what each release makes of it, as a person would write it down. Types only.
 */
import type { SessionKind } from "../../../server/src/core/grants/grant.ts";
import type { NeutralConfig, Release } from "../shape.ts";

export type ByRelease<Value> = { readonly all?: Value } & { readonly [release in Release]?: Value };

/** What must hold; every part given is checked. */
export interface Expectation {
  readonly valid?: false;
  /**
   * The tools: `ALL` (those of an empty config), `ALL - exec process`, `ALL + apply_patch`, `none`, or names. In sums the names may be tools the release lacks: they count
   * for nothing, so that one line can serve several releases.
   */
  readonly tools?: string;
  /** What a command does: `runs`, `miss`, `asks`, `denied`, `error`. */
  readonly outcome?: string;
  /** `security/ask` or `security/ask/askFallback`. */
  readonly policy?: string;
  /** Ordered pairs `a>b` that may message, all others may not. */
  readonly messages?: string;
  readonly spawns?: string;
  readonly sandboxed?: boolean;
  readonly binds?: readonly string[];
  readonly network?: string;
  /** Where commands land. */
  readonly host?: string;
}

export interface WorkedExample {
  readonly name: string;
  readonly says: string;
  readonly config: NeutralConfig;
  readonly approvals?: unknown;
  readonly approvalsAs?: "file" | "set";
  /** Default `main`. */
  readonly agent?: string;
  /** Default `main`. */
  readonly kind?: SessionKind;
  /** Default `id -u`. */
  readonly command?: string;
  readonly elevated?: true;
  readonly expect: ByRelease<Expectation>;
}

/** Short names for the three releases. */
export const A = "2026.2.17";
export const B = "2026.6.1";
export const C = "2026.9.6";

/** Every session of every agent runs in a sandbox. */
export const sandboxed = { defaults: { sandbox: { mode: "all" } } };
