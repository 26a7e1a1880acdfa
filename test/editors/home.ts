/** The home folder of somebody who has the language server on the path and uses an editor. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { TestContext } from "node:test";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { server } from "./page.ts";

export interface Home {
  readonly folder: string;
  /** Where a program has nothing of whoever runs the test. */
  readonly env: NodeJS.ProcessEnv;
}

/** With these files, by path. It is removed when the test ends. */
export function newHome(test: Pick<TestContext, "after">, files: Readonly<Record<string, string>>): Home {
  const folder = mkdtempSync(join(tmpdir(), "grantlint-editor-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  const program = "bin/grantlint-language-server";
  const start = `#!/bin/sh\nexec "${process.execPath}" "${resolve(server)}" "$@"\n`;
  for (const [path, text] of Object.entries({ ...files, [program]: start })) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  chmodSync(join(folder, program), 0o755);
  return {
    folder,
    env: {
      ...process.env,
      PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"] ?? ""}`,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, ".config"),
      XDG_CACHE_HOME: join(folder, ".cache"),
      XDG_DATA_HOME: join(folder, ".local/share"),
      XDG_STATE_HOME: join(folder, ".local/state"),
      LC_ALL: "C.UTF-8",
    },
  };
}
