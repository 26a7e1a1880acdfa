/**
 * Places a case's approvals document where the release keeps it, and says what the release makes of it.
 * Up to 7.x that is a file next to the config, later a row in a database; the file then blocks every host command.
 */
import fs from "node:fs";

/** Where this release keeps the document. */
export function approvalsHome({ found }) {
  return found.writeExecApprovalsConfigRow ? "row" : "file";
}

/**
 * @param question `approvals` is the document (text, or a value to be written as JSON); `approvalsAs` says how it got there:
 *   `file` (written next to the config), `row` (stored as it is), `set` (taken in by the lenient `approvals set`). Default: the release's own home.
 * @returns what the release makes of it; `loads` is false when none of it is in force.
 */
export function placeApprovals(context, question) {
  const { found, home } = context;
  const keeps = approvalsHome(context);
  const as = question.approvalsAs ?? keeps;
  const text = typeof question.approvals === "string" ? question.approvals : JSON.stringify(question.approvals);
  if (keeps === "row") resetRow(context);
  if (question.approvals === undefined) return { given: false, as };
  if (keeps === "file") {
    fs.writeFileSync(home.approvalsPath, text, { mode: 0o600 });
    return { given: true, as: "file", loads: !isEmptied(context, text) };
  }
  const strict = attempt(() => found.parsePersistedExecApprovals(text));
  const lenient = setLeniently(context, text);
  const answer = { given: true, as, strict: toVerdict(strict), lenient: lenient.verdict };
  if (as === "file") {
    fs.writeFileSync(home.approvalsPath, text, { mode: 0o600 });
    return { ...answer, loads: false, blocks: attempt(() => found.loadExecApprovals()).error };
  }
  if (as === "set") {
    if (lenient.document) storeRow(context, JSON.stringify(lenient.document));
    return { ...answer, loads: lenient.document !== undefined };
  }
  storeRow(context, text);
  return { ...answer, loads: answer.strict.ok };
}

/** True when the release read nothing out of a document that is there: what it loads equals what it loads from an empty one. */
function isEmptied({ found, home }, text) {
  const loaded = attempt(() => found.loadExecApprovals());
  // Loading may overwrite a broken file; the case's later questions must see the text as it was given.
  fs.writeFileSync(home.approvalsPath, text, { mode: 0o600 });
  if (loaded.error) return true;
  const { defaults, agents } = loaded.value;
  const isEmpty = Object.keys(agents ?? {}).length === 0 && Object.values(defaults ?? {}).every((value) => value === undefined);
  return isEmpty && !isEmptyDocument(text);
}

/** A document with no policy of its own loads as itself; only a document that says something can be emptied. */
function isEmptyDocument(text) {
  try {
    const { version, defaults, agents } = JSON.parse(text);
    return version === 1 && Object.keys(defaults ?? {}).length === 0 && Object.keys(agents ?? {}).length === 0;
  } catch {
    return false;
  }
}

function setLeniently({ found }, text) {
  const parsed = attempt(() => found.parseConfigJson5(text));
  const document = parsed.value?.ok ? parsed.value.parsed : undefined;
  if (document === null || typeof document !== "object" || Array.isArray(document)) {
    return { verdict: { ok: false, error: parsed.error ?? parsed.value?.error ?? "not an object" } };
  }
  const normalised = attempt(() => found.normalizeExecApprovals({ ...document, version: 1 }));
  if (normalised.error) return { verdict: { ok: false, error: normalised.error } };
  return { verdict: { ok: true, document: withoutSecrets(normalised.value) }, document: normalised.value };
}

function resetRow({ found }) {
  const { db } = found.openOpenClawStateDatabase();
  found.deleteExecApprovalsConfigRow(db);
}

function storeRow({ found }, raw) {
  const { db } = found.openOpenClawStateDatabase();
  found.writeExecApprovalsConfigRow({ db, file: { version: 1, agents: {} }, raw });
}

function toVerdict({ value, error }) {
  if (error) return { ok: false, error };
  return value?.ok === false ? { ok: false, error: String(value.error ?? value.reason ?? "malformed") } : { ok: true };
}

function withoutSecrets({ version, defaults, agents }) {
  return { version, defaults, agents };
}

function attempt(body) {
  try {
    return { value: body() };
  } catch (error) {
    return { error: String(error?.message ?? error).slice(0, 300) };
  }
}
