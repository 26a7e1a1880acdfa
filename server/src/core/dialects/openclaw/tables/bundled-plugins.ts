/**
 * Ids of the plugins OpenClaw has shipped with itself. Tells them from plugins somebody installed, whose tools can have any name.
 * Source: the manifests in the packages of every published release from 2026.2.9 to 2026.9.6.
 */
export const bundledPlugins: ReadonlySet<string> = new Set(
  `a2a acpx active-memory admin-http-rpc alibaba amazon-bedrock amazon-bedrock-mantle anthropic anthropic-vertex apple-fm arcee
  azure-speech beam bluebubbles bonjour brave browser byteplus canvas cerebras chutes clawrouter clickclack cloudflare-ai-gateway
  code-mode-quickjs codex codex-supervisor cohere comfy copilot-proxy crabbox cua-computer deepgram deepinfra deepseek device-pair
  diagnostics-otel diagnostics-prometheus diffs discord document-extract duckduckgo elevenlabs exa fal feishu file-transfer firecrawl
  fireworks geolocation github github-copilot gmi google google-antigravity-auth google-gemini-cli-auth google-meet googlechat gradium
  groq huggingface imap imessage inworld irc kilocode kimi line linux-node litellm llm-task lmstudio lobster logbook matrix mattermost
  memory-core memory-lancedb memory-wiki meta microsoft microsoft-foundry migrate-claude migrate-hermes minimax minimax-portal-auth
  mistral modelstudio moonshot msteams nextcloud-talk nostr novita nvidia oc-path ollama onepassword open-prose openai opencode
  opencode-go openrouter openshell parallel perplexity phone-control policy qa-channel qa-lab qianfan qqbot qwen qwen-portal-auth reef
  runway searxng senseaudio session-share sglang signal skill-workshop slack sms stepfun synology-chat synthetic talk-voice tavily
  telegram tencent thread-ownership tlon together tokenjuice tts-local-cli twitch vault venice vercel-ai-gateway vllm voice-call
  volcengine voyage vydra web-readability webhooks whatsapp workboard xai xiaomi zai zalo zalouser`.split(/\s+/),
);
