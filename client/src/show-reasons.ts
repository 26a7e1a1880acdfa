/** Opens the hover at a place: what a code lens does when it is clicked. */
import { commands, Position, Range, Selection, Uri, window } from "vscode";

/** `address` and `position` as the server named them. */
export async function showReasons(address: string, position: { readonly line: number; readonly character: number }): Promise<void> {
  const place = new Position(position.line, position.character + 1);
  const editor = await window.showTextDocument(Uri.parse(address, true));
  editor.selection = new Selection(place, place);
  editor.revealRange(new Range(place, place));
  await commands.executeCommand("editor.action.showHover");
}
