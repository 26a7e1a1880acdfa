/** Models that are asked over a connection anybody on the way can read. */
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import { readString } from "../../../reader.ts";
import { isOnThisMachine, isPrivateHost, plainHost } from "../../addresses.ts";
import { loweredGuard, type GuardContext } from "./context.ts";

const addresses = [
  "models.providers.*.baseUrl",
  "memory.search.remote.baseUrl",
  "agents.defaults.memorySearch.remote.baseUrl",
  "agents.list.*.memorySearch.remote.baseUrl",
  "agents.entries.*.memory.search.remote.baseUrl",
];

/** In a private network few can listen, and local models often offer nothing else. */
export function findModelGuards({ placesAt }: GuardContext): LoweredGuard[] {
  return addresses
    .flatMap((path) => placesAt(path))
    .map(readString)
    .flatMap((read) => {
      const host = read.state === "set" ? plainHost(read.value) : undefined;
      if (host === undefined || isOnThisMachine(host)) return [];
      return loweredGuard({
        kind: "model-endpoint-plain-http",
        read,
        says: `What agents and the model on ${host} say to each other is sent over a connection that nothing encrypts`,
        weight: isPrivateHost(host) ? "minor" : "usual",
      });
    });
}
