/**
 * Loaded before a program (`node --import`): whatever could reach the network, start something, run text as code or write a file is replaced by a trap.
 * A trap that is stepped into says so on the error stream, in a line that begins with TRAP, and throws.
 */
import childProcess from "node:child_process";
import cluster from "node:cluster";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import inspector from "node:inspector";
import net from "node:net";
import tls from "node:tls";
import vm from "node:vm";
import workerThreads from "node:worker_threads";
import { syncBuiltinESMExports } from "node:module";

const write = fs.writeSync;

function trap(name) {
  const trapped = function () {
    write(2, `TRAP ${name}\n`);
    throw new Error(`${name} is trapped`);
  };
  return trapped;
}

function set(object, name, traps) {
  for (const key of traps)
    if (typeof object[key] === "function")
      Object.defineProperty(object, key, { value: trap(`${name}.${key}`), configurable: true, writable: true });
}

const classes = (object) => Object.keys(object).filter((key) => typeof object[key] === "function" && !/^(?:constants|promises)$/.test(key));

set(net, "net", ["connect", "createConnection", "createServer"]);
set(net.Socket.prototype, "net.Socket", ["connect"]);
set(net.Server.prototype, "net.Server", ["listen"]);
set(tls, "tls", ["connect", "createServer"]);
set(http, "http", ["request", "get", "createServer"]);
set(https, "https", ["request", "get", "createServer"]);
set(http2, "http2", ["connect", "createServer", "createSecureServer"]);
set(dgram, "dgram", ["createSocket"]);
set(
  dns,
  "dns",
  classes(dns).filter((key) => /^(?:lookup|resolve|reverse)/.test(key)),
);
set(
  dns.promises,
  "dns.promises",
  classes(dns.promises).filter((key) => /^(?:lookup|resolve|reverse)/.test(key)),
);
set(globalThis, "globalThis", ["fetch", "WebSocket", "EventSource", "eval"]);

set(childProcess, "child_process", ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"]);
set(cluster, "cluster", ["fork"]);
set(workerThreads, "worker_threads", ["Worker"]);
set(inspector, "inspector", ["open"]);
set(vm, "vm", ["Script", "runInContext", "runInNewContext", "runInThisContext", "compileFunction", "createScript"]);
set(process, "process", ["dlopen", "binding"]);
const realKill = process.kill;
// Signal 0 only asks whether the editor is still there.
process.kill = (pid, signal) => (signal === 0 ? realKill.call(process, pid, 0) : trap("process.kill")());

for (const kind of [function () {}, async function () {}, function* () {}, async function* () {}]) {
  const prototype = Object.getPrototypeOf(kind);
  Object.defineProperty(prototype, "constructor", { value: trap("Function"), configurable: true });
}
globalThis.Function = new Proxy(Function, { apply: trap("Function"), construct: trap("Function") });

const writers =
  /^(?:append|write|chmod|chown|copy|cp|create(?:Write)|fchmod|fchown|fdatasync|fsync|ftruncate|futimes|lchmod|lchown|link|lutimes|mkdir|mkdtemp|rename|rm|symlink|truncate|unlink|utimes)/;
for (const [name, object] of [
  ["fs", fs],
  ["fs.promises", fs.promises],
]) {
  for (const key of classes(object).filter((each) => writers.test(each))) {
    const original = object[key];
    const isStream = /^write(?:v|Sync|vSync)?$/.test(key);
    // The program's own output and error stream are no files.
    const replaced = isStream
      ? (descriptor, ...rest) => (descriptor === 1 || descriptor === 2 ? original(descriptor, ...rest) : trap(`${name}.${key}`)())
      : trap(`${name}.${key}`);
    Object.defineProperty(object, key, { value: replaced, configurable: true, writable: true });
  }
  const open = object.open;
  const openSync = object.openSync;
  const isReading = (flags) =>
    flags === undefined ||
    flags === "r" ||
    (typeof flags === "number" && (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR | fs.constants.O_CREAT)) === 0);
  if (open)
    object.open = (path, flags, ...rest) =>
      typeof flags === "function" || isReading(flags) ? open(path, flags, ...rest) : trap(`${name}.open`)();
  if (openSync)
    object.openSync = (path, flags, ...rest) => (isReading(flags) ? openSync(path, flags, ...rest) : trap(`${name}.openSync`)());
}
syncBuiltinESMExports();
