/** Which grants somebody else's text leads to: a text comes up in a kind of session, and only what that session holds answers to it at once. */
import type { Edit, Json } from "../finding.ts";
import { byDecision, overlap, ownGrants, type Agent, type Capability, type Exposure, type Gate, type Grant, type Reach } from "./grant.ts";
import type { EffectivePolicy } from "./policy.ts";
import { byDecisionOrSilence } from "./silence.ts";

/** Grants of one capability that text from outside leads to, decided in one place. */
export interface Way {
  readonly agents: readonly string[];
  readonly grants: readonly [Grant, ...Grant[]];
  /** What brings the text in. */
  readonly texts: readonly Exposure[];
  /** Anyone can write to these agents directly; otherwise they come across what others write: pages, hooks, groups. */
  readonly isOpen: boolean;
}

/** One of them for each deciding place: the door where strangers write, the grant itself otherwise. */
export function waysTo(policy: EffectivePolicy, capability: Capability, accepts: (grant: Grant) => boolean = () => true): Way[] {
  const found = policy.agents.flatMap((agent) => {
    const grants = ownGrants(agent, capability).filter((grant) => grant.certain && grant.gate !== "deny" && accepts(grant));
    const way = grants.map((grant) => wayTo(agent, grant)).sort((one, other) => Number(other?.isOpen) - Number(one?.isOpen))[0];
    return way ?? [];
  });
  const open = byDecision(
    found.filter(({ isOpen }) => isOpen),
    ({ texts }) => texts,
  );
  const reading = byDecisionOrSilence(
    found.filter(({ isOpen }) => !isOpen),
    ({ grant }) => [grant],
  );
  return [...open, ...reading].map(([first, ...others]) => ({
    agents: [first, ...others].map(({ grant }) => grant.agent),
    grants: [first.grant, ...others.map(({ grant }) => grant)],
    texts: [first, ...others].flatMap(({ texts }) => texts),
    isOpen: first.isOpen,
  }));
}

interface SingleWay {
  readonly grant: Grant;
  readonly texts: readonly Exposure[];
  readonly isOpen: boolean;
}

function wayTo(agent: Agent, grant: Grant): SingleWay | undefined {
  const texts = textsBefore(agent, grant);
  const open = texts.filter(isOpenDoor);
  if (open.length > 0) return { grant, texts: open, isOpen: true };
  return texts.length > 0 ? { grant, texts, isOpen: false } : undefined;
}

/** The text from outside that comes up in a session which holds the grant. */
function textsBefore(agent: Agent, grant: Grant): Exposure[] {
  return agent.exposures.filter((exposure) => exposure.certain && isForeign(exposure) && overlap(exposure.sessions, grant.sessions));
}

/** Whether the agent holds such a grant in a session that text from outside comes up in. */
export function actsOnText(agent: Agent, capability: Capability, wanted: { readonly reach?: Reach } = {}): boolean {
  return ownGrants(agent, capability, wanted).some((grant) => grant.certain && textsBefore(agent, grant).length > 0);
}

/** Text nobody in charge has written or checked. People who were let in one by one do not count, nor do other agents. */
function isForeign(exposure: Exposure): boolean {
  return exposure.who === "open" || exposure.through === "hook" || exposure.through === "group";
}

/** Anyone can put a text before the agent without its doing: it need not open a page. */
export function isOpenDoor({ who, through }: Exposure): boolean {
  return who === "open" && (through === "direct-message" || through === "group" || through === "mail");
}

/** Where to speak of a way, and what it rests on: the doors first. */
export function placeOf({ grants: [grant], texts, isOpen }: Way): Grant {
  return isOpen ? { ...grant, because: [...texts.flatMap(({ because }) => because), ...grant.because] } : grant;
}

/** The edits that take grants away from all their agents; none where one of them would keep its own. */
export function denying(grants: readonly Grant[], tighten: TightenTo<"deny">): Edit[] {
  return gating(grants, "deny", tighten);
}

type TightenTo<Wanted extends Gate> = (grant: Grant, to: { readonly gate: Wanted }) => readonly Edit[];

/** The edits that put something before grants of all their agents; none where one of them would keep its own as it is. */
export function gating<Wanted extends Gate>(grants: readonly Grant[], gate: Wanted, tighten: TightenTo<Wanted>): Edit[] {
  const each = grants.map((grant) => tighten(grant, { gate }));
  return each.some(({ length }) => length === 0) ? [] : joined(each.flat());
}

/** Edits of the same list as one: each of them was made for itself alone. */
function joined(edits: readonly Edit[]): Edit[] {
  const places = new Map<string, Edit>();
  for (const edit of edits) {
    const list = listOf(edit);
    const key = JSON.stringify(list ? [edit.file, edit.path] : edit);
    const known = listOf(places.get(key));
    places.set(key, list && known && edit.op === "set" ? { ...edit, value: [...new Set([...known, ...list])] } : edit);
  }
  return [...places.values()];
}

/** The list an edit writes, where it writes one. */
function listOf(edit: Edit | undefined): readonly Json[] | undefined {
  return edit?.op === "set" && Array.isArray(edit.value) ? (edit.value as readonly Json[]) : undefined;
}
