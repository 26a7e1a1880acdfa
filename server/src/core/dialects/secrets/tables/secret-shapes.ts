/**
 * Secrets known by their looks, wherever they stand. Facts with their source, no logic.
 * Source: the issuers' own documentation of their token formats, as of 2026. Every expression takes one way through a text.
 */

export interface SecretShape {
  readonly kind: string;
  /** Matches a whole word of a text. */
  readonly shape: RegExp;
}

export const secretShapes: readonly SecretShape[] = [
  { kind: "Anthropic API key", shape: /^sk-ant-[A-Za-z0-9_-]{20,}$/ },
  { kind: "OpenRouter API key", shape: /^sk-or-[A-Za-z0-9_-]{20,}$/ },
  { kind: "API key", shape: /^sk-[A-Za-z0-9_-]{20,}$/ },
  { kind: "Stripe key", shape: /^[sr]k_live_[A-Za-z0-9]{16,}$/ },
  { kind: "GitHub token", shape: /^(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,})$/ },
  { kind: "GitLab token", shape: /^glpat-[A-Za-z0-9_.-]{20,}$/ },
  { kind: "Slack token", shape: /^(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}$/ },
  { kind: "AWS access key", shape: /^(?:AKIA|ASIA)[A-Z0-9]{16}$/ },
  { kind: "Google API key", shape: /^AIza[A-Za-z0-9_-]{35}$/ },
  { kind: "Google access token", shape: /^ya29\.[A-Za-z0-9_-]{20,}$/ },
  { kind: "Telegram bot token", shape: /^\d{8,10}:[A-Za-z0-9_-]{35}$/ },
  { kind: "Discord bot token", shape: /^[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}$/ },
  { kind: "signed token", shape: /^eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}$/ },
  { kind: "Hugging Face token", shape: /^hf_[A-Za-z0-9]{30,}$/ },
  { kind: "npm token", shape: /^npm_[A-Za-z0-9]{36}$/ },
  { kind: "Groq API key", shape: /^gsk_[A-Za-z0-9]{30,}$/ },
  { kind: "xAI API key", shape: /^xai-[A-Za-z0-9]{30,}$/ },
  { kind: "Perplexity API key", shape: /^pplx-[A-Za-z0-9]{30,}$/ },
  { kind: "Tavily API key", shape: /^tvly-[A-Za-z0-9-]{20,}$/ },
  { kind: "Replicate token", shape: /^r8_[A-Za-z0-9]{30,}$/ },
  { kind: "NVIDIA API key", shape: /^nvapi-[A-Za-z0-9_-]{30,}$/ },
  { kind: "SendGrid API key", shape: /^SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}$/ },
  { kind: "DigitalOcean token", shape: /^do[opr]_v1_[a-f0-9]{40,}$/ },
  { kind: "Shopify token", shape: /^shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}$/ },
  { kind: "Linear API key", shape: /^lin_api_[A-Za-z0-9]{30,}$/ },
  { kind: "Notion token", shape: /^(?:ntn_|secret_)[A-Za-z0-9]{40,}$/ },
  { kind: "Tailscale key", shape: /^tskey-[A-Za-z0-9-]{16,}$/ },
];

/** A private key in PEM form, as a text of its own. */
export const privateKeyMark = "PRIVATE KEY-----";

/** Names of queries in an address whose value is a secret. */
export const secretQueries: readonly string[] = ["token", "key", "apikey", "api_key", "access_token", "secret", "password"];
