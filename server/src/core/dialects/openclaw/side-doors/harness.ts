/** Coding programs the gateway starts, told to ask nobody. */
import type { SideDoor } from "../../../grants/side-doors.ts";
import { at, elementsOf, member, membersOf, readBoolean, readString } from "../../../reader.ts";
import { reachedBy } from "../releases.ts";
import { harnessApproval, normalizedBackends, unaskedFlags } from "../tables/side-doors.ts";
import { removalOf, type SideDoorContext } from "./context.ts";

const does = "commands and writes are approved without anybody seeing them";

export function findHarnesses({ config, behaviour }: SideDoorContext): SideDoor[] {
  const isReached = reachedBy(behaviour.release);
  const plugin = at(config, "plugins", "entries", harnessApproval.plugin);
  const enabled = readBoolean(member(plugin, "enabled"));
  const mode = readString(at(plugin, ...harnessApproval.path));
  const isOn = isReached(harnessApproval.since) && (enabled.state === "unset" || (enabled.state === "set" && enabled.value));
  const doors: SideDoor[] =
    isOn && mode.state === "set" && mode.value === harnessApproval.open
      ? [
          {
            kind: "unasked-harness",
            read: mode,
            name: `the coding programs of ${harnessApproval.plugin}`,
            does,
            who: "agents",
            agents: undefined,
            remedy: [{ op: "set", file: mode.at.file, path: mode.path, value: harnessApproval.usual }],
          },
        ]
      : [];
  const backends = membersOf(at(config, "agents", "defaults", "cliBackends")).filter(
    ({ key }) => !normalizedBackends.some(({ name, since }) => name === key && isReached(since)),
  );
  const flagged = backends.flatMap(({ key, place }): SideDoor[] => {
    const flags = ["args", "resumeArgs"].flatMap((list) => elementsOf(member(place, list)).map(readString));
    const [first, ...others] = flags.filter((read) => read.state === "set" && unaskedFlags.includes(read.value.trim()));
    if (first?.state !== "set") return [];
    const name = `"${key}" is started with "${first.value}"`;
    return [
      { kind: "unasked-harness", read: first, name, does, who: "agents", agents: undefined, remedy: [first, ...others].flatMap(removalOf) },
    ];
  });
  return [...doors, ...flagged];
}
