/** Answers the server's wish to read a file, through the editor's file system. Knows nothing of what the file is for. */
import { FileSystemError, FileType, Uri, workspace } from "vscode";
import { largestReadableFile, type ReadFileParams, type ReadFileResult } from "../../server/src/lsp/protocol.ts";

/** Never throws: what cannot be read is an answer too. A byte order mark is kept, since strict readers refuse it. */
export async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  try {
    const address = Uri.parse(uri, true);
    const { size, type } = await workspace.fs.stat(address);
    if ((type & FileType.File) === 0) return { state: "unreadable", why: "not a file" };
    if (size > largestReadableFile) return { state: "unreadable", why: `larger than ${largestReadableFile} bytes` };
    const bytes = await workspace.fs.readFile(address);
    return { state: "read", text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof FileSystemError && error.code === "FileNotFound") return { state: "absent" };
    return { state: "unreadable", why: error instanceof Error ? error.message : String(error) };
  }
}
