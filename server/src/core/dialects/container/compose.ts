/** Services of a Compose file that run the gateway: what they let in, and how far they reach out. */
import type { ContainerMount, ContainerSetup, KnownSecret, Opening, PublishedPort } from "../../grants/container.ts";
import type { Node } from "../../syntax/tree.ts";
import { classify } from "../host-paths.ts";
import { publicPaths } from "../tables/host-paths.ts";
import { itemsOf, membersOf, setting, spotOf, textOf, written, type Spot } from "./spot.ts";
import { configFile, imageVariable, productName, productProgram, productVariable, stateFolder } from "./tables/product.ts";
import { guards, sharedParts, strongRights } from "./tables/walls.ts";
import {
  defaultedSecret,
  isExampleSecret,
  hostPath,
  isFloatingImage,
  keptOnMachine,
  mountText,
  publishedPort,
  withDefaults,
  type MountText,
} from "./words.ts";

export function composeSetups(root: Node | undefined): ContainerSetup[] {
  return productServices(root).map(({ key, ...service }) => setupOf(key, service));
}

/** The services that run the gateway, by name. */
export function productServices(root: Node | undefined): ReturnType<typeof membersOf> {
  const services = root && spotOf({ node: root, path: [] }, "services");
  return membersOf(services).filter(({ key, ...service }) => runsProduct(key, service));
}

/** What a service is made from and does tells; its own name only where it is built here. */
function runsProduct(name: string, service: Spot): boolean {
  const image = textOf(spotOf(service, "image"));
  const commands = ["command", "entrypoint"].flatMap((key) => textsOf(spotOf(service, key)));
  const targets = itemsOf(spotOf(service, "volumes")).map((mount) => mountOf(mount)?.target ?? "");
  return (
    commands.some((text) => text !== undefined && productProgram.test(text)) ||
    (image !== undefined && (productName.test(image) || imageVariable.test(image))) ||
    variablesOf(service).some((variable) => productVariable.test(variable.name)) ||
    targets.some((target) => stateFolder.test(target) || configFile.test(target)) ||
    (image === undefined && spotOf(service, "build") !== undefined && productName.test(` ${name}`))
  );
}

function setupOf(name: string, service: Spot): ContainerSetup {
  const image = spotOf(service, "image");
  const imageName = withDefaults(textOf(image) ?? "");
  return {
    name: `Service "${name}"`,
    ports: portsOf(service),
    mounts: itemsOf(spotOf(service, "volumes")).flatMap(mountsOf),
    openings: openingsOf(service),
    root: rootOf(service),
    missing: { read: written(service), words: missingIn(service) },
    knownSecrets: variablesOf(service).flatMap(knownSecret),
    floating:
      image && imageName !== undefined && !isMadeHere(service) && isFloatingImage(imageName)
        ? [{ read: written(image), kind: "image", name: imageName }]
        : [],
    downloads: [],
  };
}

/** `image` is then the name that the result is given. Otherwise it is pulled where it is to be had, `build` or not. */
function isMadeHere(service: Spot): boolean {
  return spotOf(service, "build") !== undefined && /^(?:build|never)$/.test(textOf(spotOf(service, "pull_policy")) ?? "");
}

/** On the machine's own network nothing is published. */
function portsOf(service: Spot): PublishedPort[] {
  return textOf(spotOf(service, "network_mode")) === "host" ? [] : itemsOf(spotOf(service, "ports")).flatMap(portOf);
}

function portOf(spot: Spot): PublishedPort[] {
  if (spot.node.type === "object") {
    const [address, target] = [spotOf(spot, "host_ip"), spotOf(spot, "target")];
    const isEverywhere = address ? /^(?:0\.0\.0\.0|::)$/.test(withDefaults(textOf(address) ?? "") ?? "") : spot.node.open === undefined;
    return target && isEverywhere
      ? [{ read: written(target), port: textOf(target) ?? "", keep: address ? setting(address, "127.0.0.1") : [] }]
      : [];
  }
  const text = textOf(spot) ?? "";
  const published = publishedPort(text);
  return published?.isEverywhere ? [{ read: written(spot), port: published.port, keep: setting(spot, keptOnMachine(text)) }] : [];
}

function mountOf(spot: Spot): MountText | undefined {
  if (spot.node.type !== "object") return mountText(textOf(spot) ?? "");
  const [source = "", target = ""] = ["source", "target"].map((key) => textOf(spotOf(spot, key)));
  return { source, target, isWritable: textOf(spotOf(spot, "read_only")) !== "true" };
}

