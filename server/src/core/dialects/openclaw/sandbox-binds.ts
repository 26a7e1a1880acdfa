/** What a bind mount shows of the host, and whether the release makes a container with it. Knows texts and tables, not where binds are written. */
import type { SandboxBind } from "../../grants/sandbox.ts";
import { belowHome, classify, isBelow } from "../host-paths.ts";
import { normalizePath } from "./normalize-path.ts";
import { inForce } from "./releases.ts";
import { bindLimits, reservedTargets, type BindLimits } from "./tables/sandbox-binds.ts";

/** `source:target[:options]`, with the source as the program compares it. */
export interface BindText {
  readonly source: string;
  readonly target: string;
  readonly writable: boolean;
}

/** Undefined for what is no bind of a folder or file: a volume's name, a text without a target. */
export function parseBind(text: string): BindText | undefined {
  const spec = text.trim();
  const colon = spec.indexOf(":", isDrive(spec) ? 2 : 0);
  const source = hostPath(spec.slice(0, colon));
  if (colon <= 0 || source === undefined) return undefined;
  const [target = "", options = ""] = spec.slice(colon + 1).split(":");
  return { source, target, writable: !options.split(",").includes("ro") };
}

function hostPath(source: string): string | undefined {
  const text = source.trim();
  if (isDrive(text)) return `${text.slice(0, 2).toUpperCase()}${normalizePath(text.slice(2).replaceAll("\\", "/"))}`;
  return text.startsWith("/") ? normalizePath(text) : undefined;
}

function isDrive(text: string): boolean {
  return /^[A-Za-z]:[\\/]/.test(text);
}

/** What else decides about a bind. Undefined is not known. */
export interface BindSetting {
  readonly allowsOutside: boolean | undefined;
  readonly allowsReserved: boolean | undefined;
  /** The agent's own folders as they are written, or undefined when one of them is not known. */
  readonly workspaces: readonly string[] | undefined;
}

export function fateOf({ source, target }: BindText, setting: BindSetting, release: string): SandboxBind["fate"] {
  const limits = inForce(bindLimits, release);
  if (isRefused(source, limits)) return "refused";
  if (!limits.isConfined) return "accepted";
  const covers = reservedTargets.some((reserved) => isBelow(normalizePath(target), reserved));
  if (covers && setting.allowsReserved !== true) return setting.allowsReserved === false ? "refused" : undefined;
  if (setting.allowsOutside !== false) return setting.allowsOutside === true ? "accepted" : undefined;
  if (setting.workspaces === undefined) return undefined;
  return isOwn(source, setting.workspaces) ? "accepted" : "refused";
}

function isRefused(source: string, { system, home, refusesParents }: BindLimits): boolean {
  if (source === "/") return true;
  const inHome = belowHome(source);
  if (system.some((path) => isBelow(source, path) || (refusesParents && isBelow(path, source)))) return true;
  if (inHome !== undefined && home.some((path) => isBelow(inHome, path) || (refusesParents && (inHome === "" || isBelow(path, inHome)))))
    return true;
  return refusesParents && classify(source).shows === "home";
}

/** Where agents work when nobody says where, and where their sandboxes keep files. */
const usualWorkspace = /^\.openclaw\/(?:workspace|sandboxes)[^/]*(?:\/|$)/;

/** True for what lies in one of the agent's own folders, which it is given anyway. */
export function isOwn(source: string, workspaces: readonly string[]): boolean {
  const inHome = belowHome(source);
  if (usualWorkspace.test(inHome ?? "")) return true;
  return workspaces.some((workspace) => {
    const fromHome = /^~(?:\/(.*))?$/.exec(workspace.trim());
    if (fromHome)
      return inHome !== undefined && ((fromHome[1] ?? "") === "" || isBelow(inHome, (fromHome[1] ?? "").replace(/(?<!\/)\/+$/, "")));
    const path = hostPath(workspace);
    return path !== undefined && isBelow(source, path);
  });
}
