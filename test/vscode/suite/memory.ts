/** A file system that exists only in this window: stands for every virtual workspace. The same files can be had read-only, like a diff's left side. */
import * as vscode from "vscode";

const memoryScheme = "suite-memory";
const copiesScheme = "suite-copies";

export interface Memory {
  /** Puts a file there, tells the window, and gives its address. */
  readonly write: (path: string, text: string) => vscode.Uri;
  /** The read-only address of a file. */
  readonly copyOf: (path: string) => vscode.Uri;
}

export function createMemory(): Memory {
  const files = new Map<string, Uint8Array>();
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const find = ({ path }: vscode.Uri): Uint8Array => {
    const content = files.get(path);
    if (content) return content;
    throw vscode.FileSystemError.FileNotFound(path);
  };
  const writeFile = (uri: vscode.Uri, content: Uint8Array): void => {
    files.set(uri.path, content);
    changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: find(uri).length }),
    readFile: find,
    writeFile,
    readDirectory: () => [],
    createDirectory: () => undefined,
    delete: () => undefined,
    rename: () => undefined,
  };
  vscode.workspace.registerFileSystemProvider(memoryScheme, provider, { isCaseSensitive: true });
  vscode.workspace.registerFileSystemProvider(copiesScheme, provider, { isCaseSensitive: true, isReadonly: true });
  return {
    write: (path, text) => {
      const uri = vscode.Uri.from({ scheme: memoryScheme, path: `/${path}` });
      writeFile(uri, new TextEncoder().encode(text));
      return uri;
    },
    copyOf: (path) => vscode.Uri.from({ scheme: copiesScheme, path: `/${path}` }),
  };
}
