/** How the JavaScript engine is asked to treat a server that lives for hours. */
import process from "node:process";
import { setFlagsFromString } from "node:v8";

/** How much of a function runs before it is considered for optimization, in bytes of bytecode; V8 starts with 67,584. */
const patientBudget = 1_000_000;

/**
 * V8 up to 11, which is Node 20, knows one optimizer and asks it too soon: half of the processor time of typing went into optimizing functions whose
 * assumptions the next config broke. Later engines have one in between and no longer know the flag.
 */
export function tuneEngine(): void {
  if (Number.parseInt(process.versions.v8, 10) <= 11) setFlagsFromString(`--interrupt-budget=${patientBudget}`);
}
