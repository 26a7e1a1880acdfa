/**
 * `npm run test:vscode`: packs the extension, installs it into a real VS Code and works with it, once in a trusted folder, once in an
 * untrusted one, once as a web extension.
 *   --only trusted|restricted|web   --vsix <file> (do not pack)   --repeat <times>   --picture (in every theme; refreshes docs/images)
 *   --theme light|dark|contrast (this one only)
 */
import { parseArgs } from "node:util";
import { resolve } from "node:path";
import { themes } from "./driver/server.ts";
import { installHost } from "./host/install.ts";
import { packExtension, prepare } from "./host/product.ts";
import { runKind } from "./run-kind.ts";
import type { Kind } from "./suite/check.ts";

const kinds: readonly Kind[] = ["trusted", "restricted", "web"];

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    vsix: { type: "string" },
    repeat: { type: "string", default: "1" },
    picture: { type: "boolean", default: false },
    theme: { type: "string" },
  },
});

const chosen = kinds.filter((kind) => values.only === undefined || kind === values.only);
if (chosen.length === 0) throw new Error(`--only takes one of ${kinds.join(", ")}`);
const shownIn =
  values.theme === undefined && !values.picture ? ["light" as const] : themes.filter((theme) => theme === (values.theme ?? theme));
if (shownIn.length === 0) throw new Error(`--theme takes one of ${themes.join(", ")}`);

const host = installHost();
const vsix = values.vsix === undefined ? packExtension() : resolve(values.vsix);
const product = prepare(host, vsix);
// Ending by exit lets everything that was started be ended and removed.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

let failures = 0;
for (let round = 0; round < Number(values.repeat); round += 1) {
  for (const kind of chosen) {
    for (const theme of shownIn) {
      if (!(await runKind(host, product, kind, theme, values.picture))) failures += 1;
    }
  }
}
process.exitCode = failures === 0 ? 0 : 1;
