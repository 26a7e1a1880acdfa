/**
 * Draws the neighbourhood of an agent as SVG. A few lines of our own: two columns and a centre need no layout, and a library for graphs would weigh more
 * than the rest of the page.
 */
import { svgElement } from "./elements.ts";
import type { ReachGraph, ReachNode } from "./reach.ts";

const nodeWidth = 172;
const nodeHeight = 20;

/** `title` is what a screen reader says of it; the same in words stands beside it. `shell`: the mark of an agent with a shell on the host. */
export function drawReach({ centre, incoming, outgoing, width, height }: ReachGraph, title: string, shell: string): SVGSVGElement {
  const drawing = svgElement("svg", { viewBox: `0 0 ${width} ${height}`, width: `${width}`, height: `${height}`, role: "img" });
  drawing.setAttribute("aria-label", title);
  drawing.append(
    svgElement("defs", {}, arrowHead()),
    ...incoming.map((node) => edge(node, centre, node.by)),
    ...outgoing.map((node) => edge(centre, node, node.by)),
    ...[...incoming, ...outgoing].map((node) => box(node, shell, node.kind)),
    box(centre, shell, "centre"),
  );
  return drawing;
}

function arrowHead(): SVGMarkerElement {
  const attributes = { id: "arrow", viewBox: "0 0 8 8", refX: "8", refY: "4", markerWidth: "7", markerHeight: "7", orient: "auto" };
  return svgElement("marker", attributes, svgElement("path", { d: "M0 0 L8 4 L0 8 z", class: "arrow" }));
}

/** Only starting is dashed, so that both can be told apart without colour. */
function edge(from: ReachNode, to: ReachNode, by: ReachNode["by"]): SVGPathElement {
  const [start, end] = [from.x + nodeWidth / 2, to.x - nodeWidth / 2];
  const middle = (start + end) / 2;
  const isStart = by.length === 1 && by[0] === "start";
  return svgElement("path", {
    d: `M${start} ${from.y} C${middle} ${from.y} ${middle} ${to.y} ${end} ${to.y}`,
    class: `edge${isStart ? " starts" : ""}${to.hasShell ? " to-shell" : ""}`,
    "marker-end": "url(#arrow)",
  });
}

function box({ label, hasShell, x, y }: ReachNode, shell: string, kind: string): SVGGElement {
  const text = svgElement(
    "text",
    { x: `${x}`, y: `${y}`, "text-anchor": "middle", "dominant-baseline": "central" },
    shortened(label, hasShell, shell),
  );
  const frame = svgElement("rect", {
    x: `${x - nodeWidth / 2}`,
    y: `${y - nodeHeight / 2}`,
    width: `${nodeWidth}`,
    height: `${nodeHeight}`,
    rx: kind === "door" ? "10" : "3",
    class: `node ${kind}${hasShell ? " shell" : ""}`,
  });
  return svgElement("g", {}, svgElement("title", {}, label), frame, text);
}

/** What fits into a node. */
const longest = 26;

function shortened(label: string, hasShell: boolean, shell: string): string {
  const mark = hasShell ? ` · ${shell}` : "";
  const space = longest - mark.length;
  return `${label.length > space ? `${label.slice(0, space - 1)}…` : label}${mark}`;
}
