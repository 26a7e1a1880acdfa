/** The least-privilege plan for the set a document belongs to. */
import { leastPrivilegePlan, normalizeUri } from "../core/index.ts";
import type { PlanParams, PlanResult } from "./protocol.ts";
import type { Session } from "./session.ts";

export async function plan(session: Session, { uri }: PlanParams): Promise<PlanResult> {
  const current = await session.newest(normalizeUri(uri));
  return { text: current ? leastPrivilegePlan(current.analysis) : null };
}
