/**
 * Programs from Debian for the tests in other editors. Installs nothing unless INSTALL_EDITORS is in the environment, and then not in two processes at
 * once: apt runs alone.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export const mayInstall = process.env["INSTALL_EDITORS"] !== undefined;

/** Whether that command can be run here and succeeds. */
export function succeeds(program: string, ...words: string[]): boolean {
  return spawnSync(program, words).status === 0;
}

let isUpdated = false;

function updateLists(): void {
  if (!isUpdated) execFileSync("apt-get", ["update", "-q"], { stdio: "inherit" });
  isUpdated = true;
}

/** Installs a package of this machine's own release. */
export function installPackage(name: string): void {
  updateLists();
  execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", name], { stdio: "inherit" });
}

/**
 * Unpacks packages of another release of Debian into a folder, whole or not at all, and installs none. They come from the mirror that this machine's
 * apt uses, and apt holds them against Debian's signatures, so no checksums stand here.
 */
export function unpackPackages(release: string, names: readonly string[], folder: string): void {
  updateLists();
  const known = ["--format", "$(REPO_URI)", "Created-By: Packages", "Origin: Debian", "Label: Debian", "Component: main"];
  const [mirror = ""] = execFileSync("apt-get", ["indextargets", ...known], { encoding: "utf8" }).split("\n");
  if (mirror === "") throw new Error(`apt knows no mirror of Debian here: install ${names.join(", ")} in another way.`);
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}-`);
  try {
    for (const part of ["lists/partial", "archives/partial", "packages", "root"]) mkdirSync(join(work, part), { recursive: true });
    writeFileSync(join(work, "sources.list"), `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror} ${release} main\n`);
    // An apt of its own: what it learns and brings stays in this folder, and what is installed here is as if it were not.
    writeFileSync(join(work, "status"), "");
    const options = {
      "Dir::Etc::SourceList": join(work, "sources.list"),
      "Dir::Etc::SourceParts": "/dev/null",
      "Dir::State": work,
      "Dir::State::Status": join(work, "status"),
      "Dir::Cache": work,
      "Acquire::Languages": "none",
      // The account that apt would go down to may not read here.
      "APT::Sandbox::User": "root",
    };
    const apt = (...words: string[]): void => {
      const settings = Object.entries(options).flatMap(([key, value]) => ["-o", `${key}=${value}`]);
      execFileSync("apt-get", ["-q", ...settings, ...words], { cwd: join(work, "packages"), stdio: "inherit" });
    };
    apt("update");
    apt("download", ...names);
    for (const name of readdirSync(join(work, "packages"))) {
      execFileSync("dpkg-deb", ["--extract", join(work, "packages", name), join(work, "root")]);
    }
    renameSync(join(work, "root"), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
