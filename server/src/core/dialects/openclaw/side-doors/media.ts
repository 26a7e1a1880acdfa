/** Programs of the config that are started on the host for what people send. */
import type { SideDoor } from "../../../grants/side-doors.ts";
import { at, elementsOf, member, readBoolean, readString, type Place } from "../../../reader.ts";
import { launcherKind } from "../patterns/launchers.ts";
import { mediaCommandLists } from "../tables/side-doors.ts";
import { isOpenToStrangers, type SideDoorContext } from "./context.ts";

export function findMediaCommands({ config, agents }: SideDoorContext): SideDoor[] {
  return mediaCommandLists.flatMap(({ path, off, input }) => {
    const enabled = readBoolean(at(config, ...off));
    if (off.length > 0 && (enabled.state === "unknown" || (enabled.state === "set" && !enabled.value))) return [];
    return elementsOf(at(config, ...path)).flatMap((entry): SideDoor[] => {
      const command = readString(member(entry, "command"));
      const type = readString(member(entry, "type"));
      if (command.state !== "set" || (type.state === "set" && type.value !== "cli") || type.state === "unknown") return [];
      const does = isShellLine(command.value, entry)
        ? `a shell reads the ${input} as part of its command line`
        : `it gets the ${input} and runs outside every sandbox and exec policy`;
      return [
        {
          kind: "media-command",
          read: command,
          name: `"${command.value}" is started for every ${input}`,
          does,
          who: isOpenToStrangers(agents) ? "open" : "listed",
          agents: undefined,
          remedy: [{ op: "remove", file: entry.at.file, path: entry.path }],
        },
      ];
    });
  });
}

/** What was sent stands in for a name in double braces; inside a shell's own line it can end the line and begin another. */
function isShellLine(command: string, entry: Place): boolean {
  const base = command.replace(/^.*[/\\]/, "");
  const texts = elementsOf(member(entry, "args")).map(readString);
  return launcherKind(base) === "shell" && texts.some((read) => read.state === "set" && read.value.includes("{{") && /\s/.test(read.value));
}
