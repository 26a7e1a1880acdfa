/** Why an allowlist pattern can never match, where that can be seen from the pattern alone. Knows patterns, nothing of programs. */
import type { Behaviour } from "../releases.ts";

/** The reason as a clause, or nothing when it may match. */
export function whyNeverMatches(pattern: string, hasArgPattern: boolean, behaviour: Behaviour): string | undefined {
  // Read as an expression, a pattern can match what it does not look like.
  const isExpression = behaviour.pathPattern === "live-expression" && /[+()[\]{}|^]/.test(pattern);
  if (isExpression && /[/\\~]/.test(pattern)) return undefined;
  if (isCommandLine(pattern)) return "it is a command line, and a pattern is compared with the program alone";
  return /[/\\~]/.test(pattern) ? whyPathNeverMatches(pattern) : whyNameNeverMatches(pattern, hasArgPattern, behaviour);
}

function whyNameNeverMatches(pattern: string, hasArgPattern: boolean, behaviour: Behaviour): string | undefined {
  switch (behaviour.barePattern) {
    case "nothing":
      return `a name without a path never matches in ${behaviour.release}`;
    case "lone-star":
      if (pattern !== "*") return `a name without a path never matches in ${behaviour.release}`;
      return hasArgPattern ? "a lone * with an argPattern never matches" : undefined;
    case "name":
      return pattern === "*" && hasArgPattern ? "a lone * with an argPattern never matches" : undefined;
  }
}

function whyPathNeverMatches(pattern: string): string | undefined {
  const path = pattern.replace(/\\/g, "/");
  const isWindows = /^[A-Za-z]:\//.test(path) || pattern.startsWith("\\\\");
  if (path.endsWith("/")) return "it ends in a slash, and no program's path does";
  if (/^~[^/]/.test(path)) return "~ stands for the own home only when a slash follows";
  if (path === "~") return "it names a folder, not a program";
  if (/^(?:\$|%[A-Za-z_])/.test(path)) return "variables are not expanded in a pattern";
  if (/^\*\/[^*]/.test(path)) return "* does not cross a slash, so only a program in the root folder could match";
  if (/^\*\/\*$/.test(path)) return "* does not cross a slash, so only a program in the root folder could match";
  if (!isWindows && /(?:^|[^*])\/\//.test(path)) return "a program's path never has two slashes in a row";
  if (/\/\.{1,2}(?:\/|$)/.test(path)) return "a program's path never has . or .. in it";
  if (!isWindows && !/^[/~*?([.|^]/.test(path)) return "it is relative, and a program's path is absolute";
  if (/^\.{1,2}\//.test(path)) return "it is relative, and a program's path is absolute";
  return undefined;
}

/**
 * A program with its arguments in one text. Folders and programs may have blanks in their names (`C:\Program Files`, `Google Chrome`), so a
 * blank alone does not make a command line: what follows must look like arguments, or what precedes must be a whole program.
 */
export function isCommandLine(pattern: string): boolean {
  if (!/\s/.test(pattern)) return false;
  if (/\.(?:exe|cmd|bat|com|ps1|sh|py|js|mjs|cjs|ts|rb|pl)["']?\s+\S/i.test(pattern)) return true;
  if (/\s(?:--?[A-Za-z]|["'$|&;<>*~]|\.{1,2}\/|\/[A-Za-z]*\b)/.test(pattern)) return true;
  const [first = "", ...others] = pattern.split(/\s+/);
  const isWindows = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(pattern);
  return !isWindows && !first.includes(".app") && others.every((word) => /^[a-z0-9=:@._-]+$/.test(word));
}
