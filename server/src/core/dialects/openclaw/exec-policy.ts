/**
 * The exec policy in force for one agent in one kind of session: host, security, ask and the answer to an unanswered prompt, with the
 * layers that decided. Knows nothing of tools: whether the agent has the exec tool at all is not asked here.
 */
import type { Because, ExecPolicy, SessionKind } from "../../grants/grant.ts";
import { at, member, readWord, type Place } from "../../reader.ts";
import type { Read, UnsetRead } from "../../read.ts";
import { askWords, securityWords, type ApprovalFields, type ApprovalsDocument, type Ask, type Security } from "./approvals.ts";
import { execModes, modePolicies, type ExecMode } from "./tables/exec-modes.ts";
import type { Behaviour } from "./releases.ts";

export interface ExecQuestion {
  /** The root of the config. */
  readonly config: Place;
  /** The agent's id, lower case as the program keeps it, and its own entry where it has one. */
  readonly agentId: string;
  readonly agent: Place | undefined;
  readonly approvals: ApprovalsDocument;
  readonly behaviour: Behaviour;
  readonly session: { readonly kind: SessionKind; readonly sandboxed: boolean };
}

/** One value with the layer it came from. `value` is undefined when it cannot be known. */
export interface Layered<Value> {
  readonly value: Value | undefined;
  readonly because: Because;
}

/**
 * What the two files make of exec. Where a setting of the config cannot be known the strictest answer is given, where the approvals
 * document is not known it is taken to add nothing; in both cases the answer is not certain.
 * The kind of session makes no difference beyond whether it is sandboxed, so one answer serves all that are alike in that.
 * `unchecked` comes with `full` and `off`, also inside a sandbox: no policy is asked there.
 */
export function resolveExecPolicy(asked: ExecQuestion): ExecPolicy {
  const question = { ...asked, layers: execLayers(asked) };
  const { session, behaviour } = question;
  const host = resolveHost(question);
  const security = resolveRequested(question, securityField);
  if (host.value === undefined) return uncertain(question, host.because, security.because);
  if (host.value === "auto" && session.sandboxed && behaviour.autoLeavesSandbox !== "never") {
    const outside = behaviour.autoLeavesSandbox === "to-gateway" ? "gateway" : "node";
    const says = `${host.because.says}, and the model may ask for the ${outside} from inside the sandbox`;
    return resolveOnHost(question, outside, { ...host.because, says }, security);
  }
  const target = host.value === "auto" ? (session.sandboxed ? "sandbox" : "gateway") : host.value;
  if (target !== "sandbox") return resolveOnHost(question, target, host.because, security);
  if (session.sandboxed) return resolveInSandbox(host.because, security, behaviour);
  const unwritten = host.because.read.state === "unset";
  if (behaviour.sandboxHostWithoutSandbox === "unchecked" || unwritten) {
    const says = "the host is the sandbox and this session has none, so commands run on the gateway's host and no policy is asked";
    return unchecked("gateway", [{ ...host.because, says }, security.because]);
  }
  const says = "the host is the sandbox and this session has none, so every command is refused";
  return refused("sandbox", [{ ...host.because, says }]);
}

/** What the config asks for, before the approvals document has its say. */
export function requestedExec(asked: ExecQuestion): { readonly security: Layered<Security>; readonly ask: Layered<Ask> } {
  const question = { ...asked, layers: execLayers(asked) };
  return { security: resolveRequested(question, securityField), ask: resolveRequested(question, askField) };
}

/** The policy of commands that were taken to the gateway's host, whatever host is written. */
export function execOnGateway(asked: ExecQuestion, because: Because): ExecPolicy {
  const question = { ...asked, layers: execLayers(asked) };
  return resolveOnHost(question, "gateway", because, resolveRequested(question, securityField));
}

function resolveInSandbox(host: Because, security: Layered<Security>, behaviour: Behaviour): ExecPolicy {
  const written = security.because.read.state !== "unset";
  if (behaviour.denyInSandbox === "ignored" || !written) return unchecked("sandbox", [host, security.because]);
  if (security.value === "deny") return refused("sandbox", [security.because, host]);
  if (security.value !== undefined) return unchecked("sandbox", [host, security.because]);
  return { ...refused("sandbox", [security.because, host]), certain: false };
}

