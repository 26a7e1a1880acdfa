/** The HTML of the matrix page. Nothing from a file stands in it: what the page shows comes later, by message. */
import type { PageWords } from "../webview/messages.ts";

export interface PageParts {
  /** New for each page: only the one script and the one style that bear it may run. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** Of the person's editor: `en`. */
  readonly language: string;
  readonly words: PageWords;
  readonly labels: PageLabels;
}

/** What stands in the page from the beginning. */
export interface PageLabels {
  readonly title: string;
  readonly config: string;
  readonly view: string;
  readonly filter: string;
  readonly onlyCommands: string;
  readonly onlyChanges: string;
  readonly legend: string;
  readonly details: string;
  readonly gates: Readonly<Record<"none" | "ask-on-miss" | "ask" | "allowlist" | "deny", string>>;
  /** The sign for what stays in a sandbox. */
  readonly contained: string;
  /** What a question mark behind a gate means. */
  readonly uncertain: string;
  readonly keys: string;
}

export function matrixPage({ nonce, script, style, language, words, labels }: PageParts): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  const gates = Object.entries(labels.gates).map(
    ([gate, word]) => `<li class="gate ${gate}"><span class="sign" aria-hidden="true"></span>${escaped(word)}</li>`,
  );
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(labels.title)}</title>
<link rel="stylesheet" nonce="${nonce}" href="${escaped(style)}">
</head>
<body data-words="${escaped(JSON.stringify(words))}">
<header>
<div><h1>${escaped(labels.title)}</h1><p class="legend">${escaped(labels.keys)}</p></div>
<div id="controls" role="group" aria-label="${escaped(labels.view)}">
<label id="configs" hidden>${escaped(labels.config)} <select id="config"></select></label>
<label>${escaped(labels.view)} <select id="view"></select></label>
<label>${escaped(labels.filter)} <input type="search" id="filter"></label>
<label><input type="checkbox" id="only-commands">${escaped(labels.onlyCommands)}</label>
<label><input type="checkbox" id="only-changes">${escaped(labels.onlyChanges)}</label>
</div>
</header>
<main>
<div id="status" role="status"></div>
<div id="refusals"></div>
<ul id="legend" aria-label="${escaped(labels.legend)}">${gates.join("")}<li class="gate contained"><span class="sign" aria-hidden="true"></span>${escaped(labels.contained)}</li><li>${escaped(labels.uncertain)}</li></ul>
<div id="scroll"><table id="grid" role="grid" aria-label="${escaped(labels.title)}"></table></div>
</main>
<aside id="below" tabindex="0" aria-label="${escaped(labels.details)}">
<section id="details"></section>
<section id="reach"></section>
</aside>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
