/** Starts, restarts and stops the server behind a language client, and turns a failure into one log line and one message. */
import { l10n, window, type Disposable, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

export interface ServerControl extends Disposable {
  /** Harmless when it runs already. */
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
}

/** None of the functions rejects. */
export function controlServer(client: BaseLanguageClient, log: LogOutputChannel): ServerControl {
  async function start(): Promise<void> {
    try {
      await client.start();
    } catch (error) {
      log.error("The server did not start", error);
      void window.showErrorMessage(l10n.t("Grantlint's server did not start. Its output says more: “Grantlint: Show Output”."));
    }
  }

  /** A server that does not answer is left behind; the client ends its process. */
  async function stop(): Promise<void> {
    if (!client.isRunning()) return;
    try {
      await client.stop();
    } catch (error) {
      log.warn("The server did not stop by itself", error);
    }
  }

  async function restart(): Promise<void> {
    await stop();
    await start();
  }

  return { start, restart, dispose: () => void stop() };
}
