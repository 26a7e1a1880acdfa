/** Secrets of OpenClaw that deserve a name of their own. Facts with their source, no logic. */
import type { NamedPlace } from "../../secrets/named-places.ts";

/**
 * Each with the variable by which OpenClaw's own documentation knows it.
 * Source: the paths marked sensitive in the settings' own descriptions of 2026.2.17, 2026.6.1 and 2026.9.6.
 */
export const secretPlaces: readonly NamedPlace[] = [
  { path: "gateway.auth.token", kind: "gateway token", variable: "OPENCLAW_GATEWAY_TOKEN", opens: "gateway" },
  { path: "gateway.auth.password", kind: "gateway password", variable: "OPENCLAW_GATEWAY_PASSWORD", opens: "gateway" },
  { path: "gateway.remote.token", kind: "token of a remote gateway", variable: "OPENCLAW_REMOTE_TOKEN" },
  { path: "gateway.remote.password", kind: "password of a remote gateway", variable: "OPENCLAW_REMOTE_PASSWORD" },
  { path: "socket.token", kind: "approvals socket token", isOwn: true },
  { path: "hooks.token", kind: "hooks token", variable: "OPENCLAW_HOOKS_TOKEN", opens: "hooks" },
  { path: "cron.webhookToken", kind: "cron webhook token", variable: "OPENCLAW_CRON_WEBHOOK_TOKEN" },
  { path: "channels.telegram.botToken", kind: "Telegram bot token", variable: "TELEGRAM_BOT_TOKEN" },
  { path: "channels.telegram.accounts.*.botToken", kind: "Telegram bot token" },
  { path: "channels.discord.token", kind: "Discord bot token", variable: "DISCORD_BOT_TOKEN" },
  { path: "channels.discord.accounts.*.token", kind: "Discord bot token" },
  { path: "channels.slack.botToken", kind: "Slack bot token", variable: "SLACK_BOT_TOKEN" },
  { path: "channels.slack.appToken", kind: "Slack app token", variable: "SLACK_APP_TOKEN" },
  { path: "channels.slack.userToken", kind: "Slack user token", variable: "SLACK_USER_TOKEN" },
  { path: "channels.feishu.appSecret", kind: "Feishu app secret", variable: "FEISHU_APP_SECRET" },
  { path: "channels.feishu.accounts.*.appSecret", kind: "Feishu app secret" },
  { path: "models.providers.*.apiKey", kind: "model provider's API key" },
  { path: "models.providers.*.request.auth.value", kind: "model provider's credential" },
  { path: "tools.media.*.request.auth.value", kind: "media provider's credential" },
  { path: "tools.media.models.*.request.auth.value", kind: "media provider's credential" },
  { path: "tools.web.search.apiKey", kind: "web search API key", variable: "BRAVE_API_KEY" },
  { path: "tools.web.search.perplexity.apiKey", kind: "web search API key", variable: "PERPLEXITY_API_KEY" },
  { path: "skills.entries.*.apiKey", kind: "skill's API key" },
  { path: "channels.synology-chat.incomingUrl", kind: "webhook address" },
  { path: "channels.synology-chat.webhookUrl", kind: "webhook address" },
  { path: "channels.synology-chat.accounts.*.incomingUrl", kind: "webhook address" },
  { path: "channels.synology-chat.accounts.*.webhookUrl", kind: "webhook address" },
];
