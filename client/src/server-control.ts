/** Starts, restarts and stops the server behind a language client. Whenever it stays off, the person hears so: no findings would look like no dangers. */
import { l10n, window, type Disposable, type LogOutputChannel } from "vscode";
import { State, type BaseLanguageClient, type LanguageClientOptions } from "vscode-languageclient";
import { handleCrashes } from "./crashes.ts";

export interface ServerControl extends Disposable {
  readonly client: BaseLanguageClient;
  /** Harmless when it runs already. */
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
}

export interface ServerControlOptions {
  /** The handlers are for the client's options. */
  readonly createClient: (handlers: Pick<LanguageClientOptions, "errorHandler" | "initializationFailedHandler">) => BaseLanguageClient;
  readonly log: LogOutputChannel;
  /** Hears when the server stays off, and when it is back. */
  readonly tellState: (state: "off" | "on") => void;
}

/** None of the functions rejects. */
export function controlServer({ createClient, log, tellState }: ServerControlOptions): ServerControl {
  const crashes = handleCrashes(log, () =>
    tellOff(l10n.t("Grantlint's server ended several times in a short while and stays off: nothing is checked.")),
  );
  const client = createClient({ errorHandler: crashes.handler, initializationFailedHandler: () => false });
  // The client would show a message for each of its own errors: half a dozen for one crash.
  const logError = client.error.bind(client);
  client.error = (message, data) => logError(message, data, false);
  const listener = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) tellState("on");
    if (newState === State.StartFailed) tellState("off");
  });

  async function start(): Promise<void> {
    try {
      await client.start();
    } catch (error) {
      log.error("The server did not start", error);
      tellOff(l10n.t("Grantlint's server did not start: nothing is checked."));
    }
  }

  function tellOff(message: string): void {
    tellState("off");
    const again = l10n.t("Restart Server");
    const show = l10n.t("Show Output");
    void window.showErrorMessage(message, again, show).then((chosen) => {
      if (chosen === again) return restart();
      if (chosen === show) log.show();
      return undefined;
    });
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
    crashes.forget();
    await stop();
    await start();
  }

  return {
    client,
    start,
    restart,
    dispose: () => {
      listener.dispose();
      void stop();
    },
  };
}
