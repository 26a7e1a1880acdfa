export function packagesInBundles(): Readonly<Record<string, Readonly<Record<string, number>>>>;
export function bundledPackages(): string[];
export function sbom(): {
  readonly bomFormat: string;
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly licenses: readonly { readonly license: { readonly id: string } }[];
    readonly hashes: readonly { readonly content: string }[];
  }[];
};
