/** What to do when the editor is gone before we are done. */

/** For messages to an editor that may have closed the connection meanwhile: it wants no answer any more, so nothing is lost. */
export function ignoreClosed(): void {
  return;
}
