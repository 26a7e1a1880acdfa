/**
 * An installed package does not change while it is asked, and some releases look through all of it again for every config. So what the file system
 * says of names inside of it is asked once; everything else is asked every time.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";

export function keepStill(packageRoot) {
  const inside = path.resolve(packageRoot) + path.sep;
  for (const name of ["lstatSync", "statSync", "existsSync", "realpathSync"]) fs[name] = remembering(fs[name], inside);
  syncBuiltinESMExports();
}

function remembering(original, inside) {
  const known = new Map();
  const ask = (file, ...options) => {
    if (typeof file !== "string" || !file.startsWith(inside)) return original(file, ...options);
    const key = options.length === 0 ? file : `${file}\0${JSON.stringify(options)}`;
    if (!known.has(key))
      known.set(
        key,
        attempt(() => original(file, ...options)),
      );
    const { value, error } = known.get(key);
    if (error) throw error;
    return value;
  };
  // Functions such as realpathSync carry others.
  return Object.assign(ask, original);
}

function attempt(body) {
  try {
    return { value: body() };
  } catch (error) {
    return { error };
  }
}
