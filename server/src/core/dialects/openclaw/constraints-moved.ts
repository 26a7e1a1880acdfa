/**
 * Settings that moved or were renamed, with the place that replaces them. A setting that merely vanished needs no row: the schemas of the releases tell.
 * Source: what the newer release's own repair command makes of the old setting, asked of the program.
 */

export interface MovedKey {
  /** Path of the old key; `*` for an agent, account or other name. */
  readonly path: string;
  /** The first of the releases looked at that refuses it. */
  readonly since: string;
  /** What it is called now, in the same object. */
  readonly renamed?: string;
  /** Where it stands now, from the root. */
  readonly moved?: string;
}

type Place = Omit<MovedKey, "path" | "since">;

const to = (moved: string): Place => ({ moved });
const as = (renamed: string): Place => ({ renamed });
const roster = ["agents.defaults", "agents.list.*", "agents.entries.*"];
const since = (release: string, place: Place, ...paths: string[]): MovedKey[] => paths.map((path) => ({ path, since: release, ...place }));
const always = (path: string, place: Place): MovedKey[] => since("2026.2.17", place, path);
const middle = (path: string, place: Place): MovedKey[] => since("2026.6.1", place, path);
const newest = (path: string, place: Place): MovedKey[] => since("2026.9.6", place, path);
/** A key of every agent and of their defaults. */
const ofAgents = (key: string, place: Place): MovedKey[] => since("2026.9.6", place, ...roster.map((agent) => `${agent}.${key}`));
/** A key of a channel and of its accounts. */
const ofChannels = (release: string, key: string, place: Place): MovedKey[] =>
  since(release, place, ...["channels.*", "channels.*.accounts.*"].map((channel) => `${channel}.${key}`));

export const movedKeys: readonly MovedKey[] = [
  // Names of the program's early days, and places people try.
  ...["whatsapp", "telegram", "discord", "slack", "signal", "imessage", "msteams"].flatMap((id) => always(id, to(`channels.${id}`))),
  ...always("agent", to("agents.defaults")),
  ...always("sandbox", to("agents.defaults.sandbox")),
  ...always("heartbeat", to("agents.defaults.heartbeat")),
  ...always("workspace", to("agents.defaults.workspace")),
  ...always("model", to("agents.defaults.model")),
  ...always("exec", to("tools.exec")),
  ...always("elevated", to("tools.elevated")),
  ...always("providers", to("models.providers")),
  ...always("gateway.token", to("gateway.auth.token")),
  ...always("gateway.password", to("gateway.auth.password")),
  ...always("tools.bash", as("exec")),
  ...always("messages.tts.enabled", as("auto")),
  ...middle("mcpServers", to("mcp.servers")),
  ...ofChannels("2026.6.1", "chunkMode", as("streaming.chunkMode")),
  ...ofChannels("2026.6.1", "blockStreaming", as("streaming.block.enabled")),
  ...ofChannels("2026.6.1", "blockStreamingCoalesce", as("streaming.block.coalesce")),
  ...ofChannels("2026.6.1", "streamMode", as("streaming.mode")),
  ...ofChannels("2026.6.1", "draftChunk", as("streaming.preview.chunk")),
  ...ofChannels("2026.6.1", "channels.*.allow", as("enabled")),
  ...ofChannels("2026.6.1", "groups.*.allow", as("enabled")),
  ...ofChannels("2026.6.1", "guilds.*.channels.*.allow", as("enabled")),
  ...since("2026.6.1", as("scope"), ...roster.map((agent) => `${agent}.sandbox.perSession`)),
  ...middle("talk.apiKey", to("talk.providers.<name>.apiKey")),
  ...middle("talk.voiceId", to("talk.providers.<name>")),
  ...middle("talk.modelId", to("talk.providers.<name>.modelId")),
  ...["elevenlabs", "openai", "edge"].flatMap((name) => middle(`messages.tts.${name}`, to(`messages.tts.providers.${name}`))),
  ...newest("tools.exec.timeoutSec", as("timeoutSeconds")),
  ...ofAgents("tools.exec.timeoutSec", as("timeoutSeconds")),
  ...ofAgents("sandbox.browser.enableNoVnc", as("noVncEnabled")),
  ...newest("tools.codeMode.runtime", as("executor")),
  ...ofAgents("tools.codeMode.runtime", as("executor")),
  ...newest("tools.message.allowCrossContextSend", as("crossContext")),
  ...ofAgents("tools.message.allowCrossContextSend", as("crossContext")),
  ...newest("agents.defaults.memorySearch", to("memory.search")),
  ...since("2026.9.6", as("memory.search"), "agents.list.*.memorySearch", "agents.entries.*.memorySearch"),
  ...newest("agents.defaults.imageGenerationModel", as("mediaModels.image")),
  ...newest("agents.defaults.videoGenerationModel", as("mediaModels.video")),
  ...newest("agents.defaults.musicGenerationModel", as("mediaModels.music")),
  ...newest("agents.defaults.pdfMaxBytesMb", as("pdfMaxMb")),
  ...newest("gateway.nodes.allowCommands", as("commands.allow")),
  ...newest("gateway.nodes.denyCommands", as("commands.deny")),
  ...newest("tools.experimental", to("tools.updatePlan")),
  ...newest("tools.media.*.deepgram", as("providerOptions.deepgram")),
  ...newest("media", as("attachments")),
  ...newest("audio", to("tools.media.audio")),
  ...newest("messages.tts", to("tts")),
  ...newest("messages.messagePrefix", to("channels.whatsapp.responsePrefix")),
  ...newest("browser.ssrfPolicy.hostnameAllowlist", as("allowedHostnames")),
  ...newest("session.idleMinutes", to("session.reset.idleMinutes")),
  ...newest("session.resetByType.dm", as("direct")),
  ...newest("session.typingMode", to("agents.defaults.typingMode")),
  ...newest("session.maintenance.pruneDays", as("pruneAfter")),
  ...newest("cron.failureDestination", as("failureAlert")),
  ...newest("talk.realtime.voice", as("speakerVoice")),
  ...newest("ui.assistant", to("agents.entries.<id>.identity")),
  ...newest("skills.workshop.autonomous.enabled", as("mode")),
  ...newest("plugins.entries.llm-task.config.allowedModels", to("plugins.entries.llm-task.llm.allowedCompletionModels")),
  ...ofChannels("2026.9.6", "heartbeat", as("heartbeatVisibility")),
  ...ofChannels("2026.9.6", "dm.policy", to("channels.<id>.dmPolicy")),
  ...ofChannels("2026.9.6", "dm.allowFrom", to("channels.<id>.allowFrom")),
];

/** Words people write where a mode is asked for. */
export const mistakenWords: readonly { readonly path: string; readonly word: RegExp; readonly means: string }[] = [
  { path: "gateway.bind", word: /^(?:0\.0\.0\.0|\[?::\]?|all|any|public)(?::\d+)?$/i, means: "lan" },
  { path: "gateway.bind", word: /^(?:127\.0\.0\.1|localhost|\[?::1\]?|local)(?::\d+)?$/i, means: "loopback" },
];
