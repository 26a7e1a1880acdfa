#!/usr/bin/env node
/**
 * Bundles everything that ships into dist/: the CLI, the language server and the extension, each for the hosts it runs on, and the schemas.
 * dist/ has a package.json of its own, because its bundles are CommonJS in a package of ES modules.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { allSchemas, buildSchemas } from "./build-schemas.mjs";

const shared = {
  bundle: true,
  minify: true,
  target: "es2022",
  logLevel: "warning",
  legalComments: "none",
  metafile: true,
  // A package's ES module entry bundles smaller, and jsonc-parser's other one does not survive bundling.
  mainFields: ["module", "main"],
};
/** A worker can read no file when it is asked for a schema, so its bundle holds them all. */
const schemasInside = {
  name: "schemas",
  setup(bundle) {
    bundle.onResolve({ filter: /^schemas:all$/ }, ({ path }) => ({ path, namespace: "schemas" }));
    bundle.onLoad({ filter: /.*/, namespace: "schemas" }, () => ({ contents: JSON.stringify(allSchemas()), loader: "json" }));
  },
};

const node = { ...shared, platform: "node", target: "node20", format: "cjs" };
const browser = { ...shared, platform: "browser", mainFields: ["browser", "module", "main"], plugins: [schemasInside] };

const bundles = [
  { ...node, entryPoints: ["server/src/entry/cli.ts"], outfile: "dist/cli.js", banner: { js: "#!/usr/bin/env node" } },
  { ...node, entryPoints: ["server/src/entry/node-server.ts"], outfile: "dist/server.js", banner: { js: "#!/usr/bin/env node" } },
  { ...node, entryPoints: ["client/src/extension.ts"], outfile: "dist/extension.js", external: ["vscode"] },
  { ...browser, entryPoints: ["server/src/entry/browser-server.ts"], outfile: "dist/server.browser.js", format: "iife" },
  {
    ...browser,
    entryPoints: ["client/src/extension.browser.ts"],
    outfile: "dist/extension.browser.js",
    format: "cjs",
    external: ["vscode"],
  },
  // The matrix page: one script and one style, as its content security policy allows no more.
  { ...browser, entryPoints: ["client/webview/main.ts"], outfile: "dist/matrix.js", format: "iife" },
  { ...browser, entryPoints: ["client/webview/matrix.css"], outfile: "dist/matrix.css" },
];

/** Writes dist/; throws when a bundle does not build. */
export async function build() {
  mkdirSync("dist", { recursive: true });
  writeFileSync("dist/package.json", '{ "type": "commonjs" }\n');
  buildSchemas("dist/schemas");
  const results = await Promise.all(bundles.map((options) => esbuild.build(options)));
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
  writeFileSync("dist/bundles.json", `${JSON.stringify(outputs)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build();
