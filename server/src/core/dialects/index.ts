/** The dialects we speak. A new product is one line here and a folder of its own. */
import { baseNameOf } from "../uri.ts";
import type { Uri } from "../syntax/tree.ts";
import type { Dialect } from "./dialect.ts";
import { openclaw } from "./openclaw/index.ts";

const dialects: readonly Dialect[] = [openclaw];

/** The dialect a file belongs to by its name. */
export function dialectFor(uri: Uri): Dialect | undefined {
  return baseNameOf(uri) === "" ? undefined : dialects.find((dialect) => dialect.roleOf(uri) !== undefined);
}
