/** See vscode-tools.mjs. */
export function installTools(
  source: string,
  name: string,
  finish?: (folder: string, npm: (folder: string, ...command: string[]) => void) => void,
): string;
