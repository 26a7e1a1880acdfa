/** Services that listen: who can reach them, what they ask for before they let anybody in, what they hand out. Names no product. */
import type { Edit } from "../finding.ts";
import type { Read } from "../read.ts";
import type { Setting } from "./contact.ts";
import type { EffectivePolicy } from "./policy.ts";

/** From where a connection can come, the nearest first: this machine, devices of one's own private network, the network it is in, anywhere. */
export type Neighbourhood = "machine" | "devices" | "network" | "internet";

/** What a caller must show: nothing; nothing that these files name, so that only the environment can ask for something; a secret; the word of a proxy. */
export type Login = "none" | "unnamed" | "secret" | "proxy";

/** `gateway`: the service itself; `hooks`: where other services hand in what happened. */
export type Door = "gateway" | "hooks";

export interface Service {
  readonly name: string;
  readonly from: Setting<Neighbourhood>;
  readonly isEncrypted: Setting<boolean>;
  readonly login: Setting<Login>;
  /** The doors it has, each with a login of its own. */
  readonly doors: readonly Door[];
  /** Whether a caller who keeps guessing is locked out. */
  readonly limitsGuesses: Setting<boolean>;
  readonly offers: readonly Offer[];
  /** Edits that make it listen to this machine alone. */
  readonly withdraw: readonly Edit[];
  /** Edits that make it ask for a login; none where it does already. */
  readonly askForLogin: readonly Edit[];
  /** Edits that lock out whoever keeps guessing. */
  readonly limitGuesses: readonly Edit[];
}

/** Something a service hands to callers beyond what it always does. */
export interface Offer {
  /** `chat`: a way to have an agent act; `tool`: a tool kept from remote callers otherwise; `device`: a command of a paired device that records or sends. */
  readonly kind: "chat" | "tool" | "device";
  readonly name: string;
  readonly read: Read<unknown>;
  readonly withdraw: readonly Edit[];
}

/** Whether anybody beyond this machine and one's own devices can connect. */
export function isReachable({ from }: Service): boolean {
  return from.value === "network" || from.value === "internet";
}

/** The same of the service that has a door; false where none has it. */
export function isDoorReachable({ services }: EffectivePolicy, door: Door | undefined): boolean {
  return services.some((service) => door !== undefined && service.doors.includes(door) && isReachable(service));
}

/** Whether some service has the door: a login to none is in nobody's way. */
export function hasDoor({ services }: EffectivePolicy, door: Door | undefined): boolean {
  return services.some(({ doors }) => door !== undefined && doors.includes(door));
}
