/** Browsers that are steered over the network. */
import type { LoweredGuard } from "../../../grants/lowered-guard.ts";
import { readString } from "../../../reader.ts";
import { isOnThisMachine, isPrivateHost, plainHost } from "../../addresses.ts";
import { loweredGuard, type GuardContext } from "./context.ts";

/** Whoever listens on the way steers the browser, with every login it has. In a private network that is few. */
export function findBrowserGuards({ placesAt }: GuardContext): LoweredGuard[] {
  const reads = ["browser.cdpUrl", "browser.profiles.*.cdpUrl"].flatMap((path) => placesAt(path)).map(readString);
  return reads.flatMap((read) => {
    const host = read.state === "set" ? plainHost(read.value) : undefined;
    if (host === undefined || isOnThisMachine(host)) return [];
    return loweredGuard({
      kind: "remote-debugging-exposed",
      read,
      says: `The browser on ${host} is steered over a connection that nothing encrypts`,
      weight: isPrivateHost(host) ? "minor" : "usual",
    });
  });
}