function mountsOf(spot: Spot): ContainerMount[] {
  const mount = mountOf(spot);
  if (!mount) return [];
  const path = hostPath(mount.source);
  const becomes = configFile.test(mount.target) ? "config" : stateFolder.test(mount.target) ? "state" : undefined;
  const place = spotOf(spot, "source") ?? spot;
  return [{ read: written(place), source: mount.source, ...contentOf(mount, path), becomes, isWritable: mount.isWritable }];
}

/** A socket is known by its name wherever a variable has it lie. */
function contentOf({ source, isWritable }: MountText, path: string | undefined): Pick<ContainerMount, "shows" | "what"> {
  const found = classify(path ?? source);
  const isKnown = path === undefined ? found.shows === "engine" : isWritable || !publicPaths.has(path);
  return isKnown ? found : { shows: "folder", what: "a folder" };
}

function openingsOf(service: Spot): Opening[] {
  const privileged = spotOf(service, "privileged");
  const isAll = privileged && textOf(privileged) === "true";
  const shared = sharedParts.flatMap(({ key, kind, does }): Opening[] => {
    const spot = spotOf(service, key);
    return spot && textOf(spot) === "host" ? [{ kind, read: written(spot), does }] : [];
  });
  const added = itemsOf(spotOf(service, "cap_add")).flatMap((spot): Opening[] => {
    const right = (textOf(spot) ?? "").toUpperCase().replace(/^CAP_/, "");
    const does = Object.hasOwn(strongRights, right) ? strongRights[right] : undefined;
    return does === undefined ? [] : [{ kind: "part", read: written(spot), does }];
  });
  const unguarded = itemsOf(spotOf(service, "security_opt")).flatMap((spot): Opening[] => {
    const guard = /^(seccomp|apparmor|label)[:=](?:unconfined|disable)$/i.exec(textOf(spot) ?? "")?.[1];
    return guard === undefined
      ? []
      : [{ kind: "part", read: written(spot), does: `runs without the kernel's guard ${guards[guard.toLowerCase()] ?? guard}` }];
  });
  const all: Opening[] = isAll ? [{ kind: "all", read: written(privileged), does: "has all rights on the machine" }] : [];
  return [...all, ...shared, ...added, ...unguarded];
}

/** Only what is written: as whom the image starts, another file says. */
function rootOf(service: Spot): ContainerSetup["root"] {
  const user = spotOf(service, "user");
  return user && /^(?:root|0)(?::|$)/.test(textOf(user) ?? "") ? { read: written(user), isWritten: true } : undefined;
}

/** A service that is only added to, here or from another file, may have it elsewhere. */
function missingIn(service: Spot): string[] {
  const isWhole = ["image", "build"].some((key) => spotOf(service, key) !== undefined);
  if (!isWhole || service.node.open !== undefined || spotOf(service, "extends")) return [];
  const listed = (key: string): string[] => itemsOf(spotOf(service, key)).map((spot) => (textOf(spot) ?? "").toLowerCase());
  const drops = listed("cap_drop").includes("all");
  const stays = listed("security_opt").some((option) => /^no-new-privileges(?:[:=]true)?$/.test(option));
  return [...(drops ? [] : ["`cap_drop: [ALL]`"]), ...(stays ? [] : ["`no-new-privileges`"])];
}

interface Variable {
  readonly name: string;
  readonly spot: Spot;
}

/** `environment`, as an object or as a list of `NAME=value`. */
function variablesOf(service: Spot): Variable[] {
  const block = spotOf(service, "environment");
  const listed = itemsOf(block).map((spot) => ({ name: (textOf(spot) ?? "").split("=")[0] ?? "", spot }));
  return [...listed, ...membersOf(block).map(({ key, ...spot }) => ({ name: key, spot }))];
}

/** A default of a secret, or a word of an example that was left in its place. */
function knownSecret({ name, spot }: Variable): KnownSecret[] {
  const text = textOf(spot) ?? "";
  const found = defaultedSecret(name, text);
  if (found) return [{ read: written(spot), variable: found.variable, isDefault: true, demand: setting(spot, found.demanded) }];
  const start = text.startsWith(`${name}=`) ? `${name}=` : "";
  if (!isExampleSecret(name, text.slice(start.length))) return [];
  return [{ read: written(spot), variable: name, isDefault: false, demand: setting(spot, `${start}\${${name}:?not set}`) }];
}

function textsOf(spot: Spot | undefined): (string | undefined)[] {
  return spot?.node.type === "array" ? itemsOf(spot).map(textOf) : [textOf(spot)];
}
