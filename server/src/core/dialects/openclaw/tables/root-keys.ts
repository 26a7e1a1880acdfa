/**
 * Every key a config of OpenClaw has had at its root. Tells a config from a file that only shares its name; whether a key is valid is the schema's business.
 * Source: the published schemas of 2026.2.17, 2026.6.1 and 2026.9.6, and the root keys of the earlier brands' releases that migrations still name.
 */
export const knownRootKeys: ReadonlySet<string> = new Set(
  `$schema $include accessGroups acp agent agents approvals attachments audio auth bindings broadcast browser canvasHost channels cli cloudWorkers
  commands commitments crestodian cron desktop diagnostics discovery discord env gateway hooks identity imessage logging mcp media memory messages
  meta models nodeHost plugins proxy routing secrets security session signal skills slack surfaces talk telegram telemetry tools transcripts tts ui
  update web whatsapp wizard worktreeAcceleration worktreeRoot`.split(/\s+/),
);
