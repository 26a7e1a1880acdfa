/** Copies schemas/ to where it is shipped from, without white space: one folder per release, one file per part. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "schemas");

/**
 * @param {string} target the folder to write, usually `dist/schemas`
 * @returns {number} the number of bytes written
 */
export function buildSchemas(target) {
  let bytes = 0;
  for (const release of releases()) {
    fs.mkdirSync(path.join(target, release), { recursive: true });
    for (const [name, value] of parts(release)) {
      const text = JSON.stringify(value);
      fs.writeFileSync(path.join(target, release, name), text);
      bytes += Buffer.byteLength(text);
    }
  }
  return bytes;
}

/** All of it as one value, `{ [release]: { config, approvals, sensitive, registry } }`, for a host that cannot read files when asked. */
export function allSchemas() {
  return Object.fromEntries(
    releases().map((release) => [
      release,
      Object.fromEntries(parts(release).map(([name, value]) => [path.basename(name, ".json"), value])),
    ]),
  );
}

function releases() {
  return fs
    .readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function parts(release) {
  return fs
    .readdirSync(path.join(source, release))
    .sort()
    .map((name) => [name, JSON.parse(fs.readFileSync(path.join(source, release, name), "utf8"))]);
}
