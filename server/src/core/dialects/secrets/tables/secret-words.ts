/** Values that stand where a secret belongs and are none. Facts with their source, no logic. */

/** What people and tools write in place of a secret, compared in lower case. Source: published configs and templates. */
export const placeholderWords: ReadonlySet<string> = new Set([
  "changeme",
  "change-me",
  "change_me",
  "redacted",
  "secret",
  "token",
  "password",
  "placeholder",
  "example",
  "todo",
  "tbd",
  "none",
  "null",
  "undefined",
  "dummy",
  "fake",
  "test",
  "unset",
  "empty",
  "xxx",
  "...",
  "your-token",
  "your-api-key",
  "your_api_key",
]);

/**
 * Values that a model on one's own machine is given because the field must not be empty, compared in lower case.
 * Source: markers that are no secrets to 2026.9.6, and published configs.
 */
export const localModelWords: ReadonlySet<string> = new Set([
  "codex-app-server",
  "custom-local",
  "gcp-vertex-credentials",
  "llama.cpp",
  "llamacpp",
  "lm-studio",
  "lmstudio",
  "local",
  "localai",
  "no-key",
  "none",
  "not-needed",
  "notneeded",
  "ollama",
  "ollama-local",
  "sk-local",
  "sk-no-key-required",
  "sk-none",
  "vllm",
]);

/** What OpenClaw itself writes in place of a value it hides (read in 2026.9.6). */
export const hiddenValue = "__OPENCLAW_REDACTED__";

/**
 * Values of a login that anybody would try, compared in lower case. Source: what OpenClaw's own examples give (2026.6.1 and 2026.9.6 refuse to start
 * with them, and with a blank, `undefined` or `null`), and published configs.
 */
export const guessableWords: ReadonlySet<string> = new Set([
  "change-me-now",
  "change-me-to-a-long-random-token",
  "change-me-to-a-strong-password",
  "undefined",
  "null",
  "none",
  ..."changeme change-me change_me secret token password passwd test dummy fake example placeholder admin letmein openclaw clawdbot moltbot".split(
    " ",
  ),
  ..."1234 12345 123456 12345678 123456789 1234567890 qwerty my-token mytoken my-secret-token secret-token test-token dev-token gateway-token".split(
    " ",
  ),
]);
