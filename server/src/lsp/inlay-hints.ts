/**
 * Behind what is written, what silence means: settings that decide over a shell or a sandbox and that nobody wrote, with the value they therefore have
 * and the release or layer it comes from.
 */
import type { InlayHint, InlayHintParams } from "vscode-languageserver";
import { lineIndex, normalizeUri, offsetAt, type Because } from "../core/index.ts";
import { converter } from "./convert.ts";
import type { Session } from "./session.ts";

export async function inlayHints(session: Session, { textDocument, range }: InlayHintParams): Promise<InlayHint[]> {
  const uri = normalizeUri(textDocument.uri);
  const current = await session.current(uri);
  const file = current?.analysis.set.files.find((candidate) => candidate.uri === uri);
  if (!current || !file || !(await session.settingsFor(uri)).inlayHints) return [];
  const index = lineIndex(file.text);
  const [start, end] = [offsetAt(index, range.start), offsetAt(index, range.end)];
  const convert = converter(current.analysis, session.editorUri);
  const silences = new Map<string, Because>();
  for (const { sessions } of current.analysis.policy.agents) {
    for (const { exec, sandboxBecause } of sessions.slice(0, 1)) {
      for (const because of [...(exec.host === "none" ? [] : exec.because), ...sandboxBecause]) {
        const { at, state, path } = because.read;
        if (state === "unset" && at.file === uri && at.start <= end && at.end >= start)
          silences.set(`${at.end} ${path.join(".")}`, because);
      }
    }
  }
  return [...silences.values()].map(({ layer, says, read }): InlayHint => ({
    position: convert.range(read.at).end,
    label: ` ${says} (${layer})`,
    paddingLeft: true,
    tooltip: `${read.path.join(".")} is not written: ${says}, by ${layer}.`,
  }));
}
