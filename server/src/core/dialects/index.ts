/** The dialects we speak. A new product is one line here and a folder of its own. */
import { isContract } from "../contract.ts";
import { baseNameOf } from "../uri.ts";
import type { Uri } from "../syntax/tree.ts";
import type { Dialect } from "./dialect.ts";
import { container } from "./container/index.ts";
import { mcp } from "./mcp/index.ts";
import { openclaw } from "./openclaw/index.ts";

const companions = [mcp, container];
const dialects: readonly Dialect[] = [openclaw, ...companions];

/** Which files an editor has to offer us besides a product's own. */
export const companionPatterns: readonly string[] = companions.flatMap(({ patterns }) => patterns);

/** The dialect a file belongs to by its name; a contract, to that of the agents it speaks of. */
export function dialectFor(uri: Uri): Dialect | undefined {
  if (isContract(uri)) return openclaw;
  return baseNameOf(uri) === "" ? undefined : dialects.find((dialect) => dialect.roleOf(uri) !== undefined);
}

/** Of the names of one folder, those that sets start from: the leading one of each dialect. */
export function startsIn(names: readonly string[]): readonly { readonly name: string; readonly dialect: Dialect }[] {
  return dialects.flatMap((dialect) => {
    if (dialect.isCompanion) return dialect.leading(names).map((name) => ({ name, dialect }));
    const [name] = dialect.leading(names);
    return name === undefined ? [] : [{ name, dialect }];
  });
}
