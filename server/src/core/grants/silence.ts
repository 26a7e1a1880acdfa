/** Decisions nobody took: where no agent's settings say anything, they say the same. */
import { byDecision, type Because } from "./grant.ts";

/** Items decided in the same places together, and all those together for which nothing is written anywhere. */
export function byDecisionOrSilence<Item>(
  items: readonly Item[],
  decisionsOf: (item: Item) => readonly { readonly because: readonly Because[] }[],
): [Item, ...Item[]][] {
  const isSilent = (item: Item): boolean => decisionsOf(item).every(({ because }) => because[0]?.read.state === "unset");
  const [first, ...others] = items.filter(isSilent);
  const written = byDecision(
    items.filter((item) => !isSilent(item)),
    decisionsOf,
  );
  return first === undefined ? written : [[first, ...others], ...written];
}
