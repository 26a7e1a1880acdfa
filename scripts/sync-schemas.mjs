#!/usr/bin/env node
/**
 * Writes schemas/ from the published OpenClaw packages: per release the config schema, the schema of the approvals document, the paths of secrets and
 * the names the validator knows. Structure and constraints only; no titles, no descriptions.
 *
 *   node scripts/sync-schemas.mjs
 *
 * Installs the packages, and a Node that can run them, where the oracle keeps them. To add a release: a row in `sync-schemas/approvals.mjs` and in
 * `sync-schemas/assemble.mjs`, then whatever the run stops at.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installNode, installOpenClaw } from "../test/oracle/install.mjs";
import { approvalsByRelease } from "./sync-schemas/approvals.mjs";
import { assemble } from "./sync-schemas/assemble.mjs";
import { printJson } from "./sync-schemas/print-json.mjs";
import { describeSources } from "./sync-schemas/sources.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(here, "..", "schemas");

const sources = [];
for (const release of Object.keys(approvalsByRelease)) {
  const raw = readPackage(installOpenClaw(release));
  const { config, sensitive, registry } = assemble(raw);
  const folder = path.join(target, release);
  fs.mkdirSync(folder, { recursive: true });
  const files = {
    "config.json": config,
    "approvals.json": approvalsByRelease[release],
    "sensitive.json": sensitive,
    "registry.json": registry,
  };
  for (const [name, value] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), printJson(value));
  sources.push({
    release,
    ...raw.origin,
    rules: raw.rules,
    sizes: Object.fromEntries(Object.entries(files).map(([name, value]) => [name, JSON.stringify(value).length])),
  });
}
fs.writeFileSync(path.join(target, "SOURCES.md"), describeSources(sources));

/** Each release is read in a process of its own: their modules do not go together. */
function readPackage(folder) {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "grantlint-sync-")), "raw.json");
  const run = spawnSync(installNode(), [path.join(here, "sync-schemas", "read-package.mjs"), folder, file], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  if (run.status !== 0) throw new Error(`${folder}: ${run.stderr}`);
  const raw = JSON.parse(fs.readFileSync(file, "utf8"));
  fs.rmSync(path.dirname(file), { recursive: true });
  return raw;
}
