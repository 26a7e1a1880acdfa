/** Denials that leave another way to the same act: file tools without the shell, one writing tool without the other. */
import type { IneffectiveSetting } from "../../../grants/ineffective.ts";
import { member } from "../../../reader.ts";
import { listNames, listWords } from "../../../wording.ts";
import { namesIn, noTools } from "../catalogue.ts";
import type { ToolBlock } from "../tool-blocks.ts";
import { adding, maskOf, readToolList } from "../tool-lists.ts";
import type { IneffectiveContext } from "./index.ts";

export function incompleteDenials(context: IneffectiveContext): IneffectiveSetting[] {
  const blocks = context.blocks.filter(({ kind }) => kind === "tools");
  return blocks.flatMap((block) => [...shellLeft(context, block), ...writerLeft(context, block)]);
}

/** File tools, or the product's own group, are denied, and the shell is not among them. */
function shellLeft(context: IneffectiveContext, block: ToolBlock): IneffectiveSetting[] {
  const { catalogue } = context;
  const deny = readToolList(member(block.place, "deny"));
  const writers = catalogue.tool("write") | catalogue.tool("edit");
  const everything = deny.entries.find(({ name }) => catalogue.normalize(name) === "group:openclaw");
  const naming = deny.entries.filter(({ name }) => (catalogue.matches(name) & writers) !== noTools);
  const isReadOnly = (maskOf(catalogue, deny.entries) & writers) === writers;
  const [first = everything] = isReadOnly ? naming : [];
  if (!first) return [];
  const agents = holders(context, block, ["exec"]);
  if (agents.length === 0) return [];
  const names = isReadOnly ? [...naming, ...(everything && !naming.includes(everything) ? [everything] : [])] : [first];
  const meant = denied(
    block,
    names.map(({ name }) => name),
  );
  const does = isReadOnly ? "exec is left, and a shell reads and writes any file" : "exec is not in that group, and a shell is left";
  const edits = adding(block.place, "deny", deny, "exec", "process");
  const remedy = { title: "Deny the shell as well", edits };
  return [{ kind: "deny-leaves-shell", read: first.read, agents, meant, does, because: [], certain: true, remedy }];
}

/** `write` is denied, and another tool that writes is not. */
function writerLeft(context: IneffectiveContext, block: ToolBlock): IneffectiveSetting[] {
  const { catalogue } = context;
  const deny = readToolList(member(block.place, "deny"));
  const mask = maskOf(catalogue, deny.entries);
  const entry = deny.entries.find(({ name }) => (catalogue.matches(name) & catalogue.tool("write")) !== noTools);
  if (!entry) return [];
  const others = ["edit", "apply_patch"].filter((name) => (mask & catalogue.tool(name)) === noTools);
  const found = others.filter((name) => holders(context, block, [name]).length > 0);
  const agents = holders(context, block, found);
  if (found.length === 0) return [];
  const names = namesIn(catalogue, mask & (catalogue.tool("write") | catalogue.tool("edit"))).reverse();
  return [
    {
      kind: "deny-leaves-other-writer",
      read: entry.read,
      agents,
      meant: denied(block, names),
      does: `${listWords(found)} still ${found.length === 1 ? "writes" : "write"} files`,
      because: [],
      certain: true,
      remedy: { title: `Deny ${listNames(found)} as well`, edits: adding(block.place, "deny", deny, ...found) },
    },
  ];
}

function denied({ agent }: ToolBlock, names: readonly string[]): string {
  return `${listNames(names)} ${names.length === 1 ? "is" : "are"} denied${agent === undefined ? "" : ` to "${agent}"`}`;
}

/** The agents a block is about that hold one of these tools for sure in some session. */
function holders({ agents }: IneffectiveContext, { agent: owner }: ToolBlock, tools: readonly string[]): string[] {
  const concerned = agents.filter(({ id }) => owner === undefined || id === owner);
  return concerned
    .filter(({ sessions }) => sessions.some((session) => tools.some((tool) => session.tools.includes(tool))))
    .map(({ id }) => id);
}
