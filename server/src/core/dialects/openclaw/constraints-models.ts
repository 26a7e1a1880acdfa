/** Rules over several keys of model providers and of references to models. Source: the packages' own validation, read and run. */
import { elements, findMember, members, type Node } from "../../syntax/tree.ts";
import { select, type Complaint, type Constraint, type Scope } from "./constraints-types.ts";
import { during, isOpen, keyOf, middle, newest, objectMembers, text } from "./constraints-values.ts";

const agents = ["agents.defaults", "agents.list.*", "agents.entries.*"];

export const modelConstraints: readonly Constraint[] = [
  ...during({ since: middle }, [
    { at: ["models.providers"], judge: judgeProviders },
    { at: [""], judge: judgeWithheldModels },
  ]),
  ...during({ since: newest }, [
    { at: agents.map((path) => `${path}.models`), judge: judgeModelMap },
    { at: ["agents.defaults.modelPolicy.allow"], judge: (allow, { root }) => judgePolicy(allow, select(root, "agents.defaults.models")) },
    { at: ["agents.list.*", "agents.entries.*"], judge: judgeAgentPolicy },
  ]),
];

/** Providers OpenClaw does not know must say where they are and what they offer. */
function judgeProviders(providers: Node, { registry }: Scope): Complaint[] {
  const builtIn = new Set(registry.builtInProviders);
  return objectMembers(providers).flatMap(({ key, keyNode, value }) => {
    if (builtIn.has(key.trim().toLowerCase()) || isOpen(value)) return [];
    const baseUrl = findMember(value, "baseUrl");
    const missing = [
      ...(baseUrl === undefined || (baseUrl.type === "string" && baseUrl.value === "") ? ['"baseUrl"'] : []),
      ...(findMember(value, "models") === undefined ? ['"models"'] : []),
    ];
    return missing.length === 0 ? [] : [{ node: keyNode, message: `A provider OpenClaw does not know needs ${missing.join(" and ")}` }];
  });
}

/** Settings of one model only make sense for one exact model. */
function judgeModelMap(models: Node): Complaint[] {
  return objectMembers(models).flatMap(({ key, value }): Complaint[] => {
    if (!key.includes("*") && isModelRef(key)) return [];
    return ["pickerRuntimes", "codeMode"]
      .filter((name) => findMember(value, name))
      .map((name) => ({ node: keyOf(value, name), message: `"${name}" needs an exact model, written as provider/model` }));
  });
}

function isModelRef(text: string): boolean {
  const trimmed = text.trim();
  const slash = trimmed.indexOf("/");
  return slash > 0 && trimmed.slice(0, slash).trim() !== "" && trimmed.slice(slash + 1).trim() !== "";
}

function judgeAgentPolicy(agent: Node, { root }: Scope): Complaint[] {
  const allow = findMember(findMember(agent, "modelPolicy"), "allow");
  const own = findMember(agent, "models");
  return allow ? judgePolicy(allow, [...select(root, "agents.defaults.models"), ...(own ? [own] : [])]) : [];
}

const exceptions = ["openrouter:auto", "openrouter:free"];

/** An alias, an exact model, or a wildcard at the end. */
function judgePolicy(allow: Node, maps: readonly Node[]): Complaint[] {
  if (maps.some(isOpen)) return [];
  const aliases = maps.flatMap((map) => members(map).map(({ value }) => text(findMember(value, "alias"))?.trim().toLowerCase() ?? ""));
  return elements(allow).flatMap((node) => {
    const ref = text(node)?.trim();
    if (ref === undefined) return [];
    const lower = ref.toLowerCase();
    const isKnown = (lower !== "" && aliases.includes(lower)) || exceptions.includes(lower);
    return isKnown || isExact(ref) || isWildcard(ref)
      ? []
      : [{ node, message: "This is neither an alias, nor provider/model, nor a wildcard such as provider/*" }];
  });
}

function isExact(ref: string): boolean {
  const steps = ref.split("/");
  return steps.length >= 2 && steps.every(isPlainStep);
}

function isWildcard(ref: string): boolean {
  const steps = ref.split("/").map((step) => step.trim());
  return steps.length >= 2 && steps.at(-1) === "*" && steps.slice(0, -1).every(isPlainStep);
}

function isPlainStep(step: string): boolean {
  return step !== "" && !/[*\s\p{Cc}]/u.test(step);
}

/** Where a config refers to a model by `provider/model`. */
const modelPlaces: readonly string[] = [
  ...agents.flatMap((agent) => [
    ...[
      "model",
      "utilityModel",
      "imageModel",
      "voiceModel",
      "pdfModel",
      "imageGenerationModel",
      "videoGenerationModel",
      "musicGenerationModel",
    ].map((key) => `${agent}.${key}`),
    ...["image", "video", "music"].map((key) => `${agent}.mediaModels.${key}`),
    ...["heartbeat.model", "subagents.model", "compaction.model", "compaction.memoryFlush.model"].map((key) => `${agent}.${key}`),
    ...["tools.exec.reviewer.model", "tts.summaryModel"].map((key) => `${agent}.${key}`),
  ]),
  ...[
    "tools.exec.reviewer.model",
    "tools.media.*.preferredModel",
    "channels.modelByChannel.*.*",
    "hooks.mappings.*.model",
    "hooks.gmail.model",
  ],
  ...["tts.summaryModel", "messages.tts.summaryModel", "channels.discord.voice.model"],
];

function judgeWithheldModels(root: Node, { registry }: Scope): Complaint[] {
  const withheld = new Set(registry.withheldModels);
  const named = modelPlaces
    .flatMap((path) => select(root, path))
    .flatMap((node) => [node, findMember(node, "primary"), ...elements(findMember(node, "fallbacks"))]);
  const keys = agents.flatMap((agent) => select(root, `${agent}.models`)).flatMap((map) => members(map).map(({ keyNode }) => keyNode));
  return [...named, ...keys].flatMap((node) => {
    const ref = node && text(node)?.trim().toLowerCase();
    return node && ref !== undefined && withheld.has(ref) ? [{ node, message: `OpenClaw no longer offers the model ${ref}` }] : [];
  });
}
