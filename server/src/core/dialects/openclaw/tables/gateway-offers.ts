/** What the gateway keeps from callers unless it is named. Facts with their source, no logic. */

export interface HeldBackTools {
  readonly since: string;
  /** Names as they are compared: in lower case. */
  readonly names: readonly string[];
}

const words = (text: string): readonly string[] => text.split(" ");

const acts = words("exec spawn shell fs_write fs_delete fs_move apply_patch");
const screens = words("terminal portal computer mobile_ui openclaw");
const conversations = words("conversations_list conversations_send conversations_turn");

/** Tools that calls over HTTP do not get unless `gateway.tools.allow` names them. Source: the deny lists of the releases named, read one after the other. */
export const heldBackTools: readonly [HeldBackTools, ...HeldBackTools[]] = [
  { since: "2026.2.17", names: words("sessions_spawn sessions_send gateway whatsapp_login") },
  { since: "2026.2.23", names: words("sessions_spawn sessions_send cron gateway whatsapp_login") },
  { since: "2026.3.31", names: [...acts, ...words("sessions_spawn sessions_send cron gateway nodes whatsapp_login")] },
  { since: "2026.4.22", names: [...acts, ...words("sessions_spawn sessions_send cron gateway nodes")] },
  { since: "2026.8.1", names: [...acts, ...screens, ...words("sessions_spawn sessions_send automations gateway nodes"), ...conversations] },
  {
    since: "2026.9.5",
    names: [...acts, ...screens, ...words("sessions_spawn sessions_send automations gateway plugins nodes"), ...conversations],
  },
];
