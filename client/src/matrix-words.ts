/** Everything the matrix page says by itself, in the language of the person's editor. */
import { l10n } from "vscode";
import type { PageWords } from "../webview/messages.ts";
import type { PageLabels } from "./matrix-page.ts";

export function pageLabels(): PageLabels {
  return {
    title: l10n.t("What every agent may do"),
    config: l10n.t("Config"),
    view: l10n.t("View"),
    filter: l10n.t("Filter"),
    onlyCommands: l10n.t("Only agents that can run commands"),
    onlyChanges: l10n.t("Only agents that change"),
    legend: l10n.t("What is in the way"),
    details: l10n.t("The cell in focus"),
    gates: {
      none: l10n.t("open: nothing in the way"),
      "ask-on-miss": l10n.t("asks if unlisted"),
      ask: l10n.t("asks every time"),
      allowlist: l10n.t("listed only"),
      deny: l10n.t("denied"),
    },
    contained: l10n.t("in a sandbox"),
    uncertain: l10n.t("?: the files do not settle it"),
    keys: l10n.t("Arrows move, Enter goes to the deciding line or sorts by a column."),
  };
}

export function pageWords(): PageWords {
  return {
    agent: l10n.t("agent"),
    now: l10n.t("As the files are"),
    fixed: l10n.t("With every offered fix made"),
    otherRelease: l10n.t("As another release reads them"),
    shownOf: l10n.t("{0} of {1} agents"),
    nothingOpen: l10n.t("No config is open. Open an openclaw.json."),
    loading: l10n.t("Asking the server"),
    refused: l10n.t("OpenClaw {0} refuses the config: {1}"),
    fixesMade: l10n.t("{0} fixes, tried out on a copy"),
    changes: l10n.t("{0} agents change"),
    noChanges: l10n.t("nothing changes"),
    was: l10n.t("was {0}"),
    narrower: l10n.t("narrower"),
    wider: l10n.t("wider"),
    different: l10n.t("changed"),
    newAgent: l10n.t("new"),
    goneAgent: l10n.t("gone"),
    noGrant: l10n.t("No grant"),
    reachOf: l10n.t("Reach of {0}"),
    reachesNobody: l10n.t("It reaches no other agent."),
    shell: l10n.t("shell"),
    more: l10n.t("{0} more"),
    messages: l10n.t("Sends messages to {0}."),
    starts: l10n.t("Starts {0}."),
    graphLegend: l10n.t("Left: who can move it. Right: whom it can move. Dashed: by starting it only."),
    anyone: l10n.t("anyone"),
    listed: l10n.t("listed"),
    paired: l10n.t("paired"),
  };
}
