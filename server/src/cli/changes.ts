/** What fixes make of the files of a set, with everything hidden that must not be shown. */
import type { Analysis, FixedSet, Uri } from "../core/index.ts";
import type { Change } from "./diff.ts";
import { maskedFile } from "./mask.ts";
import { placesOf } from "./report.ts";

export function changesOf({ before, after, fixes }: FixedSet): Change[] {
  const messages = fixes.map(({ finding }) => finding.message);
  return changedFiles(before, after).map(({ uri, text }): Change => {
    const old = textOf(before, uri);
    // What a message says aloud is no secret, and neither is what a fix puts in.
    const isSaid = (value: string): boolean => messages.some((message) => message.includes(value));
    const isNew = (value: string): boolean => !before.set.files.some((file) => file.text.includes(value));
    return {
      name: nameIn(before, uri),
      before: old === undefined ? undefined : { text: old, shown: maskedFile(before, uri, isSaid) },
      after: { text, shown: maskedFile(after, uri, (value) => isSaid(value) || isNew(value)) },
    };
  });
}

export function changedFiles(before: Analysis, after: Analysis): { readonly uri: Uri; readonly text: string }[] {
  return after.set.files.filter(({ uri, text }) => text !== textOf(before, uri));
}

export function textOf({ set }: Analysis, uri: Uri): string | undefined {
  return set.files.find((file) => file.uri === uri)?.text;
}

export function nameIn(analysis: Analysis, uri: Uri): string {
  return placesOf(analysis).fileName(uri);
}
