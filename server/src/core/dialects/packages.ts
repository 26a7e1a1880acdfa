/** Names of packages with a version behind them, in the ways package managers write them. Knows texts; never where they stand. */

/** `exact`: this very version; `newest`: whatever is newest each time; `open`: no version, or a range. */
export type Pin = "exact" | "newest" | "open";

/** Of npm: `name`, `@scope/name@1.2.3`, `github:owner/name#commit`. */
export function npmPin(spec: string): Pin {
  if (isRepository(spec)) return repositoryPin(spec);
  const version = /^(?:@[^/@\s]+\/)?[^@/\s]+@(.+)$/.exec(spec)?.[1];
  return version === undefined ? "open" : versionPin(version);
}

/** Of Python: `name==1.2.3`, `name@1.2.3`, `git+https://host/name@commit`. */
export function pythonPin(spec: string): Pin {
  if (isRepository(spec)) return repositoryPin(spec);
  const version = /^[^@=<>~!\s]+(?:==|@)(.+)$/.exec(spec)?.[1];
  return version === undefined ? "open" : versionPin(version);
}

function versionPin(version: string): Pin {
  if (/^v?\d+\.\d+(?:\.\d+)?(?:[-+.][\w.+-]+)?$/.test(version.trim())) return "exact";
  return /^(?:latest|next|beta|canary|nightly|main|master|head)$/i.test(version.trim()) ? "newest" : "open";
}

function isRepository(spec: string): boolean {
  return /^(?:git\+|git:|https?:|ssh:|git@|github:|gitlab:|bitbucket:)/i.test(spec) || /^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(spec);
}

/** A whole commit names one state for good. */
function repositoryPin(spec: string): Pin {
  return /[#@][0-9a-f]{40}(?:$|[#&?])/i.test(spec) ? "exact" : "newest";
}
