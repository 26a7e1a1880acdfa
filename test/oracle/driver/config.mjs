/** Writes a case's files into the home and has the release read its config the way every command does. Judges nothing. */
import fs from "node:fs";

const asText = (value) => (typeof value === "string" ? value : JSON.stringify(value));

/** Puts the files of a case in place of the previous case's. The approvals document is placed by `approvals.mjs`. */
export function placeFiles({ home }, question) {
  home.clear();
  home.enter(question.env);
  for (const [name, content] of Object.entries(question.extra ?? {})) home.write(name, asText(content));
  if (question.config === undefined) fs.rmSync(home.configPath, { force: true });
  else home.write("openclaw.json", asText(question.config));
}

/**
 * The release's own reading of the config: JSON5, includes, environment, migrations, schema and plugin schemas.
 * @returns {Promise<{ valid: boolean, errors: object[], warnings: object[], config: object }>}
 */
export async function readConfig({ found, home }) {
  found.clearRuntimeConfigSnapshot?.();
  const snapshot = await found.createConfigIO({ env: process.env, configPath: home.configPath }).readConfigFileSnapshot();
  const config = snapshot.config ?? {};
  if (snapshot.valid) found.setRuntimeConfigSnapshot?.(config, snapshot.sourceConfig ?? config);
  return { valid: snapshot.valid === true, errors: snapshot.issues ?? [], warnings: snapshot.warnings ?? [], config };
}
