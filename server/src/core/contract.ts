/**
 * Reads the contract, `grantlint.json` beside a config: an object `agents`, by id or `"*"` for all, each with its purpose, what it needs, and why.
 * What is not understood is a problem with a place, and leaves open what the agent needs.
 */
import type { ConfigFile, ConfigSet, Dialect, Mention } from "./dialects/dialect.ts";
import { builtInFinding, type Finding } from "./finding.ts";
import { capabilities, isSameAgent, reaches, type Contract, type ContractEntry, type Need } from "./grants/contract.ts";
import type { EffectivePolicy } from "./grants/policy.ts";
import { elementsOf, member, membersOf, rootPlace, type Place } from "./reader.ts";
import { nearestWord } from "./schema/words.ts";
import type { Grammar, Location, Uri } from "./syntax/tree.ts";
import { baseNameOf } from "./uri.ts";

export const contractRole = "contract";
export const contractFileName = "grantlint.json";
/** Comments are welcome in it. */
export const contractGrammar: Grammar = "json5";

export function isContract(uri: Uri): boolean {
  return baseNameOf(uri) === contractFileName;
}

/** The name of the entry that holds for every agent. */
const everyAgent = "*";

interface ContractProblem {
  readonly at: Location;
  readonly message: string;
}

export interface ReadContract {
  readonly contract: Contract;
  readonly problems: readonly ContractProblem[];
}

export function readContract(set: ConfigSet): ReadContract {
  const file = set.files.find(({ role }) => role === contractRole);
  if (!file) {
    const isAbsent = set.missing.some(({ role, state }) => role === contractRole && state === "absent");
    return { contract: { state: isAbsent ? "absent" : "unknown", entries: [], evidence: set.evidence }, problems: [] };
  }
  const reader = new ContractReader(file);
  return { contract: { ...reader.read(), evidence: set.evidence }, problems: reader.problems };
}

/** What is wrong with the contract itself, as findings of their own: a contract that is not understood protects nobody. */
export function contractFindings(set: ConfigSet, { problems, contract }: ReadContract, { agents, roster }: EffectivePolicy): Finding[] {
  const malformed = set.files
    .filter(({ role }) => role === contractRole)
    .flatMap(({ uri, parsed }) =>
      parsed.problems.map(({ message, severity, offset, length }) =>
        toFinding({ at: { file: uri, start: offset, end: offset + length }, message }, severity),
      ),
    );
  const ids = agents.map(({ id }) => id);
  const strangers = contract.entries.flatMap(({ agent, at }) => {
    if (agent === undefined || roster.state === "unknown" || ids.some((id) => isSameAgent(agent, id))) return [];
    const nearest = nearestWord(agent, ids);
    return toFinding(
      { at, message: `There is no agent "${agent}"${nearest === undefined ? "" : `; did you mean "${nearest}"?`}` },
      "warning",
    );
  });
  return [...malformed, ...problems.map((problem) => toFinding(problem, "warning")), ...strangers];
}

function toFinding({ at, message }: ContractProblem, severity: Finding["severity"]): Finding {
  return builtInFinding({ rule: "contract", severity, message, at });
}

/** Where the contract names an agent: the keys of what it says of each. */
export function contractMentions({ entries }: Contract, { agentId }: Pick<Dialect, "agentId">): Mention[] {
  return entries.flatMap(({ agent, at }) => (agent === undefined ? [] : { id: agentId(agent), at, isDefinition: false, isKey: true }));
}

class ContractReader {
  readonly problems: ContractProblem[] = [];
  private readonly file: ConfigFile;
  /** Somebody is typing: what is missing may be on its way. */
  private readonly isBroken: boolean;

  constructor(file: ConfigFile) {
    this.file = file;
    this.isBroken = file.parsed.problems.some(({ severity }) => severity === "error");
  }