function resolveOnHost(question: LayeredQuestion, host: "gateway" | "node", because: Because, requested: Layered<Security>): ExecPolicy {
  const { approvals, behaviour } = question;
  if (approvals.state === "blocking") return refused(host, [blockedBy(approvals), because]);
  if (approvals.state === "refused" && behaviour.brokenApprovals === "deny") return refused(host, [refusedBy(approvals), because]);
  const requestedAsk = resolveRequested(question, askField);
  const security = combine(requested, resolveFloor(question, "security", securityField.ofApprovals), strictestFirst);
  const ask = combine(requestedAsk, resolveFloor(question, "ask", askField.ofApprovals), mostAskingFirst);
  const floor = resolveFloor(question, "askFallback", (fields) => fields.askFallback);
  const fallback = floor?.value ?? behaviour.unsetAskFallback;
  const capped = behaviour.askFallbackCap === "security" ? stricter(fallback, security.value) : fallback;
  const known = approvals.state !== "unknown";
  const denied = security.value === "deny" && security.certain;
  const prompts = ask.value === "always" || (ask.value === "on-miss" && security.value === "allowlist");
  const fallbackBecause = floor?.because ?? defaultOf(question, "askFallback", behaviour.unsetAskFallback);
  const unknown = known ? [] : [unknownDocument(approvals)];
  return {
    host,
    security: security.value,
    ask: ask.value,
    askFallback: capped,
    unchecked: false,
    because: [...security.because, ...ask.because, ...(prompts ? [fallbackBecause] : []), ...unknown, because],
    certain: denied || (security.certain && ask.certain && known),
  };
}

/** The stricter of what the config asks for and what the approvals document allows, by an order that begins with the strictest word. */
function combine<Word extends string>(
  requested: Layered<Word>,
  floor: Layered<Word> | undefined,
  order: readonly [Word, ...Word[]],
): { readonly value: Word; readonly because: readonly Because[]; readonly certain: boolean } {
  const [strictest] = order;
  const because = floor ? [requested.because, floor.because] : [requested.because];
  if (requested.value === undefined && floor?.value !== strictest) return { value: strictest, because, certain: false };
  const rank = (word: Word | undefined) => (word === undefined ? order.length : order.indexOf(word));
  const floorDecides = rank(floor?.value) < rank(requested.value);
  const value = (floorDecides ? floor?.value : requested.value) ?? strictest;
  return { value, because: floorDecides ? because.reverse() : because, certain: true };
}

const strictestFirst = ["deny", "allowlist", "full"] as const;
const mostAskingFirst = ["always", "on-miss", "off"] as const;

/** A field of the policy: its name in both files, its words, and what modes and releases mean by it. */
interface Field<Word extends string> {
  readonly name: "security" | "ask";
  readonly words: readonly Word[];
  readonly ofMode: (mode: ExecMode) => Word;
  readonly ofDefault: (behaviour: Behaviour) => Word;
  readonly ofApprovals: (fields: ApprovalFields) => Read<Word>;
}

const securityField: Field<Security> = {
  name: "security",
  words: securityWords,
  ofMode: (mode) => modePolicies[mode].security,
  ofDefault: (behaviour) => behaviour.unsetExecPolicy.security,
  ofApprovals: (fields) => fields.security,
};

const askField: Field<Ask> = {
  name: "ask",
  words: askWords,
  ofMode: (mode) => modePolicies[mode].ask,
  ofDefault: (behaviour) => behaviour.unsetExecPolicy.ask,
  ofApprovals: (fields) => fields.ask,
};

/** What the approvals document says for this agent: its own entry, then the wildcard entry, then the defaults. */
export function resolveFloor<Word extends string | boolean>(
  { approvals, agentId, behaviour }: Pick<ExecQuestion, "approvals" | "agentId" | "behaviour">,
  name: string,
  readField: (fields: ApprovalFields) => Read<Word>,
): Layered<Word> | undefined {
  const own = approvals.agents.get(agentId);
  const isHidden = behaviour.approvalsReader === "exact" && own?.shadowed.includes(name);
  const layers = [
    { layer: `exec-approvals agents.${agentId}`, fields: own },
    { layer: "exec-approvals agents.*", fields: isHidden ? undefined : approvals.agents.get("*") },
    { layer: "exec-approvals defaults", fields: approvals.defaults },
  ];
  for (const { layer, fields } of layers) {
    const read = fields && readField(fields);
    if (read?.state === "set") return { value: read.value, because: { layer, says: `${name} is ${JSON.stringify(read.value)}`, read } };
  }
  return undefined;
}

