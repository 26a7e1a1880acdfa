/** Answers of our own that views show as they come: no text in them acts instead of being read. */
import { visible } from "../core/index.ts";

/** The same with every text made visible, at any depth. Addresses are escaped already and stay as they are. */
export function withVisibleTexts<Value>(value: Value): Value {
  return made(value) as Value;
}

function made(value: unknown): unknown {
  if (typeof value === "string") return visible(value);
  if (Array.isArray(value)) return value.map(made);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, made(member)]));
}
