/** A Dockerfile to our tree: a list of instructions, each an object of one member, the keyword with its arguments as one text. */
import { DockerfileParser, type Instruction } from "dockerfile-ast";
import { lineIndex, offsetAt } from "../../syntax/lines.ts";
import type { Node, ParsedText, Uri } from "../../syntax/tree.ts";
import { container, parsedText, property, scalar } from "./nodes.ts";

export function readDockerfile(text: string, file: Uri): ParsedText {
  const index = lineIndex(text);
  const nodeOf = (instruction: Instruction): Node => {
    const [start, end] = (["start", "end"] as const).map((side) => offsetAt(index, instruction.getInstructionRange()[side]));
    const place = instruction.getArgumentsRange();
    const keyword = scalar(instruction.getKeyword(), start ?? 0, end ?? 0);
    const value =
      place === null ? undefined : scalar(withoutComments(instruction), offsetAt(index, place.start), offsetAt(index, place.end));
    return container("object", [property(keyword, value)], keyword.offset, value ? value.offset + value.length : (end ?? 0));
  };
  const instructions = DockerfileParser.parse(text).getInstructions().map(nodeOf);
  return parsedText(container("array", instructions, 0, text.length), file);
}

/** Lines that belong together as one, without those between them that say nothing. */
function withoutComments(instruction: Instruction): string {
  const text = instruction.getRawArgumentsContent() ?? "";
  return text.replace(/\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*/g, " ").trim();
}
