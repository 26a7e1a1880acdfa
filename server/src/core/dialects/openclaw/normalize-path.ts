/** Without `.`, `..`, doubled and trailing slashes; `~` is a folder like any other. */
export function normalizePath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return `${path.startsWith("/") ? "/" : ""}${steps.join("/")}`;
}
