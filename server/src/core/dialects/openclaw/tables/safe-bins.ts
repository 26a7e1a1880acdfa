/** Programs whose arguments OpenClaw knows, so that they can be taken as safe. The same from 2026.2.19 to 2026.9.6 (read in both). */
export const safeBinProfiles: readonly string[] = ["jq", "grep", "cut", "sort", "uniq", "head", "tail", "tr", "wc"];
