/** Every way past the agents' tools and policies that a config opens: the parts, one after the other. */
import type { SideDoor } from "../../../grants/side-doors.ts";
import { findChatConfig, findChatShell } from "./chat.ts";
import { findCodeRunners } from "./code.ts";
import type { SideDoorContext } from "./context.ts";
import { findDeviceCommands } from "./devices.ts";
import { findHarnesses } from "./harness.ts";
import { findMediaCommands } from "./media.ts";

const parts: readonly ((context: SideDoorContext) => readonly SideDoor[])[] = [
  findChatShell,
  findChatConfig,
  findMediaCommands,
  findHarnesses,
  findCodeRunners,
  findDeviceCommands,
];

export function findSideDoors(context: SideDoorContext): SideDoor[] {
  return parts.flatMap((part) => part(context));
}
