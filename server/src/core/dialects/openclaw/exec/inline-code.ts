/** Interpreters on an allowlist whose code nobody looks at, because the check for it is not on. */
import { namesPrograms, type AllowlistEntry } from "../../../grants/allowlist.ts";
import type { InlineCode } from "../../../grants/exec-settings.ts";
import { readBoolean } from "../../../reader.ts";
import { reachedBy } from "../releases.ts";
import { inlineCodeInterpreters } from "../tables/inline-code.ts";
import { decidingPlaces, type ExecContext } from "./context.ts";

export function findInlineCode(context: ExecContext): InlineCode[] {
  const { behaviour, allowlist } = context;
  if (!behaviour.strictInlineEval) return [];
  const isReached = reachedBy(behaviour.release);
  const known = new Set(inlineCodeInterpreters.filter(({ since }) => isReached(since)).flatMap(({ names }) => names));
  const interpretersOf = ({ launchers }: AllowlistEntry): string[] =>
    launchers.filter((name) => known.has(name.replace(/(?<![\d.])[\d.]+$/, "")) || known.has(name));
  const entries = allowlist.filter(
    (entry) => entry.consulted && entry.certain && namesPrograms(entry.admits) && interpretersOf(entry).length > 0,
  );
  if (entries.length === 0) return [];
  return decidingPlaces(context, "tools", "exec", "strictInlineEval").flatMap(({ place, agents }): InlineCode[] => {
    const read = readBoolean(place);
    const served = entries.filter(({ agent }) => agent === undefined || agents.includes(agent));
    if (read.state === "unknown" || (read.state === "set" && read.value) || served.length === 0) return [];
    return [
      {
        read,
        agents,
        programs: [...new Set(served.flatMap(interpretersOf))],
        allowed: served.map(({ pattern, entry }) => (pattern.state === "set" ? pattern : entry)),
        remedy: [{ op: "set", file: read.at.file, path: read.path, value: true }],
      },
    ];
  });
}
