/** Beside the grid: what the cell in focus stands for in full, with its reasons, and the neighbourhood of its agent. */
import type { MatrixAgent, MatrixReason, ShownMatrix } from "../../server/src/lsp/protocol.ts";
import { element, filled } from "./elements.ts";
import type { PageWords } from "./messages.ts";
import { drawReach } from "./reach-drawing.ts";
import { reachGraph } from "./reach.ts";
import type { Target } from "./table.ts";

/** Numbers into what is shown. */
export interface ReasonNumbers {
  readonly agent: number;
  readonly cell: number;
  readonly detail: number;
  readonly reason: number;
}

/** Every grant behind a cell and what decides it, the deciding reason first. */
export function showDetails(
  place: HTMLElement,
  { agents, columns }: ShownMatrix,
  { agent: index, column }: Target,
  words: PageWords,
  onOpen: (numbers: ReasonNumbers) => void,
): void {
  const agent = index === undefined ? undefined : agents[index];
  if (index === undefined || !agent) {
    const { name, about } = columns[column ?? -1] ?? { name: words.agent, about: "" };
    place.replaceChildren(element("h2", {}, name), element("p", {}, about));
    return;
  }
  const heading = [agent.id, columns[column ?? -1]?.name].filter((part) => part !== undefined).join(" · ");
  if (column === undefined) {
    place.replaceChildren(element("h2", {}, heading), element("p", {}, agent.phrase));
    return;
  }
  const { details = [], change } = agent.cells[column] ?? {};
  const parts = details.flatMap(({ words: sentence, reasons }, detail) => [
    element("p", {}, sentence),
    element(
      "ul",
      {},
      ...reasons.map((reason, number) => reasonItem(reason, () => onOpen({ agent: index, cell: column, detail, reason: number }))),
    ),
  ]);
  const earlier = change ? [element("p", {}, filled(words.was, change.details.join("; ") || words.noGrant))] : [];
  const shown = parts.length === 0 ? [element("p", {}, words.noGrant)] : parts.filter(hasContent);
  place.replaceChildren(element("h2", {}, heading), ...earlier, ...shown);
}

function reasonItem({ says, layer, at }: MatrixReason, open: () => void): HTMLLIElement {
  const text = [says, " ", element("small", {}, layer)];
  if (!at) return element("li", {}, ...text);
  const button = element("button", { type: "button", class: "link" }, ...text);
  button.addEventListener("click", open);
  return element("li", {}, button);
}

function hasContent(part: HTMLElement): boolean {
  return part.tagName !== "UL" || part.childElementCount > 0;
}

/** The drawing, and below it the same in words. */
export function showReach(place: HTMLElement, { agents }: ShownMatrix, agent: MatrixAgent | undefined, words: PageWords): void {
  const senders = { open: words.anyone, listed: words.listed, paired: words.paired };
  const graph =
    agent &&
    reachGraph(agents, agent.id, {
      more: (number) => filled(words.more, number),
      door: ({ name, who }) => `${name}: ${senders[who]}`,
    });
  if (!agent || !graph) return place.replaceChildren();
  const title = filled(words.reachOf, agent.id);
  const sentences = [
    agent.messages.length === 0 ? "" : filled(words.messages, agent.messages.join(", ")),
    agent.starts.length === 0 ? "" : filled(words.starts, agent.starts.join(", ")),
  ].filter((sentence) => sentence !== "");
  place.replaceChildren(
    element("h2", {}, title),
    drawReach(graph, title, words.shell),
    element("p", { class: "legend" }, words.graphLegend),
    ...(sentences.length === 0 ? [words.reachesNobody] : sentences).map((sentence) => element("p", {}, sentence)),
  );
}
