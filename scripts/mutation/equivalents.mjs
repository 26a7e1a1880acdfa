/** Changes after which a rule still does the same, each with the reason why no case can notice it. */

/** Takes them off a rule's survivors. `stale`: entries that are no survivor (any more), and have to go from the list. */
export function withoutEquivalents(id, survivors, equivalents) {
  const left = [...survivors];
  const stale = equivalents.filter(({ rule, change }) => {
    if (rule !== id) return false;
    const index = left.findIndex(({ what }) => what === change);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return { left, stale };
}
