/** Folders that programs are taken from, by trust or by search order, where somebody else can usually write. */
import type { ProgramFolder } from "../../../grants/exec-settings.ts";
import { elementsOf, readString } from "../../../reader.ts";
import { writableFolder } from "../patterns/writable.ts";
import { workspacesOf } from "../roster.ts";
import { asksAllowlist, checkedSessions, decidingPlaces, type ExecContext } from "./context.ts";

export function findProgramFolders(context: ExecContext): ProgramFolder[] {
  const trusted = context.behaviour.safeBinRule === "name" ? [] : foldersOf(context, "trusted", "safeBinTrustedDirs");
  return [...trusted, ...foldersOf(context, "searched-first", "pathPrepend")];
}

function foldersOf(context: ExecContext, use: ProgramFolder["use"], key: string): ProgramFolder[] {
  return decidingPlaces(context, "tools", "exec", key).flatMap(({ place, agents }) =>
    elementsOf(place).flatMap((element): ProgramFolder[] => {
      const read = readString(element);
      if (read.state !== "set") return [];
      const found = whose(read.value.trim(), context);
      if (!found) return [];
      const consulted = use === "trusted" ? asksAllowlist(context, agents) : isGated(context, agents);
      return [{ use, read, ...found, agents, consulted }];
    }),
  );
}

/** A folder that is not given from the root begins where the command runs. */
function whose(folder: string, { config, roster }: ExecContext): Pick<ProgramFolder, "folder" | "whose"> | undefined {
  if (folder === "") return undefined;
  const isRooted = /^(?:[/\\~]|[A-Za-z]:)/.test(folder);
  if (!isRooted) return { folder: "a folder below the one the command runs in", whose: "agent" };
  return writableFolder(`${folder}/program`, workspacesOf(config, roster));
}

/** Who may run everything anyway gains nothing by another program under a known name. */
function isGated({ agents }: ExecContext, ids: readonly string[]): boolean {
  const asked = new Set(ids);
  return agents.some(
    (agent) =>
      asked.has(agent.id) &&
      checkedSessions(agent).some(({ exec }) => exec.host === "gateway" && (exec.security === "allowlist" || exec.ask === "always")),
  );
}
