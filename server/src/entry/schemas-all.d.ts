/** The schemas of all releases, laid into a bundle by scripts/build.mjs: release, then part. */
declare module "schemas:all" {
  const schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  export default schemas;
}
