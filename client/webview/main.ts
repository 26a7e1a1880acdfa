/** The matrix page: keeps what somebody chose, asks the extension for the table and shows it. Reads no file and computes nothing about grants. */
import type { MatrixView, ShownMatrix } from "../../server/src/lsp/protocol.ts";
import { showDetails, showReach } from "./details.ts";
import { byId, element, filled } from "./elements.ts";
import type { FromPage, PageState, PageWords, ToPage } from "./messages.ts";
import { isChanged, nextSort, rowsOf, type Sort } from "./rows.ts";
import { createGrid, type Target } from "./table.ts";

/** What VS Code gives to a page. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Choice | undefined;
  setState(state: Choice): void;
};

/** All that somebody chose. */
interface Choice extends PageState {
  readonly config?: string;
  readonly view: MatrixView;
  readonly text: string;
  readonly onlyCommands: boolean;
  readonly onlyChanges: boolean;
  readonly sort: Sort;
}

const editor = acquireVsCodeApi();
const words = JSON.parse(document.body.dataset["words"] ?? "{}") as PageWords;
const configs = byId("config", HTMLSelectElement);
const views = byId("view", HTMLSelectElement);
const filter = byId("filter", HTMLInputElement);
const onlyCommands = byId("only-commands", HTMLInputElement);
const onlyChanges = byId("only-changes", HTMLInputElement);
const status = byId("status", HTMLElement);
const refusals = byId("refusals", HTMLElement);
const details = byId("details", HTMLElement);
const reach = byId("reach", HTMLElement);

let choice: Choice = editor.getState() ?? {
  view: { kind: "now" },
  text: "",
  onlyCommands: false,
  onlyChanges: false,
  sort: { by: "file", descending: false },
};
let shown: ShownMatrix | undefined;
let focused: Target = { agent: 0, column: undefined };

const grid = createGrid(byId("grid", HTMLTableElement), words, {
  onFocus: (target) => {
    focused = target;
    showFocused();
  },
  onAct: ({ agent, column }) => {
    if (agent === undefined) choose({ sort: nextSort(choice.sort, column ?? "name") });
    else editor.postMessage({ type: "open", agent, ...(column === undefined ? {} : { cell: column }) });
  },
});

filter.value = choice.text;
onlyCommands.checked = choice.onlyCommands;
onlyChanges.checked = choice.onlyChanges;
filter.addEventListener("input", () => choose({ text: filter.value }));
onlyCommands.addEventListener("change", () => choose({ onlyCommands: onlyCommands.checked }));
onlyChanges.addEventListener("change", () => choose({ onlyChanges: onlyChanges.checked }));
configs.addEventListener("change", () => want({ config: configs.value }));
views.addEventListener("change", () => want({ view: viewFrom(views.value) }));
addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.type === "view") return want({ view: data.view });
  shown = data.result.shown ?? undefined;
  if (shown) keep({ shown: shown.config });
  fillConfigs(data.result.configs);
  fillViews();
  show();
});
status.textContent = words.loading;
want({});

function keep(change: Partial<Choice>): void {
  choice = { ...choice, ...change };
  editor.setState(choice);
}

/** Something that only the page has to know. */
function choose(change: Partial<Choice>): void {
  keep(change);
  show();
}

/** Something that the table has to be had anew for. */
function want(change: Pick<Partial<Choice>, "config" | "view">): void {
  keep(change);
  editor.postMessage({ type: "want", view: choice.view, ...(choice.config === undefined ? {} : { config: choice.config }) });
}

function show(): void {
  const isCompared = shown !== undefined && shown.view.kind !== "now";
  onlyChanges.disabled = !isCompared;
  const rows = shown ? rowsOf(shown, { ...choice, onlyChanges: isCompared && choice.onlyChanges }) : [];
  grid.show(shown ?? { ...nothing, view: choice.view }, rows, choice.sort);
  status.textContent = statusText(rows.length);
  // What is said beside the table is about a row that is in it.
  if (rows.length > 0 && focused.agent !== undefined && !rows.includes(focused.agent)) focused = { agent: rows[0], column: undefined };
  refusals.replaceChildren(...(shown?.refusals ?? []).map((why) => element("p", {}, filled(words.refused, shown?.release ?? "", why))));
  showFocused();
}

const nothing: ShownMatrix = {
  config: "",
  view: { kind: "now" },
  release: "",
  releases: [],
  refusals: [],
  fixes: 0,
  columns: [],
  agents: [],
};

function statusText(rows: number): string {
  if (!shown) return words.nothingOpen;
  const changed = shown.agents.filter(isChanged).length;
  const parts = [`OpenClaw ${shown.release}`, filled(words.shownOf, rows, shown.agents.length)];
  if (shown.view.kind === "fixed") parts.push(filled(words.fixesMade, shown.fixes));
  if (shown.view.kind !== "now") parts.push(changed === 0 ? words.noChanges : filled(words.changes, changed));
  return parts.join(" · ");
}

function showFocused(): void {
  if (!shown) return [details, reach].forEach((place) => place.replaceChildren());
  const table = shown;
  showDetails(details, table, focused, words, (numbers) => editor.postMessage({ type: "open", ...numbers }));
  showReach(reach, table, focused.agent === undefined ? undefined : table.agents[focused.agent], words);
}

/** One config needs no choice. */
function fillConfigs(names: readonly string[]): void {
  configs.replaceChildren(...names.map((name) => element("option", { value: name }, decodeURIComponent(name.replace(/^.*?:\/\//, "")))));
  if (shown) configs.value = shown.config;
  byId("configs", HTMLElement).hidden = names.length < 2;
}

function fillViews(): void {
  const releases = (shown?.releases ?? []).map((release) => element("option", { value: `release ${release}` }, `OpenClaw ${release}`));
  const other = element("optgroup", { label: words.otherRelease }, ...releases);
  views.replaceChildren(element("option", { value: "now" }, words.now), element("option", { value: "fixed" }, words.fixed), other);
  views.value = choice.view.kind === "release" ? `release ${choice.view.release}` : choice.view.kind;
}

function viewFrom(value: string): MatrixView {
  const [kind, release = ""] = value.split(" ");
  return kind === "release" ? { kind, release } : { kind: kind === "fixed" ? "fixed" : "now" };
}
