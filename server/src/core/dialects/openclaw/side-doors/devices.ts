/** Commands of paired devices that a config opens. */
import type { SideDoor } from "../../../grants/side-doors.ts";
import { at, elementsOf, readString, readStringList } from "../../../reader.ts";
import { listNames, listWords } from "../../../wording.ts";
import type { Read } from "../../../read.ts";
import { deviceCommandLists, deviceCommands } from "../tables/side-doors.ts";
import { removalOf, type SideDoorContext } from "./context.ts";

/** One door for a list. A command that is denied stays shut whatever else names it. */
export function findDeviceCommands({ config }: SideDoorContext): SideDoor[] {
  return deviceCommandLists.flatMap(({ allow, deny }): SideDoor[] => {
    const list = readStringList(at(config, ...deny));
    if (list.state === "unknown") return [];
    const denied = new Set(list.state === "set" ? list.value.map(nameOf) : []);
    const opened = elementsOf(at(config, ...allow)).flatMap((element) => {
      const read = readString(element);
      const row = deviceCommands.find(({ names }) => names.includes(nameOf(read)));
      return row && !denied.has(nameOf(read)) ? [{ read, does: row.does }] : [];
    });
    const [first] = opened;
    if (!first) return [];
    return [
      {
        kind: "device-command",
        read: first.read,
        name: listNames(opened.map(({ read }) => nameOf(read))),
        does: listWords([...new Set(opened.map(({ does }) => does))]),
        who: "agents",
        agents: undefined,
        remedy: opened.flatMap(({ read }) => removalOf(read)),
      },
    ];
  });
}

function nameOf(read: Read<string>): string {
  return read.state === "set" ? read.value.trim() : "";
}
