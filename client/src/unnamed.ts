/**
 * A document that was never saved has no file name, and the server goes by names. Towards the server it lies, as `openclaw.json`, in a
 * folder of its own: only documents in the config's language come so far. Beside it there is nothing that can be read, hence all
 * that the files beside it would decide stays unknown.
 */
import { Uri } from "vscode";

const name = "/openclaw.json";

/** With a slash, the document has the path it will be saved at, and keeps it. */
function isUnnamed({ scheme, path }: Uri): boolean {
  return scheme === "untitled" && !path.startsWith("/");
}

export const unnamedDocuments = {
  code2Protocol: (uri: Uri): string => uri.toString() + (isUnnamed(uri) ? name : ""),
  protocol2Code: (address: string): Uri => {
    const uri = Uri.parse(address);
    return isUnnamed(uri) && uri.path.endsWith(name) ? uri.with({ path: uri.path.slice(0, -name.length) }) : uri;
  },
};
