/** The tree of what each agent may do: agent, grant, reason. A click goes to the line that decides. Asks the server, knows no config. */
import {
  EventEmitter,
  l10n,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  workspace,
  type Disposable,
  type TreeDataProvider,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  grantsRequest,
  type AgentGrants,
  type GrantItem,
  type GrantSet,
  type GrantsResult,
  type Place,
  type Reason,
} from "../../server/src/lsp/protocol.ts";

export interface GrantsView extends Disposable {
  /** What is shown may have changed. */
  readonly refresh: () => void;
}

type Entry =
  | { readonly kind: "set"; readonly set: GrantSet }
  | { readonly kind: "agent"; readonly agent: AgentGrants }
  | { readonly kind: "grant"; readonly grant: GrantItem }
  | { readonly kind: "reason"; readonly reason: Reason };

export function createGrantsView(client: BaseLanguageClient): GrantsView {
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<Entry> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    getChildren: async (entry) => (entry ? childrenOf(entry) : rootsOf(await ask(client))),
  };
  const view = window.createTreeView("grantlint.grants", { treeDataProvider: provider, showCollapseAll: true });
  return {
    // A tree nobody sees is not worth asking for; it is asked for again when it comes to view.
    refresh: () => void (view.visible && changed.fire(undefined)),
    dispose: () => {
      changed.dispose();
      view.dispose();
    },
  };
}

/** A server that is not there, or goes while it is asked, has nothing to show; once it is back it makes itself heard. */
async function ask(client: BaseLanguageClient): Promise<GrantsResult> {
  const nothing: GrantsResult = { sets: [] };
  return client.isRunning() ? client.sendRequest<GrantsResult>(grantsRequest).catch(() => nothing) : nothing;
}

/** With one set its agents come first; with several each set is named. */
function rootsOf({ sets }: GrantsResult): Entry[] {
  const [only] = sets;
  if (only && sets.length === 1) return only.agents.map((agent) => ({ kind: "agent", agent }));
  return sets.map((set) => ({ kind: "set", set }));
}

function childrenOf(entry: Entry): Entry[] {
  switch (entry.kind) {
    case "set":
      return entry.set.agents.map((agent) => ({ kind: "agent", agent }));
    case "agent":
      return entry.agent.grants.map((grant) => ({ kind: "grant", grant }));
    case "grant":
      return entry.grant.because.map((reason) => ({ kind: "reason", reason }));
    case "reason":
      return [];
  }
}

function itemOf(entry: Entry): TreeItem {
  switch (entry.kind) {
    case "set":
      return setItem(entry.set);
    case "agent":
      return item(entry.agent.id, entry.agent.phrase, entry.agent.hasShell ? "terminal" : "account", entry.agent.at);
    case "grant":
      return item(entry.grant.capability, entry.grant.words, iconOf(entry.grant.capability), entry.grant.because[0]?.at);
    case "reason":
      return item(entry.reason.says, entry.reason.layer, reasonIcon, entry.reason.at);
  }
}

/** By the folder's own name, and where it lies behind it: the name alone may stand for several. */
function setItem({ root, release }: GrantSet): TreeItem {
  const folder = Uri.parse(root);
  const name = folder.path.split("/").at(-1) || root;
  const place = placeOf(folder);
  return item(name, [`OpenClaw ${release}`, ...(place === name ? [] : [place])].join(" · "), "folder");
}

/** As VS Code has it below the folders that are open; one of those itself goes by its name. */
function placeOf(folder: Uri): string {
  const opened = workspace.workspaceFolders?.find(({ uri }) => uri.toString() === folder.toString());
  return opened?.name ?? workspace.asRelativePath(folder);
}

const reasonIcon = "arrow-small-right";

/** By the first word of a capability: `fs.read`, `net.fetch`. */
const icons: Readonly<Record<string, string>> = {
  exec: "terminal",
  fs: "files",
  net: "globe",
  browser: "browser",
  message: "mail",
  session: "comment-discussion",
  agent: "organization",
  control: "settings-gear",
  schedule: "clock",
  device: "device-mobile",
  memory: "database",
  media: "device-camera",
};

function iconOf(capability: string): string {
  return icons[capability.split(".")[0] ?? ""] ?? "key";
}

function item(label: string, description: string, icon: string, at?: Place): TreeItem {
  const leaf = icon === reasonIcon;
  const made = new TreeItem(label, leaf ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed);
  made.description = description;
  made.tooltip = description === "" ? label : `${label}: ${description}`;
  made.iconPath = new ThemeIcon(icon);
  made.accessibilityInformation = { label: made.tooltip };
  if (at)
    made.command = {
      title: l10n.t("Go to the deciding line"),
      command: "vscode.open",
      arguments: [Uri.parse(at.uri), { selection: at.range, preserveFocus: true }],
    };
  return made;
}
