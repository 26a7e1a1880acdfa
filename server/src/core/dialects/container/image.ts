/** A Dockerfile whose image runs the gateway: as whom, made from what, and with what from the network. */
import type { ContainerSetup, KnownSecret } from "../../grants/container.ts";
import { runsDownload } from "../../grants/downloads.ts";
import type { Node } from "../../syntax/tree.ts";
import { itemsOf, membersOf, textOf, written, type Spot } from "./spot.ts";
import { floatingPackage, productName, rootImages } from "./tables/product.ts";
import { isExampleSecret, isFloatingImage } from "./words.ts";

interface Instruction {
  readonly keyword: string;
  readonly text: string;
  readonly spot: Spot;
}

export function imageSetups(root: Node | undefined): ContainerSetup[] {
  const instructions = root ? instructionsOf({ node: root, path: [] }) : [];
  const values = defaultsOf(instructions);
  if (!instructions.some(({ keyword, text }) => telling.has(keyword) && productName.test(` ${expanded(text, values)}`))) return [];
  const stages = stagesOf(instructions, values);
  const last = stages.at(-1);
  const first = instructions[0];
  if (!last || !first) return [];
  return [
    {
      name: "The image",
      ports: [],
      mounts: [],
      openings: [],
      root: rootOf(last, stages),
      missing: { read: written(first.spot), words: [] },
      knownSecrets: instructions.filter(({ keyword }) => keyword === "ENV").flatMap(exampleSecrets),
      floating: [...floatingImages(stages), ...floatingPackages(instructions, values)],
      downloads: instructions.filter(({ keyword, text }) => keyword === "RUN" && runsDownload(text)).map(({ spot }) => written(spot)),
    },
  ];
}

const telling: ReadonlySet<string> = new Set(["FROM", "RUN", "CMD", "ENTRYPOINT", "ENV", "COPY", "ADD"]);

function instructionsOf(root: Spot): Instruction[] {
  return itemsOf(root).flatMap((item) =>
    membersOf(item).map(({ key, ...spot }) => ({ keyword: key.toUpperCase(), text: textOf(spot) ?? "", spot })),
  );
}

/** What `ARG NAME=value` and `ENV NAME=value` give to those who come later. */
function defaultsOf(instructions: readonly Instruction[]): ReadonlyMap<string, string> {
  const found = instructions.filter(({ keyword }) => keyword === "ARG" || keyword === "ENV");
  return new Map(found.flatMap(assignmentsOf));
}

function assignmentsOf({ text }: Instruction): (readonly [name: string, value: string])[] {
  return [...text.matchAll(/(?:^|\s)(\w+)=(?:"([^"]*)"|(\S*))/g)].map(([, name = "", quoted, bare]) => [name, quoted ?? bare ?? ""]);
}

/** An image has what it was made with wherever it starts: there is nothing to demand instead. */
function exampleSecrets(instruction: Instruction): KnownSecret[] {
  const found = assignmentsOf(instruction).find(([name, value]) => isExampleSecret(name, value));
  return found ? [{ read: written(instruction.spot), variable: found[0], isDefault: false, demand: [] }] : [];
}

function expanded(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\{(\w+)(?::-([^${}]*))?\}|(\w+))/g, (written: string, braced?: string, rest?: string, bare?: string) => {
    return values.get(braced ?? bare ?? "") ?? rest ?? written;
  });
}

interface Stage {
  readonly from: Instruction;
  readonly image: string;
  readonly name: string | undefined;
  readonly users: readonly Instruction[];
  readonly rest: readonly Instruction[];
}

function stagesOf(instructions: readonly Instruction[], values: ReadonlyMap<string, string>): Stage[] {
  const starts = instructions.flatMap(({ keyword }, index) => (keyword === "FROM" ? [index] : []));
  return starts.flatMap((start, number) => {
    const [from, ...rest] = instructions.slice(start, starts[number + 1]);
    if (!from) return [];
    const [, image = "", name] = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i.exec(expanded(from.text, values)) ?? [];
    return [{ from, image, name: name?.toLowerCase(), users: rest.filter(({ keyword }) => keyword === "USER"), rest }];
  });
}

/** Written, or because an image starts so from which it is made. Whoever lets go of the rights while starting is nobody's administrator. */
function rootOf(stage: Stage, stages: readonly Stage[]): ContainerSetup["root"] {
  if (stage.rest.some(({ text }) => /\b(?:gosu|su-exec|setpriv|runuser)\b/.test(text))) return undefined;
  const user = stage.users.at(-1);
  if (user) return /^(?:root|0)(?::|$)/.test(user.text) ? { read: written(user.spot), isWritten: true } : undefined;
  const base = stages.find(({ name }) => name !== undefined && name === stage.image.toLowerCase());
  if (base && base !== stage) return rootOf(base, stages);
  const name = stage.image.replace(/^docker\.io\/(?:library\/)?/, "").replace(/[:@].*/s, "");
  return rootImages.has(name) ? { read: written(stage.from.spot), isWritten: false } : undefined;
}

function floatingImages(stages: readonly Stage[]): ContainerSetup["floating"] {
  const names = new Set(stages.map(({ name }) => name));
  return stages
    .filter(({ image }) => !names.has(image.toLowerCase()) && !image.includes("$") && isFloatingImage(image))
    .map(({ from, image }) => ({ read: written(from.spot), kind: "image" as const, name: image }));
}

function floatingPackages(instructions: readonly Instruction[], values: ReadonlyMap<string, string>): ContainerSetup["floating"] {
  return instructions.flatMap(({ keyword, text, spot }) => {
    const [, list = ""] =
      (keyword === "RUN" && /\b(?:npm|pnpm|yarn|bun)\s+(?:\S+\s+){0,20}?(?:install|i|add)\s+([^;&|]*)/.exec(expanded(text, values))) || [];
    const name = floatingPackage.exec(` ${list}`)?.[1];
    return name === undefined ? [] : [{ read: written(spot), kind: "package" as const, name }];
  });
}
