/** The environment variable a secret could stand in, named after the place where the secret stands. Knows paths, never values. */
import type { Path } from "../../syntax/tree.ts";

/** Segments that say nothing about whose secret it is. */
const hollowNames: ReadonlySet<string> = new Set(
  `accounts agents auth channels config default defaults entries env headers list messages models plugins providers request routes
   servers skills tools vars`.split(/\s+/),
);

/** A name for the secret at a path, `taken` excepted; the name is then taken. `named`: what the product's documentation calls it. */
export function suggestVariable(path: Path, named: string | undefined, taken: Set<string>): string {
  if (named !== undefined && !taken.has(named)) return keep(named, taken);
  const segments = path.map(String);
  const spoken = segments.filter((segment, index) => index === segments.length - 1 || !hollowNames.has(segment));
  const isVariable = ["env", "vars"].includes(segments.at(-2) ?? "");
  const candidates = [...(isVariable ? [segments.slice(-1)] : []), spoken.slice(-3), spoken, segments].map(spell);
  const free = candidates.find((name) => !taken.has(name));
  if (free !== undefined) return keep(free, taken);
  const base = spell(segments);
  for (let count = 2; ; count++) {
    const name = `${base}_${count}`;
    if (!taken.has(name)) return keep(name, taken);
  }
}

/** `channels.feishu.appSecret` becomes `FEISHU_APP_SECRET`. Only what `${…}` takes: capitals, digits and `_`. */
function spell(segments: readonly string[]): string {
  const name = segments
    .map((segment) => segment.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_"))
    .join("_")
    .toUpperCase()
    .replace(/_+/g, "_")
    .replace(/^_|_$/g, "");
  return /^[A-Z]/.test(name) ? name : `SECRET_${name}`.replace(/_$/, "");
}

function keep(name: string, taken: Set<string>): string {
  taken.add(name);
  return name;
}
