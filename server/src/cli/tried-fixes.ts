/**
 * The fixes that a report names, each tried out on the set first. A try reads the files anew, so many findings in large files would take longer than
 * anybody waits: then the rest is left untried, and the report says so.
 */
import { textEditsOf, type Analysis, type FileEdits, type Finding, type Remediation } from "../core/index.ts";

/** So many characters are read for the tries of one set, some seconds of work: real sets take less than a hundredth. */
const mostRead = 50_000_000;

export interface TriedFix {
  readonly remediation: Remediation;
  readonly edits: readonly FileEdits[];
}

export interface FixTrials {
  /** The fixes of a finding that can really be offered, in the order of its remediations, worked out as they are asked for. */
  fixesOf(finding: Finding): Iterable<TriedFix>;
  /** How many findings so far have fixes that were not tried. */
  readonly untried: () => number;
}

/** `most`: so many characters are read at most. */
export function fixTrials(analysis: Analysis, most = mostRead): FixTrials {
  const size = analysis.set.files.reduce((sum, { text }) => sum + text.length, 0);
  const untried = new Set<Finding>();
  let read = 0;
  return {
    *fixesOf(finding) {
      for (const remediation of finding.remediations) {
        if (read + size > most) {
          untried.add(finding);
          return;
        }
        read += size;
        const edits = textEditsOf(analysis, remediation);
        if (edits) yield { remediation, edits };
      }
    },
    untried: () => untried.size,
  };
}
