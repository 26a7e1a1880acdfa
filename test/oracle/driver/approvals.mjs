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
 * @returns `answer`: what the release makes of it, where `loads` is false when it says something and none of it is in force;
 *   `restore`: puts the document back as it was given, after the release wrote to it; `lift`: where it blocks everything, takes it away for a moment.
 */
export function placeApprovals(context, question) {
  const given = typeof question.approvals === "string" ? question.approvals : JSON.stringify(question.approvals);
  // Patterns name programs by path, and the throwaway folder's path is not known beforehand.
  const text = given?.replaceAll("<bin>", context.home.bin);
  return approvalsHome(context) === "file" ? placeFile(context, text) : placeRow(context, text, question.approvalsAs ?? "row");
}

function placeFile({ found, home }, text) {
  const restore = () => {
    if (text === undefined) fs.rmSync(home.approvalsPath, { force: true });
    else fs.writeFileSync(home.approvalsPath, text, { mode: 0o600 });
  };
  restore();
  if (text === undefined) return { answer: { given: false, as: "file" }, restore };
  const loaded = attempt(() => found.loadExecApprovals());
  restore();
  return { answer: { given: true, as: "file", loads: !isEmptied(loaded, text) }, restore };
}

function placeRow(context, text, as) {
  const { found, home } = context;
  // A process that once saw no file does not look again; each case is a new process as far as this goes.
  found.resetExecApprovalsMigrationGateForTest?.();
  if (text === undefined) return { answer: { given: false, as }, restore: () => resetRow(context) };
  const strict = toVerdict(attempt(() => found.parsePersistedExecApprovals(text)));
  const lenient = setLeniently(context, text);
  const answer = { given: true, as, strict, lenient: lenient.verdict };
  if (as === "file") {
    const restore = () => {
      resetRow(context);
      found.resetExecApprovalsMigrationGateForTest?.();
      fs.writeFileSync(home.approvalsPath, text, { mode: 0o600 });
    };
    const lift = () => {
      fs.rmSync(home.approvalsPath, { force: true });
      found.resetExecApprovalsMigrationGateForTest?.();
    };
    restore();
    return { answer: { ...answer, loads: false, blocks: attempt(() => found.loadExecApprovals()).error }, restore, lift };
  }
  const raw = as === "row" ? text : lenient.document && JSON.stringify(lenient.document);
  const loads = as === "row" ? strict.ok : raw !== undefined;
  return { answer: { ...answer, loads }, restore: () => (raw === undefined ? resetRow(context) : storeRow(context, raw)) };
}

/** True when the release read nothing out of a document that is there: what it loads equals what it loads from an empty one. */
function isEmptied(loaded, text) {
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

/** The part that is policy. Ids of allowlist entries are made up anew each time. */
function withoutSecrets({ version, defaults, agents = {} }) {
  const withoutIds = (agent) => ({
    ...agent,
    ...(agent.allowlist ? { allowlist: agent.allowlist.map((entry) => ({ ...entry, id: undefined })) } : {}),
  });
  return { version, defaults, agents: Object.fromEntries(Object.entries(agents).map(([id, agent]) => [id, withoutIds(agent)])) };
}

function attempt(body) {
  try {
    return { value: body() };
  } catch (error) {
    return { error: String(error?.message ?? error).slice(0, 300) };
  }
}
