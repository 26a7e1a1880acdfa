/** The extension in a browser: the same server, in a worker. */
import { Uri, type ExtensionContext } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from "vscode-languageclient/browser";
import { activateWith } from "./client.ts";

export function activate(context: ExtensionContext): void {
  const address = Uri.joinPath(context.extensionUri, "dist", "server.browser.js").toString(true);
  let worker: Worker | undefined;

  /**
   * A restart asks for a new worker, and nothing else ends the old one. The client is handed reader and writer, because it would not
   * know the worker as one: VS Code puts a class of its own in the place of `Worker`.
   */
  function startWorker(): Promise<MessageTransports> {
    worker?.terminate();
    worker = new Worker(address);
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  }

  activateWith(context, (options) => new LanguageClient("grantlint", "Grantlint", startWorker, options));
}
