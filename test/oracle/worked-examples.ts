/** All worked examples: the tables that engine and oracle are both held against. To add one, add a row to a file in `examples/`. */
import { agentExamples } from "./examples/agents.ts";
import { allowlistExamples } from "./examples/allowlist.ts";
import { documentExamples } from "./examples/documents.ts";
import type { WorkedExample } from "./examples/example.ts";
import { execExamples } from "./examples/exec.ts";
import { listExamples } from "./examples/lists.ts";
import { sessionExamples } from "./examples/sessions.ts";
import { toolExamples } from "./examples/tools.ts";

export const workedExamples: readonly WorkedExample[] = [
  ...toolExamples,
  ...listExamples,
  ...execExamples,
  ...documentExamples,
  ...allowlistExamples,
  ...agentExamples,
  ...sessionExamples,
];
