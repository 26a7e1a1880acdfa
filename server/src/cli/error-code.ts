/** The system's name for what went wrong with a file (`ENOENT`); undefined for an error that is not the system's. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
