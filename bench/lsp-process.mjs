/** A language server as a process of its own: starts it, speaks LSP to it, and measures. Linux only for memory and CPU. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** Starts a server and tells it its settings, at once or for each document it asks about; `opened` and `changed` resolve to milliseconds until the diagnostics of that very version are published. */
export async function startServer(command, args, { settings, perDocument = null } = {}) {
  const begun = performance.now();
  const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const answers = new Map();
  const published = [];
  let waiting = () => {};
  let buffer = Buffer.alloc(0);
  let nextId = 1;
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
  };
  const receive = (message) => {
    if (message.method === "textDocument/publishDiagnostics") {
      published.push(message.params);
      waiting();
    } else if (message.method !== undefined && message.id !== undefined) {
      const items = message.method === "workspace/configuration" ? message.params.items.map(() => perDocument) : null;
      send({ id: message.id, result: items });
    } else answers.get(message.id)?.(message.result);
  };
  child.stdout.on("data", (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const end = buffer.indexOf("\r\n\r\n");
      const length = end < 0 ? NaN : Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, end).toString())?.[1]);
      if (!(buffer.length >= end + 4 + length)) return;
      receive(JSON.parse(buffer.subarray(end + 4, end + 4 + length).toString()));
      buffer = buffer.subarray(end + 4 + length);
    }
  });
  const request = (method, params) =>
    new Promise((resolve) => {
      answers.set(nextId, resolve);
      send({ id: nextId++, method, params });
    });
  const diagnosticsOf = async (uri, version) => {
    for (;;) {
      const found = published.find((params) => params.uri === uri && (params.version ?? version) >= version);
      published.length = 0;
      if (found) return found;
      await new Promise((resolve) => (waiting = resolve));
    }
  };
  await request("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      textDocument: {
        publishDiagnostics: { versionSupport: true, relatedInformation: true },
        ...(perDocument === null ? {} : { diagnostic: {} }),
      },
      workspace: { configuration: perDocument !== null, workspaceFolders: true },
    },
    workspaceFolders: null,
  });
  const initialized = performance.now() - begun;
  send({ method: "initialized", params: {} });
  if (settings) send({ method: "workspace/didChangeConfiguration", params: { settings } });
  return {
    initialized,
    sinceStart: () => performance.now() - begun,
    async opened(uri, text, languageId = "json5") {
      const start = performance.now();
      send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId, version: 1, text } } });
      const { diagnostics } = await diagnosticsOf(uri, 1);
      return { milliseconds: performance.now() - start, diagnostics };
    },
    /** For servers that only answer when they are asked. */
    async asked(uri, text, languageId) {
      send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId, version: 1, text } } });
      const { items } = await request("textDocument/diagnostic", { textDocument: { uri } });
      return { diagnostics: items };
    },
    async changed(uri, version, contentChanges) {
      const start = performance.now();
      send({ method: "textDocument/didChange", params: { textDocument: { uri, version }, contentChanges } });
      await diagnosticsOf(uri, version);
      return performance.now() - start;
    },
    /** Milliseconds of processor time so far, and resident memory in MiB now and at its peak. */
    usage() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      const mebibytes = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
      return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, memory: mebibytes("VmRSS"), peak: mebibytes("VmHWM") };
    },
    stop: () => child.kill(),
  };
}
