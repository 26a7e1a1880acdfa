/**
 * Puts real OpenClaw releases, and a Node that can run them, into a cache folder outside the project.
 *   node test/oracle/install.mjs 2026.6.1 [more releases]
 * Needs npm and a registry the first time; afterwards nothing. Knows nothing of what OpenClaw does.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** Releases that cannot be installed as published, and what npm must be told. Dependencies that moved to git or were never declared. */
const repairs = [
  {
    releases: /^2026\.2\./,
    overrides: { libsignal: "2.0.1", linkedom: "0.18.12" },
    dependencies: { "strip-ansi": "^7.2.0" },
  },
];

/** OpenClaw 2026.9.x asks for 24.16; the driver itself needs `module.registerHooks` of 22.15. One Node serves all releases. */
const node = { version: "24.21.0", atLeast: [24, 16] };

export function cacheFolder() {
  return process.env.GRANTLINT_CACHE ?? path.join(os.homedir(), ".cache", "grantlint");
}

/** @returns {string} the root of the installed package. @throws when npm cannot install it. */
export function installOpenClaw(release) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(release)) throw new Error(`not a release number: ${release}`);
  const folder = path.join(cacheFolder(), "openclaw", release);
  const root = path.join(folder, "node_modules", "openclaw");
  if (isInstalled(root, release)) return root;
  const repair = repairs.find(({ releases }) => releases.test(release));
  install(folder, { dependencies: { openclaw: release, ...repair?.dependencies }, overrides: repair?.overrides });
  if (!isInstalled(root, release)) throw new Error(`npm finished, but ${root} does not hold OpenClaw ${release}`);
  return root;
}

/** @returns {string} a Node new enough for every release: this one, one on the PATH of an earlier install, or one from npm. */
export function installNode() {
  if (isNewEnough(process.versions.node)) return process.execPath;
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = path.join(cacheFolder(), "node24");
  const binary = path.join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!fs.existsSync(binary)) install(folder, { dependencies: { [name]: node.version } });
  if (!fs.existsSync(binary))
    throw new Error(`no Node ${node.version} for ${process.platform}-${process.arch} on npm: run this under Node 24`);
  return binary;
}

function isInstalled(root, release) {
  const manifest = path.join(root, "package.json");
  return fs.existsSync(manifest) && JSON.parse(fs.readFileSync(manifest, "utf8")).version === release;
}

function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > node.atLeast[0] || (major === node.atLeast[0] && minor >= node.atLeast[1]);
}

function install(folder, manifest) {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, ...manifest }, null, 2));
  // No scripts: nothing of the package may run while it is being installed. Optional and peer parts serve models and native apps only.
  const args = [
    "install",
    "--ignore-scripts",
    "--omit=optional",
    "--omit=peer",
    "--omit=dev",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const result = spawnSync("npm", args, { cwd: folder, stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
  if (result.status !== 0) throw new Error(`npm install failed in ${folder}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(installNode());
  for (const release of process.argv.slice(2)) console.log(installOpenClaw(release));
}
