/** Opens the config that OpenClaw itself uses, in the home folder of the machine the extension runs on. Reads that folder on this command only. */
import { commands, FileType, l10n, Uri, window, workspace } from "vscode";
import { isOurs } from "./documents.ts";

/** Where releases under each of the product's names keep their files. */
const folders = [".openclaw", ".moltbot", ".clawdbot"];

/** `findHome`: nothing in a browser, which has no home. */
export async function lintHome(findHome: (() => Uri) | undefined): Promise<void> {
  const home = findHome?.();
  for (const name of home ? folders : []) {
    const shown = home && (await openFilesIn(Uri.joinPath(home, name)));
    if (!shown) continue;
    await commands.executeCommand("workbench.actions.view.problems");
    return;
  }
  const missing = home
    ? l10n.t("There is no OpenClaw config in {0}.", Uri.joinPath(home, ".openclaw").fsPath)
    : l10n.t("A browser has no home folder.");
  void window.showInformationMessage(missing);
}

/** Opens every file of ours in a folder and shows the config; false when there is none. */
async function openFilesIn(folder: Uri): Promise<boolean> {
  const names = (await filesIn(folder)).filter((name) => /\.(json5?|jsonc|ya?ml)$/.test(name));
  const documents = await Promise.all(names.map((name) => workspace.openTextDocument(Uri.joinPath(folder, name))));
  const [first] = documents.filter(isOurs).sort((one, other) => Number(isConfig(other.uri)) - Number(isConfig(one.uri)));
  if (!first) return false;
  await window.showTextDocument(first);
  return true;
}

function isConfig({ path }: Uri): boolean {
  return /\/(openclaw|moltbot|clawdbot)\.json5?$/.test(path);
}

async function filesIn(folder: Uri): Promise<string[]> {
  try {
    return (await workspace.fs.readDirectory(folder)).filter(([, type]) => (type & FileType.File) !== 0).map(([name]) => name);
  } catch {
    // No such folder, or none we may look into: either way there is nothing to open.
    return [];
  }
}
