/** What the trace of messages between editor and server may say: their names. Their content is the text of people's files, secrets included. */
import type { LogOutputChannel } from "vscode";

/** The channel itself, but for traces, of which it gets no more than the first line. */
export function traceOf(log: LogOutputChannel): LogOutputChannel {
  const trace = (message: string): void => log.trace(withoutContent(message));
  return Object.create(log, { trace: { value: trace } }) as LogOutputChannel;
}

/** The client writes a message's name on the first line and its content below; as JSON it is all content. */
export function withoutContent(message: string): string {
  return message.startsWith("{") ? "a message" : (message.split("\n", 1)[0] ?? "");
}
