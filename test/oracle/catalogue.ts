/** The names of all tools a release can be asked about. */
import type { Oracle } from "./ask.ts";

/** Both what an empty config has and what it leaves unbuilt. */
export async function askCatalogue(oracle: Oracle): Promise<string[]> {
  const [answer] = await oracle.ask([{ id: "catalogue", config: {}, kinds: ["main"] }]);
  const session = answer?.agents?.[0]?.sessions[0];
  if (!session) throw new Error(`an empty config has no main session: ${JSON.stringify(answer)}`);
  return [...session.tools, ...(session.notBuilt ?? [])].sort();
}
