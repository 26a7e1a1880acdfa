/** Over each agent what it may really do, in one line: most grants come from silence, where there is no key to mark. */
import type { CodeLens, CodeLensParams } from "vscode-languageserver";
import { agentPhrase, nameOf, normalizeUri, visible } from "../core/index.ts";
import { converter } from "./convert.ts";
import { showReasonsCommand } from "./protocol.ts";
import type { Session } from "./session.ts";

/** `canShowReasons`: the client has the command that shows why; without it the line is only text. */
export async function codeLenses(session: Session, { textDocument }: CodeLensParams, canShowReasons: boolean): Promise<CodeLens[]> {
  const uri = normalizeUri(textDocument.uri);
  const current = await session.current(uri);
  if (!current || !(await session.settingsFor(uri)).codeLens) return [];
  const convert = converter(current.analysis, session.editorUri);
  const { agents } = current.analysis.policy;
  return agents.flatMap(({ entry }, index): CodeLens[] => {
    const agent = agents[index];
    if (!agent || entry.state !== "set" || entry.at.file !== uri) return [];
    const range = convert.range(nameOf(entry));
    const title = visible(agentPhrase(agent, agents.length));
    return [
      { range, command: { title, command: canShowReasons ? showReasonsCommand : "", arguments: [session.editorUri(uri), range.start] } },
    ];
  });
}
