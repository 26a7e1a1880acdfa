/** Waits for a condition instead of a time. */

/** Asks again until the answer is true; throws after so many milliseconds, naming what was waited for. */
export async function poll(what: string, isSo: () => boolean | Promise<boolean>, milliseconds = 20_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited ${milliseconds / 1000} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
