/** How Compose files and Dockerfiles write things: variables with defaults, ports, mounts, images. Knows texts; never where they stand. */
import { secretVariable } from "../secrets/tables/secret-keys.ts";
import { formOf, isFilePath, isLocalModelWord, weaknessOf } from "../secrets/value.ts";
import { loginVariable, rootImages } from "./tables/product.ts";

/** A text with its variables replaced by their defaults; undefined where one has none, unless `keeps` accepts it as it is. */
export function withDefaults(text: string, keeps: (variable: string) => boolean = () => false): string | undefined {
  let isKnown = true;
  const expanded = text.replace(
    /\$(?:\{(\w+)(?::?[-?+]([^{}]*))?\}|(\w+))/g,
    (written: string, braced?: string, rest?: string, bare?: string) => {
      if (rest !== undefined && !/^\$\{\w+:?[?+]/.test(written)) return rest;
      if (keeps(braced ?? bare ?? "")) return "1";
      isKnown = false;
      return "";
    },
  );
  return isKnown && !expanded.includes("$") ? expanded : undefined;
}

/** Of `[address:][host port:]container port[/protocol]`: which port, and whether every network of the machine reaches it. */
export function publishedPort(text: string): { readonly port: string; readonly isEverywhere: boolean } | undefined {
  const known = withDefaults(text, (variable) => /(?:^|_)PORT(?:_|$)/i.test(variable));
  const [, address, port] =
    /^(?:(\[[^\]]+\]|\d+\.\d+\.\d+\.\d+|localhost):)?(?:[\d-]*:)?(\d+(?:-\d+)?)(?:\/\w+)?$/i.exec(known ?? "") ?? [];
  if (port === undefined) return undefined;
  return { port, isEverywhere: address === undefined || /^(?:0\.0\.0\.0|\[::\])$/.test(address) };
}

/** The same port on this machine alone, also where every address is only the default of a variable. */
export function keptOnMachine(text: string): string {
  const address = /^(?:0\.0\.0\.0|\[::\])(?=:)|(?<=^\$\{\w+:?-)(?:0\.0\.0\.0|\[::\])(?=\}:)/;
  if (address.test(text)) return text.replace(address, "127.0.0.1");
  return /^[^:]*$/.test(text.replace(/\$\{[^${}]*\}/g, "")) ? `127.0.0.1::${text}` : `127.0.0.1:${text}`;
}

export interface MountText {
  readonly source: string;
  readonly target: string;
  readonly isWritable: boolean;
}

/** Of `source:target[:options]`. Undefined for volumes that lie nowhere in particular. */
export function mountText(text: string): MountText | undefined {
  const [, source = "", target = "", options = ""] = /^((?:[^:$]|\$\{[^}]*\}|\$(?!\{))+):([^:]+)(?::(.*))?$/.exec(text.trim()) ?? [];
  return source === "" ? undefined : { source, target, isWritable: !options.split(",").includes("ro") };
}

/** A folder or file of the machine, with the user's own home under a name that stands for any. */
export function hostPath(source: string): string | undefined {
  const path = source.replace(/^(?:~|\$HOME|\$\{HOME\}|\$\{HOME:-[^}]*\})(?=\/|$)/, "/home/user");
  const known = withDefaults(path);
  return known?.startsWith("/") ? known.replace(/(?<=[^/])\/+$/, "") : undefined;
}

/** `${NAME:-text}` in the value of a variable, with a text that is nobody's secret any more. `demanded` is the value without it. */
export function defaultedSecret(name: string, text: string): { readonly variable: string; readonly demanded: string } | undefined {
  for (const { 0: written, 1: variable = "", 2: value = "", index } of text.matchAll(/(?<!\$)\$\{(\w+):?-([^${}]*)\}/g)) {
    if (!secretVariable.test(variable) || !isKnownSecret([name, variable], value)) continue;
    return { variable, demanded: `${text.slice(0, index)}\${${variable}:?not set}${text.slice(index + written.length)}` };
  }
  return undefined;
}

function isKnownSecret(variables: readonly string[], text: string): boolean {
  const value = text.trim().replace(/^(["'])(.*)\1$/s, "$2");
  if (value === "" || isFilePath(value) || isLocalModelWord(value)) return false;
  return formOf(value) === "literal" || variables.some((variable) => isExampleSecret(variable, value));
}

/** Whether a variable that is to hold a login holds the word of an example. */
export function isExampleSecret(variable: string, value: string): boolean {
  return loginVariable.test(variable) && formOf(value) === "placeholder" && weaknessOf(value, "placeholder") === "guessable";
}

/** Whether an image's name means another image from one day to the next. Other names without a folder are as a rule built on the machine. */
export function isFloatingImage(name: string): boolean {
  if (/@sha\d+:/.test(name) || name.startsWith("localhost/") || !(name.includes("/") || rootImages.has(name.replace(/:.*/s, ""))))
    return false;
  const tag = /:([\w.-]+)$/.exec(name.split("/").at(-1) ?? "")?.[1];
  return tag === undefined || /^(?:latest|main|master|edge|nightly|next|stable|beta|dev|current)(?:-|$)/i.test(tag);
}
