/** The tree of what each agent may do: agent, grant, reason. A click goes to the line that decides. Asks the server, knows no config. */
import { EventEmitter, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window, type Disposable, type TreeDataProvider } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  grantsRequest,
  type AgentGrants,
  type GrantItem,
  type GrantSet,
  type GrantsResult,
  type Place,
} from "../../server/src/lsp/protocol.ts";

export interface GrantsView extends Disposable {
  /** What is shown may have changed. */
  readonly refresh: () => void;
}

type Entry =
  | { readonly kind: "set"; readonly set: GrantSet }
  | { readonly kind: "agent"; readonly agent: AgentGrants }
  | { readonly kind: "grant"; readonly grant: GrantItem }
  | { readonly kind: "reason"; readonly words: string; readonly at: Place };

export function createGrantsView(client: BaseLanguageClient): GrantsView {
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<Entry> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: itemOf,
    getChildren: async (entry) =>
      entry ? childrenOf(entry) : rootsOf(client.isRunning() ? await client.sendRequest<GrantsResult>(grantsRequest) : { sets: [] }),
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
      return entry.grant.because.map(({ words, at }) => ({ kind: "reason", words, at }));
    case "reason":
      return [];
  }
}

function itemOf(entry: Entry): TreeItem {
  switch (entry.kind) {
    case "set":
      return item(Uri.parse(entry.set.root).fsPath, `OpenClaw ${entry.set.release}`, "folder");
    case "agent":
      return item(entry.agent.id, entry.agent.phrase, "account", entry.agent.at);
    case "grant":
      return item(entry.grant.capability, entry.grant.words, "key", entry.grant.because[0]?.at);
    case "reason":
      return item(entry.words, "", "arrow-small-right", entry.at);
  }
}

function item(label: string, description: string, icon: string, at?: Place): TreeItem {
  const leaf = icon === "arrow-small-right";
  const made = new TreeItem(label, leaf ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed);
  made.description = description;
  made.tooltip = description === "" ? label : `${label}: ${description}`;
  made.iconPath = new ThemeIcon(icon);
  made.accessibilityInformation = { label: made.tooltip };
  if (at)
    made.command = {
      title: "Go to the deciding line",
      command: "vscode.open",
      arguments: [Uri.parse(at.uri), { selection: at.range, preserveFocus: true }],
    };
  return made;
}
