/** What one allowlist entry really lets pass: security allowlist, ask off, one list, one command. Data only. */
import { allowlist, gateway } from "./exec.ts";
import { A, B, C, type ByRelease, type Expectation, type WorkedExample } from "./example.ts";

type Outcomes = readonly [inA: string, inB: string, inC: string];

const rows: readonly (readonly [entries: readonly unknown[], command: string, outcomes: Outcomes])[] = [
  [[], "pwd", ["miss", "runs", "runs"]],
  [[], "cd /tmp", ["miss", "runs", "runs"]],
  [["**/id"], "id -u; id -g", ["runs", "runs", "runs"]],
  [["**/id"], "cd /tmp && id -u", ["miss", "runs", "runs"]],
  [["**/id"], "id -u | cat", ["miss", "miss", "miss"]],
  [["**/id"], "X=1 id -u", ["miss", "miss", "miss"]],
  [["**/id"], "id -u 2>/dev/null", ["miss", "miss", "miss"]],
  [["**/id"], "id -u &", ["miss", "miss", "miss"]],
  [["**/id"], "id $(whoami)", ["miss", "miss", "miss"]],
  [["**/id"], 'id "$HOME"', ["runs", "runs", "miss"]],
  [["**/id"], "nice id -u", ["miss", "runs", "runs"]],
  [["**/nice"], "nice id -u", ["runs", "miss", "miss"]],
  [["**/timeout"], "timeout 5 id -u", ["runs", "miss", "miss"]],
  [["**/env"], "env id -u", ["runs", "miss", "miss"]],
  [["**/bash"], 'bash -c "id -u"', ["runs", "miss", "miss"]],
  [["**/id"], 'bash -c "id -u"', ["miss", "miss", "asks"]],
  [["*"], "id -u", ["miss", "runs", "runs"]],
  [["*"], "curl --version", ["miss", "runs", "runs"]],
  [["*"], 'bash -c "id -u; whoami"', ["miss", "runs", "asks"]],
  [["*"], "id > f", ["miss", "miss", "miss"]],
  [["**"], "id -u", ["miss", "runs", "runs"]],
  [["/**"], "id -u", ["runs", "runs", "runs"]],
  [["id"], "id -u", ["miss", "runs", "runs"]],
  [["id"], "<bin>/id -u", ["miss", "miss", "miss"]],
  [["ID"], "id -u", ["miss", "miss", "miss"]],
  [["**/ID"], "id -u", ["runs", "miss", "miss"]],
  [["*/id"], "id -u", ["miss", "miss", "miss"]],
  [[" **/id "], "id -u", ["runs", "runs", "runs"]],
  [["<bin>/i?"], "id -u", ["runs", "runs", "runs"]],
  [["<bin>?id"], "id -u", ["runs", "miss", "miss"]],
  [["<bin>/[i]d"], "id -u", ["runs", "miss", "miss"]],
  [["<bin>/i."], "id -u", ["runs", "miss", "miss"]],
  [["<bin>/{id,rg}"], "id -u", ["miss", "miss", "miss"]],
  [["<bin>/id/"], "id -u", ["miss", "miss", "miss"]],
  [["bin/id"], "id -u", ["miss", "miss", "miss"]],
  [["~/bin/id"], "id -u", ["runs", "runs", "runs"]],
  [["$HOME/bin/id"], "id -u", ["miss", "miss", "miss"]],
  [["**/find"], "find F -exec id -u ';'", ["runs", "runs", "miss"]],
  [["**/xargs"], "xargs id -u", ["runs", "runs", "miss"]],
  [["**/awk"], "awk 'BEGIN{system(\"id\")}'", ["runs", "runs", "runs"]],
  [["**/perl*"], "perl -e 1", ["runs", "runs", "runs"]],
  [["**/python3*"], "python3 -c 1", ["runs", "runs", "runs"]],
  [["**/make"], "make all", ["runs", "runs", "runs"]],
  [[{ pattern: "<bin>/id", argPattern: "^-u$" }], "id -g", ["runs", "miss", "miss"]],
  [[{ pattern: "<bin>/id", argPattern: "-u" }], "id -u -g", ["runs", "runs", "runs"]],
  [[{ pattern: "<bin>/id", argPattern: "^$" }], "id", ["runs", "runs", "runs"]],
  [[{ pattern: "<bin>/id", argPattern: "" }], "id -g", ["runs", "runs", "runs"]],
  [[{ pattern: "<bin>/id", argPattern: "(" }], "id -g", ["runs", "miss", "miss"]],
  [[{ pattern: "<bin>/id", argPattern: "^-u$" }, "<bin>/id"], "id -g", ["runs", "runs", "runs"]],
  [[{ pattern: "*", argPattern: "^x$" }], "id -u", ["miss", "miss", "miss"]],
  [[{ pattern: "<bin>/id", source: "allow-always" }], "id -u", ["runs", "runs", "miss"]],
  [["id"], "env id -u", ["miss", "runs", "runs"]],
  [["id"], 'sh -c "id -u"', ["miss", "miss", "asks"]],
  [["**"], "<bin>/id -u", ["miss", "miss", "miss"]],
  [["**"], "env <bin>/id -u", ["miss", "miss", "miss"]],
  [["*"], "<bin>/id -u", ["miss", "runs", "runs"]],
  [[" * "], "<bin>/id -u", ["miss", "runs", "runs"]],
  [[{ pattern: "*", argPattern: "^-u$" }], "id -u", ["miss", "miss", "miss"]],
  [[{ pattern: "**", argPattern: "^-u$" }], "id -u", ["miss", "runs", "runs"]],
  [["**/nice"], "nice", ["runs", "miss", "miss"]],
  [[{ pattern: "**/timeout", argPattern: "^5 id$" }], "timeout 5 id", ["runs", "miss", "miss"]],
  [["**/bash"], "bash", ["runs", "runs", "runs"]],
  [["**/bash"], "bash -s", ["runs", "miss", "miss"]],
  [["**/bash"], "bash <bin>/id", ["runs", "miss", "miss"]],
  [[{ pattern: "**/bash", argPattern: "^<bin>/id$" }], "bash <bin>/id", ["runs", "runs", "runs"]],
  [["<bin>/id"], "bash <bin>/id", ["miss", "runs", "runs"]],
];

const inList = rows.map(([entries, command, [inA, inB, inC]], index): WorkedExample => {
  const expect: ByRelease<Expectation> = { [A]: { outcome: inA }, [B]: { outcome: inB }, [C]: { outcome: inC } };
  return {
    ...{ name: `L${index + 1}`, says: `${JSON.stringify(entries)} and ${command}` },
    ...{ config: gateway("allowlist", "off"), approvals: allowlist(...entries), command, expect },
  };
});

const strict: readonly WorkedExample[] = ["python3 -c 1", "find F -exec id -u ';'"].map((command, index) => ({
  name: `L${90 + index}`,
  says: `strict inline evaluation and ${command}`,
  config: { tools: { exec: { host: "gateway", security: "allowlist", ask: "off", strictInlineEval: true } } },
  approvals: allowlist("**/python3*", "**/find"),
  command,
  expect: { [A]: { valid: false }, all: { outcome: "asks" } },
}));

export const allowlistExamples: readonly WorkedExample[] = [...inList, ...strict];
