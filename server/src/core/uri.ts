/** Addresses of files, as text. Splits and joins them, and gives one spelling to each; never opens one. */
import type { Uri } from "./syntax/tree.ts";

/** One spelling per file: editors and Node escape different characters. A Windows drive letter is lower-cased, as VS Code does. */
export function normalizeUri(uri: Uri): Uri {
  const { prefix, segments } = split(uri);
  return join(prefix, segments);
}

export function folderOf(uri: Uri): Uri {
  const { prefix, segments } = split(uri);
  return join(prefix, segments.slice(0, -1));
}

/** The last segment, decoded. */
export function baseNameOf(uri: Uri): string {
  return split(uri).segments.at(-1) ?? "";
}

/** The address of a path written in a file of the folder. Absolute paths and `..` are followed; nothing is checked. */
export function resolveUri(folder: Uri, path: string): Uri {
  const { prefix, segments } = split(folder);
  const written = path.split(/[/\\]/);
  const isAbsolute = path.startsWith("/") || /^[A-Za-z]:[/\\]/.test(path);
  const resolved = isAbsolute ? [] : [...segments];
  for (const segment of written) {
    if (segment === "..") resolved.pop();
    else if (segment !== "" && segment !== ".") resolved.push(segment);
  }
  return join(prefix, resolved);
}

/** True for the folder itself and everything below it. */
export function isInside(folder: Uri, uri: Uri): boolean {
  const inner = normalizeUri(uri);
  const outer = normalizeUri(folder);
  return inner === outer || inner.startsWith(outer.endsWith("/") ? outer : `${outer}/`);
}

/** The path from a folder to a file below it, decoded; the file's name when it lies elsewhere. */
export function relativePath(folder: Uri, uri: Uri): string {
  if (!isInside(folder, uri)) return baseNameOf(uri);
  return split(uri).segments.slice(split(folder).segments.length).join("/");
}

function split(uri: Uri): { prefix: string; segments: string[] } {
  // Without an authority, the slash after the scheme tells a path from the root (`memfs:/a`) from a bare name (`untitled:a`).
  const match = /^([A-Za-z][A-Za-z0-9+.-]*:(?:\/\/[^/]*|\/(?!\/))?)?(.*)/s.exec(uri);
  const path = (match?.[2] ?? "").split("/").filter((segment) => segment !== "");
  return { prefix: match?.[1] ?? "", segments: path.map(decode) };
}

function join(prefix: string, segments: readonly string[]): Uri {
  const path = segments.map((segment, index) => (index === 0 ? lowerDrive(segment) : segment)).map(encodeSegment);
  const isOpaque = prefix !== "" && !prefix.includes("//");
  return isOpaque ? prefix + path.join("/") : `${prefix}/${path.join("/")}`;
}

/** One name of a path, escaped. Half a character pair is no character: Node opens the replacement character in its place, and so do we. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\uFFFD"));
}

function lowerDrive(segment: string): string {
  return /^[A-Z]:$/.test(segment) ? segment.toLowerCase() : segment;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Not an escape after all: a file name may hold a bare percent sign.
    return segment;
  }
}
