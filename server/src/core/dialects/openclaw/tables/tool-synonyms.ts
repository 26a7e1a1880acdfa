/**
 * What people write when they mean a tool or group of OpenClaw: names of other agent products' tools, and words for what a group holds.
 * Facts about habits, not about the program; source: names seen in published configs. Used for suggestions only.
 */
export const toolSynonyms: readonly { readonly means: string; readonly names: readonly string[] }[] = [
  { means: "exec", names: ["shell", "run", "run_command", "command", "execute", "sh", "cmd", "powershell", "exec-tool", "exec_tool"] },
  { means: "read", names: ["read_file", "file_read", "readfile", "fs_read", "cat"] },
  { means: "write", names: ["write_file", "file_write_text", "writefile", "fs_write", "create_file"] },
  { means: "edit", names: ["edit_file", "file_edit", "str_replace", "multiedit", "fs_edit"] },
  { means: "ls", names: ["list", "list_files", "list_dir", "fs_list", "listdir"] },
  { means: "web_fetch", names: ["fetch", "http", "curl", "webfetch", "url_fetch"] },
  { means: "web_search", names: ["search", "websearch", "google"] },
  { means: "sessions_spawn", names: ["spawn", "subagent", "task"] },
  { means: "sessions_send", names: ["send_session", "agent_send"] },
  { means: "message", names: ["send_message", "messages", "send"] },
  { means: "group:fs", names: ["group:file", "group:files", "group:filesystem", "fs", "files", "filesystem"] },
  { means: "group:runtime", names: ["group:exec", "group:shell", "group:process", "runtime"] },
  { means: "group:web", names: ["group:network", "group:net", "group:internet", "group:search", "web", "network"] },
  { means: "group:ui", names: ["group:browser", "ui"] },
  { means: "group:messaging", names: ["group:message", "group:messages", "group:channels", "messaging"] },
  { means: "group:sessions", names: ["group:session", "group:agents", "sessions_all"] },
  { means: "group:automation", names: ["group:cron", "group:schedule", "automation"] },
  { means: "group:memory", names: ["memory"] },
];
