/** Command lines that run what they fetch. Names no product. */

/** `curl … | sh` and its relatives, and what is fetched in place of an argument: `sh -c "$(curl …)"`, `bash <(curl …)`. */
export function runsDownload(script: string): boolean {
  return piped.test(script) || substituted.test(script);
}

const piped = /\b(?:curl|wget)\b[^|;&\n]{0,500}\|\s*(?:sudo\s+(?:-\S+\s+)*)?(?:\S*\/)?(?:(?:ba|z|da|k)?sh|python3?|node|perl|ruby)\b/;
const substituted = /[$<]\(\s*(?:curl|wget)\b/;
