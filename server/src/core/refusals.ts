/** Why the product refuses a whole set in the release it is judged for. What an agent may do then is another matter: it does not start. */
import type { Analysis } from "./analyze.ts";

/** In the words of the findings. */
export function refusalsIn({ findings }: Analysis): string[] {
  const fatal = findings.filter(({ rule, severity, at }) => rule === "schema" && severity === "error" && at.file.endsWith(".json"));
  return fatal.map(({ message }) => message);
}
