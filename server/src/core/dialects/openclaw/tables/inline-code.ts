/**
 * Interpreters whose code on the command line `strictInlineEval` stops at: what it knows in a release. Facts with their source, no logic.
 * The check exists from 2026.3.22 on; its list is read in the two releases named.
 */
export const inlineCodeInterpreters: readonly { readonly since: string; readonly names: readonly string[]; readonly source: string }[] = [
  {
    since: "2026.3.22",
    names: words(`
      awk bun deno find gawk gmake gsed lua make mawk nawk node nodejs osascript perl php pypy pypy3 python python2 python3 ruby sed xargs`),
    source: "list read in 2026.6.1; python, perl and find run there with and without the check",
  },
  {
    since: "2026.9.6",
    names: words("clj clojure elixir erl expect gdb ghc ghci groovy guile iex julia perl6 r raku rscript scala scala-cli werl"),
    source: "list read in 2026.9.6; releases between not opened",
  },
];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
