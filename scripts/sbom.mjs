#!/usr/bin/env node
/**
 * Writes dist/sbom.cdx.json: what others' code is inside of the bundles, as CycloneDX 1.6. It is taken from what esbuild really put in, not from what is
 * installed. `npm run sbom` after a build; it goes into the package.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** The packages in each bundle, by the bundle's name, with the bytes they take there. */
export function packagesInBundles() {
  return Object.fromEntries(
    Object.entries(readJson("dist/bundles.json")).map(([bundle, { inputs }]) => {
      const sizes = {};
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
        if (name !== undefined && bytesInOutput > 0) sizes[name] = (sizes[name] ?? 0) + bytesInOutput;
      }
      return [bundle.replace(/^dist\//, ""), sizes];
    }),
  );
}

/** The names of all packages that are in any bundle, sorted. */
export function bundledPackages() {
  return [...new Set(Object.values(packagesInBundles()).flatMap(Object.keys))].sort();
}

/** The bill of materials. The same for the same sources: it holds no time and no serial number. */
export function sbom() {
  const own = readJson("package.json");
  const lock = readJson("package-lock.json").packages;
  const components = bundledPackages().map((name) => {
    const { version, license, description } = readJson(`node_modules/${name}/package.json`);
    const { integrity = "" } = lock[`node_modules/${name}`];
    return {
      type: "library",
      "bom-ref": `pkg:npm/${name}@${version}`,
      name,
      version,
      description,
      purl: `pkg:npm/${name}@${version}`,
      licenses: [{ license: { id: license } }],
      hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.replace(/^sha512-/, ""), "base64").toString("hex") }],
    };
  });
  const self = `pkg:npm/${own.name}@${own.version}`;
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        type: "application",
        "bom-ref": self,
        name: own.name,
        version: own.version,
        purl: self,
        licenses: [{ license: { id: own.license } }],
      },
    },
    components,
    dependencies: [{ ref: self, dependsOn: components.map((component) => component["bom-ref"]) }],
  };
}

export function writeSbom() {
  writeFileSync("dist/sbom.cdx.json", `${JSON.stringify(sbom(), null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeSbom();