/** What the config asks for: the agent's own block over the global one, a mode standing for both fields of its block. */
function resolveRequested<Word extends string>(question: LayeredQuestion, field: Field<Word>): Layered<Word> {
  for (const { layer, place } of question.layers) {
    if (question.behaviour.execMode) {
      const mode = readWord(member(place, "mode"), execModes);
      if (mode.state === "set") {
        const value = field.ofMode(mode.value);
        return { value, because: { layer, says: `mode "${mode.value}" means ${field.name} "${value}"`, read: mode } };
      }
      if (mode.state === "unknown") return { value: undefined, because: { layer, says: mode.why, read: mode } };
    }
    const read = readWord(member(place, field.name), field.words);
    if (read.state === "set") return { value: read.value, because: { layer, says: `${field.name} is "${read.value}"`, read } };
    if (read.state === "unknown") return { value: undefined, because: { layer, says: read.why, read } };
  }
  const standIn = question.behaviour.unsetFromApprovals.includes(field.name) ? field.ofApprovals(question.approvals.defaults) : undefined;
  if (standIn?.state === "set") {
    const says = `${field.name} is "${standIn.value}"`;
    return { value: standIn.value, because: { layer: "exec-approvals defaults", says, read: standIn } };
  }
  const value = field.ofDefault(question.behaviour);
  return { value, because: defaultOf(question, field.name, value) };
}

function resolveHost(question: LayeredQuestion): Layered<"auto" | "sandbox" | "gateway" | "node"> {
  const words = question.behaviour.unsetExecHost === "auto" ? (["auto", ...hosts] as const) : hosts;
  for (const { layer, place } of question.layers) {
    const read = readWord(member(place, "host"), words);
    if (read.state === "set") return { value: read.value, because: { layer, says: `host is "${read.value}"`, read } };
    if (read.state === "unknown") return { value: undefined, because: { layer, says: read.why, read } };
  }
  const unset = question.behaviour.unsetExecHost;
  const value = unset === "sandbox-or-gateway" ? (question.session.sandboxed ? "sandbox" : "gateway") : unset;
  return { value, because: defaultOf(question, "host", value) };
}

const hosts = ["sandbox", "gateway", "node"] as const;

interface Layer {
  readonly layer: string;
  readonly place: Place;
}

/** A question with the blocks that can say something, the winning one first; the global one always comes last. */
interface LayeredQuestion extends ExecQuestion {
  readonly layers: readonly [...Layer[], Layer];
}

function execLayers({ agent, config }: ExecQuestion): readonly [...Layer[], Layer] {
  const common = { layer: "tools.exec", place: at(config, "tools", "exec") };
  return agent ? [{ layer: "tools.exec (agent)", place: at(agent, "tools", "exec") }, common] : [common];
}

/** A default sits where the setting would be written. */
function defaultOf(question: LayeredQuestion, name: string, value: string): Because {
  const [common] = question.layers.slice(-1);
  const place = member(common?.place ?? question.config, name);
  const read: UnsetRead = { state: "unset", at: place.at, path: place.path };
  return { layer: `default of ${question.behaviour.release}`, says: `${name} is "${value}"`, read };
}

function blockedBy(approvals: ApprovalsDocument): Because {
  const read: UnsetRead = { state: "unset", at: approvals.at, path: approvals.path };
  return { layer: approvals.name, says: `${approvals.why}, so every host command fails`, read };
}

function refusedBy(approvals: ApprovalsDocument): Because {
  const read: UnsetRead = { state: "unset", at: approvals.at, path: approvals.path };
  return { layer: "exec-approvals", says: `${approvals.why}, so every host command is refused`, read };
}

function unknownDocument(approvals: ApprovalsDocument): Because {
  const read = { state: "unknown" as const, at: approvals.at, path: approvals.path, why: approvals.why };
  return { layer: "exec-approvals", says: `${approvals.why}: it may restrict further`, read };
}

function stricter(one: Security, other: Security): Security {
  return securityWords.indexOf(one) <= securityWords.indexOf(other) ? one : other;
}

function unchecked(host: "sandbox" | "gateway", because: readonly Because[]): ExecPolicy {
  return { host, security: "full", ask: "off", askFallback: "full", unchecked: true, because, certain: true };
}

function refused(host: "sandbox" | "gateway" | "node", because: readonly Because[]): ExecPolicy {
  return { host, security: "deny", ask: "off", askFallback: "deny", unchecked: false, because, certain: true };
}

/** A host that cannot be known: nothing is claimed. */
function uncertain({ session }: ExecQuestion, ...because: Because[]): ExecPolicy {
  return { ...refused(session.sandboxed ? "sandbox" : "gateway", because), certain: false };
}
