/** Command lines that run what they fetch, as a shell reads them. Names no product. */

/** `curl … | sh` and its relatives, and what is fetched in place of a script: `sh -c "$(curl …)"`, `bash <(curl …)`. Not what is fetched as data. */
export function runsDownload(script: string): boolean {
  return substituted.test(script) || [...script.matchAll(piped)].some(([, program = "", rest = ""]) => runsItsInput(program, rest));
}

const piped =
  /\b(?:curl|wget)\b[^|;&\n]{0,500}\|\s*(?:sudo\s+(?:-\S+\s+)*)?(?:\/\S*\/)?((?:ba|z|da|k|a)?sh|python3?|node|perl|ruby)(?=$|[\s;&|)"'`])([^\n;&|)"'`]*)/g;
const substituted =
  /(?:(?<![\w.-])(?:(?:ba|z|da|k|a)?sh|python3?|node|perl|ruby|eval|source)|(?:^|[\s;&|(])\.)[\s"',]+(?:-[^\s"',]+[\s"',]+)*[$<]\(\s*(?:curl|wget)\b/;

/** Whether an interpreter takes its input for the script. Otherwise its arguments hold one (`-c`, `-e`, `-m`), or name a file. */
function runsItsInput(program: string, rest: string): boolean {
  const words = rest.split(/\s+/).filter((word) => word !== "" && !/^[<>]/.test(word));
  const isShell = program.endsWith("sh");
  if (isShell && words.some((word) => /^-[a-z]*s$/.test(word))) return true;
  if (isShell && words.some((word) => /^-[a-z]*c$/.test(word))) return false;
  const isOption = (word: string, index: number): boolean => /^[-+]./.test(word) || /^[-+][a-z]*o$/.test(words[index - 1] ?? "");
  const [first = "-"] = words.filter((word, index) => !(isShell ? isOption(word, index) : word === "-u"));
  return first === "-" || first === "/dev/stdin";
}
