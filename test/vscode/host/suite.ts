/** Bundles the suite into an extension of its own, which has nothing but the suite. */
import { buildSync } from "esbuild";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "../suite/check.ts";

const manifest = { name: "suite", publisher: "grantlint-test", version: "0.0.0", engines: { vscode: "^1.91.0" } };

/** Writes `package.json` and `suite.js` into the folder. One bundle serves Node and workers, since the suite knows only VS Code's own API. */
export function writeSuite(folder: string, kind: Kind): void {
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  buildSync({
    entryPoints: [join(import.meta.dirname, "../suite/index.ts")],
    outfile: join(folder, "suite.js"),
    bundle: true,
    format: "cjs",
    platform: "neutral",
    external: ["vscode"],
    define: { suiteKind: JSON.stringify(kind) },
    logLevel: "warning",
  });
}
