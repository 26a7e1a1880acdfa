/** The container a sandbox is made of: what is put into it, what it may reach, and what would hold a process inside. */
import type { Edit, Json } from "../../finding.ts";
import type { SandboxBind, SandboxContainer, SandboxSetting, SandboxWeakness } from "../../grants/sandbox.ts";
import { removal } from "../../grants/sandbox.ts";
import type { Read } from "../../read.ts";
import { at, elementsOf, member, readAny, readBoolean, readString, readStringList, type Place } from "../../reader.ts";
import { reachedBy, type Behaviour } from "./releases.ts";
import { classify } from "../host-paths.ts";
import { fateOf, isOwn, parseBind, type BindSetting } from "./sandbox-binds.ts";
import { firstOf } from "./sandbox-layers.ts";
import type { Sandbox } from "./sandbox.ts";
import { builtImage, containerBackends, dangerousSwitches, joinNeedsSwitchSince, unset } from "./tables/sandbox-container.ts";

/** Undefined where the sandbox is something else than a container of this machine. */
export function readContainer(
  sandbox: Sandbox,
  workspaces: readonly string[] | undefined,
  behaviour: Behaviour,
): SandboxContainer | undefined {
  const backend = firstOf(sandbox.layers, behaviour, unset.backend, (place) => readString(member(place, "backend")));
  // In a shared sandbox an agent's own settings do not count, so without a scope nothing is known of them.
  if (backend.value === undefined || sandbox.scope.value === undefined) return undefined;
  if (!containerBackends.includes(backend.value.trim() || unset.backend)) return undefined;
  const pick = <Value>(value: Value, key: string, read: (place: Place) => Read<Value>): SandboxSetting<Value> =>
    firstOf(sandbox.inner, behaviour, value, (place) => read(at(place, "docker", key)));
  const switches = dangerousSwitches.map((row) => ({ ...row, setting: pick(false, row.key, readBoolean) }));
  const isOn = (kind: SandboxWeakness["kind"]) => switches.find((row) => row.kind === kind)?.setting.value;
  const { network } = sandbox;
  const mayJoin = isOn("joined-network") === true || !reachedBy(behaviour.release)(joinNeedsSwitchSince);
  const connects = network.value === undefined ? undefined : connectsTo(network.value, mayJoin);
  const joins = switches.find(({ kind }) => kind === "joined-network")?.setting.because.read;
  const weaknesses: SandboxWeakness[] = [
    ...weakness(
      pick(true, "readOnlyRoot", readBoolean),
      "writable-system",
      (value) => !value,
      "Make the system of the container read-only again",
      true,
    ),
    ...weakness(pick("", "user", readString), "root", isRoot, "Leave the user to the image", undefined),
    ...weakness(pick(unset.capDrop, "capDrop", readTexts), "capabilities", keepsCapabilities, "Drop all capabilities", ["ALL"]),
    ...switches
      // A network that is joined needs its switch; that is spoken of once, together.
      .filter(({ kind }) => kind !== "joined-network" || connects !== "another-container")
      .flatMap(({ setting, kind }) => weakness(setting, kind, (value) => value, "Turn this switch off", undefined)),
  ];
  return {
    binds: bindsOf(sandbox, { allowsOutside: isOn("outside-binds"), allowsReserved: isOn("covered-mounts"), workspaces }, behaviour),
    network,
    connects,
    disconnect: [...settle(network.because.read, "none"), ...(connects === "another-container" && joins ? removal(joins) : [])],
    weaknesses,
    image: pick(builtImage, "image", readString),
    setup: pick("", "setupCommand", readScript),
  };
}

/** An empty name leaves it to the engine. Where joining is not allowed the whole config is refused, and nothing is known of what runs. */
function connectsTo(network: string, mayJoin: boolean): SandboxContainer["connects"] {
  const name = network.trim().toLowerCase();
  if (name === "none") return "nothing";
  if (name.startsWith("container:")) return mayJoin ? "another-container" : undefined;
  return "outside";
}

/** A setting that takes something away, with the edit that gives it back. Only what somebody wrote. */
function weakness<Value>(
  { value, because }: SandboxSetting<Value>,
  kind: SandboxWeakness["kind"],
  isWeak: (value: Value) => boolean,
  title: string,
  good: Json | undefined,
): SandboxWeakness[] {
  if (value === undefined || because.read.state !== "set" || !isWeak(value)) return [];
  const edits = good === undefined ? removal(because.read) : settle(because.read, good);
  return [{ kind, because: [because], remedy: { title, edits } }];
}

function settle(read: Read<unknown>, value: Json): Edit[] {
  return read.state === "set" ? [{ op: "set", file: read.at.file, path: read.path, value }] : [];
}

function isRoot(user: string): boolean {
  return /^(?:0+|root)(?::|$)/.test(user.trim());
}

function keepsCapabilities(dropped: readonly string[]): boolean {
  return !dropped.some((name) => name.trim().toUpperCase() === "ALL");
}

function readTexts(place: Place): Read<readonly string[]> {
  const list = readStringList(place);
  if (list.state !== "set") return list;
  const unknown = list.value.find((read) => read.state === "unknown");
  if (unknown) return { state: "unknown", at: list.at, path: list.path, why: "one of its names is not known" };
  return { ...list, value: list.value.flatMap((read) => (read.state === "set" ? [read.value] : [])) };
}

/** One text, or in later releases lines of it. */
function readScript(place: Place): Read<string> {
  if (place.node?.type !== "array") return readString(place);
  const lines = readTexts(place);
  return lines.state === "set" ? { ...lines, value: lines.value.join("\n") } : lines;
}

/** Common binds, then the agent's own; with a browser in the sandbox, what is put into its container. */
function bindsOf(sandbox: Sandbox, setting: BindSetting, { release }: Behaviour): SandboxBind[] {
  const blocks = sandbox.browser.value === true ? ["docker", "browser"] : ["docker"];
  return [...sandbox.inner].reverse().flatMap(({ layer, place }) =>
    blocks
      .flatMap((block) => elementsOf(at(place, block, "binds")))
      .flatMap((element): SandboxBind[] => {
        const read = readString(element);
        const text = read.state === "set" ? parseBind(read.value) : undefined;
        if (!text || read.state !== "set") return [];
        const found = classify(text.source);
        const isWorkspace = found.shows === "folder" && setting.workspaces !== undefined && isOwn(text.source, setting.workspaces);
        return [
          {
            ...found,
            shows: isWorkspace ? "workspace" : found.shows,
            source: text.source,
            writable: text.writable,
            fate: fateOf(text, setting, release),
            because: [{ layer, says: `binds ${JSON.stringify(read.value)}`, read: readAny(element) }],
          },
        ];
      }),
  );
}
