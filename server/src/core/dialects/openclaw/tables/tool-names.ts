/** Other names for tools, and names a list entry stands for beyond itself. Facts, no logic. */

/**
 * Names that are read as another tool's wherever a tool is named.
 * Source: the alias table of every release from 2026.2.9 to 2026.9.6; run in 2026.2.17, 2026.6.1 and 2026.9.6.
 */
export const toolAliases: readonly { readonly name: string; readonly tool: string; readonly since: string }[] = [
  { name: "bash", tool: "exec", since: "2026.2.9" },
  { name: "apply-patch", tool: "apply_patch", since: "2026.2.9" },
  { name: "cron", tool: "automations", since: "2026.8.1" },
];

/**
 * What an entry of an allow or deny list is replaced with: a tool that was renamed, or one that split. Not applied to patterns or groups.
 * Source: read in 2026.7.35 and 2026.8.1, run in 2026.9.6.
 */
export const entryReplacements: readonly { readonly name: string; readonly tools: readonly string[]; readonly since: string }[] = [
  { name: "update_plan", tools: ["progress_card"], since: "2026.8.1" },
  { name: "canvas", tools: ["canvas", "show_widget"], since: "2026.8.1" },
];

/**
 * Names of tools that were replaced by another, for a reader who meets the old or the new one in the wrong release. The program does not know them.
 * Source: catalogues of 2026.7.35 and 2026.8.1.
 */
export const successors: readonly { readonly before: string; readonly after: string }[] = [
  { before: "image", after: "view_image" },
  { before: "cron", after: "automations" },
  { before: "update_plan", after: "progress_card" },
];
