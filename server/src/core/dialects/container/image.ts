/** A Dockerfile whose image runs the gateway: as whom, made from what, and with what from the network. */
import type { ContainerSetup, KnownSecret } from "../../grants/container.ts";
import { runsDownload } from "../../grants/downloads.ts";
import type { Node } from "../../syntax/tree.ts";
import { written } from "./spot.ts";
import { assignmentsOf, defaultsOf, expanded, instructionsOf, stagesOf, type Instruction, type Stage } from "./stages.ts";
import { floatingPackage, productName, productProgram, productVariable, rightsDroppers, rootImages } from "./tables/product.ts";
import { isExampleSecret, isFloatingImage } from "./words.ts";

export function imageSetups(root: Node | undefined): ContainerSetup[] {
  const instructions = instructionsOf(root);
  const values = defaultsOf(instructions);
  if (!instructions.some((instruction) => tells(instruction, expanded(instruction.text, values)))) return [];
  const stages = stagesOf(instructions);
  const last = stages.at(-1);
  const first = instructions[0];
  if (!last || !first) return [];
  return [
    {
      name: "The image",
      ports: [],
      mounts: [],
      openings: [],
      root: rootOf(last),
      missing: { read: written(first.spot), words: [] },
      knownSecrets: instructions.filter(({ keyword }) => keyword === "ENV").flatMap(exampleSecrets),
      floating: [...floatingImages(stages), ...floatingPackages(instructions, values)],
      downloads: instructions.filter(({ keyword, text }) => keyword === "RUN" && runsDownload(text)).map(({ spot }) => written(spot)),
    },
  ];
}

/** Whether an instruction puts the product into the image or starts it there; `text` is with its variables replaced. */
function tells(instruction: Instruction, text: string): boolean {
  switch (instruction.keyword) {
    case "FROM":
    case "RUN":
      return productName.test(text);
    case "COPY":
    case "ADD":
      return productProgram.test(text) || (/^--from=\S+/.test(text) && productName.test(text));
    case "CMD":
    case "ENTRYPOINT":
      return productProgram.test(text);
    case "ENV":
      return assignmentsOf(instruction).some(([name]) => productVariable.test(name));
    default:
      return false;
  }
}

/** An image has what it was made with wherever it starts: there is nothing to demand instead. */
function exampleSecrets(instruction: Instruction): KnownSecret[] {
  const found = assignmentsOf(instruction).find(([name, value]) => isExampleSecret(name, value));
  return found ? [{ read: written(instruction.spot), variable: found[0], isDefault: false, demand: [] }] : [];
}

/** Written, or because an image starts so from which it is made. Whoever lets go of the rights while starting is nobody's administrator. */
function rootOf(last: Stage): ContainerSetup["root"] {
  for (let stage: Stage | undefined = last; stage; stage = stage.base) {
    if (stage.rest.some(({ text }) => rightsDroppers.test(text))) return undefined;
    const user = stage.rest.filter(({ keyword }) => keyword === "USER").at(-1);
    if (user) return /^(?:root|0)(?::|$)/.test(user.text) ? { read: written(user.spot), isWritten: true } : undefined;
    if (!stage.base) return startsAsRoot(stage.image) ? { read: written(stage.from.spot), isWritten: false } : undefined;
  }
  return undefined;
}

function startsAsRoot(image: string): boolean {
  return rootImages.has(image.replace(/^docker\.io\/(?:library\/)?/, "").replace(/[:@].*/s, ""));
}

function floatingImages(stages: readonly Stage[]): ContainerSetup["floating"] {
  return stages
    .filter(({ image, base }) => !base && !image.includes("$") && isFloatingImage(image))
    .map(({ from, image }) => ({ read: written(from.spot), kind: "image" as const, name: image }));
}

function floatingPackages(instructions: readonly Instruction[], values: ReadonlyMap<string, string>): ContainerSetup["floating"] {
  return instructions.flatMap(({ keyword, text, spot }) => {
    if (keyword !== "RUN") return [];
    const lists = [...expanded(text, values).matchAll(/\b(?:npm|pnpm|yarn|bun)\s+(?:[^\s;&|]+\s+){0,20}?(?:install|i|add)\s+([^;&|]*)/g)];
    const name = lists.flatMap(([, list = ""]) => floatingPackage.exec(` ${list}`)?.[1] ?? [])[0];
    return name === undefined ? [] : [{ read: written(spot), kind: "package" as const, name }];
  });
}
