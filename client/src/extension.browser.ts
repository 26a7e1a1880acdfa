/** The extension in a browser: the same server, in a worker. */
import { Uri, type ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activateWith } from "./client.ts";

export function activate(context: ExtensionContext): void {
  const address = Uri.joinPath(context.extensionUri, "dist", "server.browser.js").toString(true);
  let worker: Worker | undefined;

  /** A restart asks for a new worker, and nothing else ends the old one. */
  function startWorker(): Promise<Worker> {
    worker?.terminate();
    worker = new Worker(address);
    return Promise.resolve(worker);
  }

  activateWith(context, (options) => new LanguageClient("grantlint", "Grantlint", startWorker, options));
}
