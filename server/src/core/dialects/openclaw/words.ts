/**
 * The names a release knows, where a config names them: tools, groups and profiles in lists of tools, agents where another agent, a binding or a
 * door names one, programs in allowlists. Schemas take any text there; what it means decides.
 */
import { contractRole } from "../../contract.ts";
import type { Capability } from "../../grants/grant.ts";
import { capabilityCards } from "../../capability-cards.ts";
import { cards, techniqueLinks } from "../../atlas/cards.ts";
import { listWords } from "../../wording.ts";
import type { Path } from "../../syntax/tree.ts";
import type { Word, WordKind, WordQuestion } from "../dialect.ts";
import { code } from "../../markdown.ts";
import { catalogueOf, namesIn, noTools, type Catalogue, type Mask } from "./catalogue.ts";
import { namesAgent } from "./mentions.ts";
import { namesProgram, programWords } from "./program-words.ts";
import { normalizeId } from "./roster.ts";
import { tableRelease } from "./target-release.ts";
import { toolCapabilities } from "./tables/capabilities.ts";
import { toolPurposes } from "./tables/tool-purposes.ts";

export function wordsAt(question: WordQuestion): readonly Word[] {
  const { role, path } = question;
  const version = tableRelease(question.release);
  if (namesProgram(role, path)) return programWords(question);
  if (role === "approvals" || role === contractRole)
    return path.length === 2 && path[0] === "agents" ? [...agentWords(question), everyAgent] : [];
  if (isToolList(path)) return [...groupWords(catalogueOf(version), version), ...toolWords(catalogueOf(version), version)];
  if (path.at(-1) === "profile" && path.includes("tools")) return profileWords(catalogueOf(version), version);
  return namesAgent(path) ? agentWords(question) : [];
}

const listKeys: readonly unknown[] = ["allow", "alsoAllow", "deny"];

/** `tools.deny[2]`, `tools.sandbox.tools.allow[0]`, `channels.telegram.groups["-1"].toolsBySender["*"].deny[0]`. */
function isToolList(path: Path): boolean {
  const [list, index] = path.slice(-2);
  const isEntry = listKeys.includes(list) && typeof index === "number";
  return (
    isEntry &&
    path.slice(0, -2).some((segment) => segment === "tools" || segment === "toolsBySender") &&
    !path.includes("agentToAgent") &&
    path[0] !== "gateway"
  );
}

function toolWords(catalogue: Catalogue, release: string): Word[] {
  return namesIn(catalogue, catalogue.all).map((name) => ({
    word: name,
    kind: "tool",
    detail: toolPurposes[name] ?? "a tool of a plugin",
    about: aboutTool(catalogue, name, release),
    isSame: (written) => catalogue.normalize(written) === name,
  }));
}

function aboutTool(catalogue: Catalogue, name: string, release: string): string {
  const bit = catalogue.tool(name);
  const groups = [...catalogue.groups].filter(([, mask]) => (mask & bit) !== noTools).map(([group]) => `\`${group}\``);
  const profiles = [...catalogue.profiles].filter(([, mask]) => (mask & bit) !== noTools).map(([profile]) => `\`${profile}\``);
  const capability = toolCapabilities.find(({ tools }) => tools.includes(name))?.capability;
  const card = capability && capabilityCards[capability];
  return [
    `**${name}** ${toolPurposes[name] ?? "is a tool of a plugin"}.`,
    `In OpenClaw ${release}: ${groups.length > 0 ? `in ${listWords(groups, 5)}` : "in no group"}; ${profiles.length > 0 ? `in the profiles ${listWords(profiles, 5)}` : "in no profile but `full`"}.`,
    ...(card ? [`What can go wrong: ${card.danger}.`, ...cards(card)] : []),
  ].join("\n\n");
}

function groupWords(catalogue: Catalogue, release: string): Word[] {
  return [...catalogue.groups].map(([name, mask]) => wordOf(name, "group", mask, catalogue, release));
}

function profileWords(catalogue: Catalogue, release: string): Word[] {
  const limited = [...catalogue.profiles].map(([name, mask]) => wordOf(name, "profile", mask, catalogue, release));
  return [...limited, { ...wordOf("full", "profile", catalogue.all, catalogue, release), detail: "no limit: every tool" }];
}

/** A name that stands for several tools. */
function wordOf(name: string, kind: WordKind, mask: Mask, catalogue: Catalogue, release: string): Word {
  const members = namesIn(catalogue, mask);
  const capabilities = toolCapabilities
    .filter(({ tools }) => tools.some((tool) => members.includes(tool)))
    .map(({ capability }) => capability);
  return {
    word: name,
    kind,
    detail: listWords(members, 8),
    about: [
      `**${name}** in OpenClaw ${release}: ${members.map((member) => `\`${member}\``).join(" ")}`,
      ...(capabilities.length > 0 ? [given(capabilities)] : []),
      ...(members.includes("exec") || kind !== "group" ? [] : ["It does not include `exec`: the shell has to be named by itself."]),
    ].join("\n\n"),
    isSame: (written) => written.trim().toLowerCase() === name,
  };
}

/** Of a profile that gives nearly everything, what the first few open the way to is enough. */
const mostExplained = 4;

function given(capabilities: readonly Capability[]): string {
  const explained = capabilities.slice(0, mostExplained).map((capability) => {
    const { danger, techniques } = capabilityCards[capability];
    return `- \`${capability}\`: ${danger} (enables ${techniqueLinks(techniques)})`;
  });
  const rest = capabilities.slice(mostExplained).map((capability) => `\`${capability}\``);
  return ["Gives:\n", ...explained, ...(rest.length > 0 ? [`- ${rest.join(", ")}`] : [])].join("\n");
}

function agentWords({ policy }: WordQuestion): Word[] {
  return policy.agents.map(({ id }) => ({
    word: id,
    kind: "agent",
    detail: "an agent of this config",
    about: `${code(id)} is an agent of this config.`,
    isSame: (written) => normalizeId(written) === id,
  }));
}

const everyAgent: Word = {
  word: "*",
  kind: "agent",
  detail: "every agent",
  about: "Counts for every agent; an agent's own settings win over it, and allowlists add up.",
  isSame: (written) => written === "*",
};
