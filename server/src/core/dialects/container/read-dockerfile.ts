/** A Dockerfile to our tree: a list of instructions, each an object of one member, the keyword with its arguments as one text. */
import { DockerfileParser, type Instruction } from "dockerfile-ast";
import { lineIndex, offsetAt } from "../../syntax/lines.ts";
import type { Node, ParsedText, Uri } from "../../syntax/tree.ts";
import { container, parsedText, property, scalar } from "./nodes.ts";

export function readDockerfile(text: string, file: Uri): ParsedText {
  const index = lineIndex(text);
  const nodeOf = (instruction: Instruction): Node => {
    const { start, end } = instruction.getInstructionRange();
    const keyword = scalar(instruction.getKeyword(), offsetAt(index, start), offsetAt(index, end));
    const place = instruction.getArgumentsRange();
    if (place === null) return container("object", [property(keyword, undefined)], keyword.offset, offsetAt(index, end));
    const [from, to] = [offsetAt(index, place.start), offsetAt(index, place.end)];
    // The library takes flags for no arguments, and they say where a file comes from.
    const flags = text.slice(offsetAt(index, end), from);
    const value = scalar(withoutComments(flags + (instruction.getRawArgumentsContent() ?? "")), from, to);
    return container("object", [property(keyword, value)], keyword.offset, to);
  };
  const instructions = DockerfileParser.parse(text).getInstructions().map(nodeOf);
  return parsedText(container("array", instructions, 0, text.length), file);
}

/** Lines that belong together as one, without those between them that say nothing. */
function withoutComments(text: string): string {
  return text.replace(/\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*/g, " ").trim();
}