  read(): Contract {
    const root = rootPlace(this.file.parsed.root, this.file.uri, "the contract is empty");
    if (!this.isObject(root, "The contract")) return { state: "unknown", entries: [] };
    this.checkKeys(root, ["$schema", "agents"]);
    const agents = member(root, "agents");
    if (!agents.node && agents.unknown === undefined) return { state: "read", entries: [] };
    if (!this.isObject(agents, '"agents"')) return { state: "unknown", entries: [] };
    const entries = membersOf(agents).map(({ key, keyAt, place }) => this.entry(key, keyAt, place));
    return { state: "read", entries };
  }

  private entry(agent: string, at: Location, place: Place): ContractEntry {
    const before = this.problems.length;
    const isObject = this.isObject(place, `What is said of "${agent}"`);
    if (isObject) this.checkKeys(place, ["purpose", "needs", "reason"]);
    const list = member(place, "needs");
    const needs = isObject ? this.needs(list) : [];
    return {
      agent: agent === everyAgent ? undefined : agent,
      purpose: isObject ? this.text(place, "purpose") : undefined,
      reason: isObject ? this.text(place, "reason") : undefined,
      needs,
      // Nobody who left "needs" out has said that nothing is needed.
      certain: isObject && !this.isBroken && list.node !== undefined && this.problems.length === before,
      at,
      path: place.path,
    };
  }

  private needs(place: Place): Need[] {
    if (!place.node) return [];
    if (place.node.type !== "array") {
      this.complain(place, '"needs" must be a list');
      return [];
    }
    return elementsOf(place).flatMap((element) => this.need(element) ?? []);
  }

  /** A capability by its name alone, or an object that says more. */
  private need(place: Place): Need | undefined {
    if (place.node?.type !== "object") {
      const capability = this.word(place, capabilities, "capability");
      return capability && { capability, reach: undefined, programs: [], reason: undefined };
    }
    this.checkKeys(place, ["capability", "reach", "programs", "reason"]);
    const capability = this.word(member(place, "capability"), capabilities, "capability");
    const where = member(place, "reach");
    const reach = where.node ? this.word(where, reaches, "reach") : undefined;
    const programs = this.programs(member(place, "programs"));
    return capability && { capability, reach, programs, reason: this.text(place, "reason") };
  }

  private programs(place: Place): string[] {
    if (!place.node) return [];
    if (place.node.type !== "array") {
      this.complain(place, '"programs" must be a list');
      return [];
    }
    return elementsOf(place).flatMap((element) => {
      const value = element.node?.value;
      if (typeof value === "string" && value.trim() !== "") return [value.trim()];
      this.complain(element, "A program is named by a text");
      return [];
    });
  }

  private text(place: Place, key: string): string | undefined {
    const found = member(place, key);
    if (!found.node) return undefined;
    if (typeof found.node.value === "string") return found.node.value;
    this.complain(found, `"${key}" must be a text`);
    return undefined;
  }

  private word<Word extends string>(place: Place, words: readonly Word[], kind: string): Word | undefined {
    const value = place.node?.value;
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    const nearest = typeof value === "string" ? nearestWord(value, words) : undefined;
    const hint = nearest === undefined ? `; there are ${words.join(", ")}` : `; did you mean "${nearest}"?`;
    if (typeof value === "string") this.complain(place, `"${value}" is no ${kind}${hint}`);
    else this.complain(place, `A ${kind} is missing here`);
    return undefined;
  }

  private isObject(place: Place, what: string): boolean {
    if (place.node?.type === "object") return true;
    this.complain(place, `${what} must be an object`);
    return false;
  }

  private checkKeys(place: Place, known: readonly string[]): void {
    for (const { key, keyAt } of membersOf(place)) {
      if (known.includes(key)) continue;
      const nearest = nearestWord(key, known);
      this.problems.push({
        at: keyAt,
        message: `"${key}" means nothing here${nearest === undefined ? "" : `; did you mean "${nearest}"?`}`,
      });
    }
  }

  /** What is only half typed is the parser's to say. */
  private complain({ at, unknown }: Place, message: string): void {
    if (unknown === undefined || !this.isBroken) this.problems.push({ at, message });
  }
}
