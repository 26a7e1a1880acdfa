/**
 * What silence means in a file: settings that decide over a shell or a sandbox and that nobody wrote, with the value they therefore have. One remark
 * for each block, inside of it, where the settings would stand.
 */
import type { Analysis } from "./analyze.ts";
import { isSandboxed, type Because, type Session } from "./grants/grant.ts";
import { code, inert } from "./markdown.ts";
import { nodeAt } from "./syntax/node-at.ts";
import type { Node, Path, Uri } from "./syntax/tree.ts";
import { pathOf } from "./syntax/tree.ts";

export interface Silence {
  readonly offset: number;
  /** As short as it can be: `exec not set: security full, ask off`. */
  readonly words: string;
  /** With the layer that every value comes from. */
  readonly about: string;
}

export function silencesIn({ set, policy }: Analysis, uri: Uri): Silence[] {
  const file = set.files.find((candidate) => candidate.uri === uri);
  if (!file) return [];
  const blocks = new Map<Node, Map<string, Silent>>();
  for (const { sessions } of policy.agents) {
    for (const silent of sessions.slice(0, 1).flatMap(silentIn)) {
      const { at, path } = silent.because.read;
      const block = at.file === uri ? blockAt(file.parsed.root, at.start) : undefined;
      if (!block) continue;
      const known = blocks.get(block) ?? new Map<string, Silent>();
      if (!known.has(path.join("."))) known.set(path.join("."), silent);
      blocks.set(block, known);
    }
  }
  return [...blocks].map(([block, silents]) => ({
    offset: roomIn(block, file.text),
    words: wordsFor([...silents.values()], pathOf(block)),
    about: [...silents.values()]
      .map(({ because: { read, says, layer } }) => `${code(read.path.join("."))} is not written: ${inert(says)} (${inert(layer)}).`)
      .join("\n\n"),
  }));
}

interface Silent {
  readonly because: Because;
  readonly words: string;
}

/** Where commands run without any policy, the rest of the policy does not matter; nothing is said of a sandbox that may not be there. */
function silentIn(session: Session): Silent[] {
  const { exec, sandboxBecause } = session;
  const [decisive] = exec.because;
  const isDoubtful = exec.host === "sandbox" && isSandboxed(session) === undefined;
  const ofExec: Silent[] =
    exec.host === "none" || isDoubtful || !decisive
      ? []
      : exec.unchecked
        ? [{ because: decisive, words: exec.host === "sandbox" ? "in the sandbox" : "on the host, never asks" }]
        : exec.because.map((because) => ({ because, words: valueOf(because) }));
  return [...ofExec, ...sandboxBecause.map((because) => ({ because, words: valueOf(because) }))].filter(
    ({ because }) => because.read.state === "unset",
  );
}

/** `security is "full"` in the words of a setting: `security full`. */
function valueOf({ says, read }: Because): string {
  const start = `${String(read.path.at(-1))} is `;
  return says.startsWith(start) ? `${String(read.path.at(-1))} ${says.slice(start.length).replaceAll('"', "")}` : says;
}

/** Settings of one place are said together. That they are not set is said in words, because some themes colour hints like the text of the file. */
function wordsFor(silents: readonly Silent[], block: Path): string {
  const places = new Map<string, string[]>();
  for (const { because, words } of silents) {
    const place = because.read.path.slice(block.length, -1).join(".");
    places.set(place, [...(places.get(place) ?? []), words]);
  }
  return [...places].map(([place, words]) => `${place === "" ? "" : `${place} `}not set: ${words.join(", ")}`).join("; ");
}

/** What is named at an offset, or lies there, if it is a block. */
function blockAt(root: Node | undefined, offset: number): Node | undefined {
  const node = nodeAt(root, offset);
  const block = node?.parent?.type === "property" && node.parent.children?.[0] === node ? node.parent.children[1] : node;
  return block?.type === "object" ? block : undefined;
}

/** Behind the opening brace when the block goes on below; else behind what is written in it. */
function roomIn({ offset, children: [first, ...others] = [] }: Node, text: string): number {
  const inside = offset + 1;
  if (!first || text.slice(inside, first.offset).includes("\n")) return inside;
  const last = others.at(-1) ?? first;
  return last.offset + last.length;
}
