/** What becomes of a server that ends by itself: it is started again at once, unless it ends so often that nothing good would come of it. */
import type { LogOutputChannel } from "vscode";
import { CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient";

/** So many ends within so many milliseconds are too many. */
const mostCrashes = 5;
const period = 3 * 60_000;
/** Messages in a row that could not be read or written, until the connection counts as lost. */
const mostErrors = 3;

export interface Crashes {
  /** For the language client. Says nothing to the person by itself. */
  readonly handler: ErrorHandler;
  /** Counts from the beginning: somebody wants the server again. */
  readonly forget: () => void;
}

/** `giveUp`: called when the server is not started again. */
export function handleCrashes(log: LogOutputChannel, giveUp: () => void): Crashes {
  let crashes: number[] = [];
  const handler: ErrorHandler = {
    closed() {
      const now = Date.now();
      crashes = [...crashes.filter((time) => now - time < period), now];
      if (crashes.length < mostCrashes)
        return { action: CloseAction.Restart, message: "The server ended and is started again", handled: true };
      giveUp();
      return { action: CloseAction.DoNotRestart, message: `The server ended ${mostCrashes} times and stays off`, handled: true };
    },
    error(error, _message, count = 1) {
      log.error("The connection to the server failed", error);
      if (count <= mostErrors) return { action: ErrorAction.Continue, handled: true };
      giveUp();
      return { action: ErrorAction.Shutdown, handled: true };
    },
  };
  return { handler, forget: () => void (crashes = []) };
}
