/** Which command lines run what they fetch, and which only fetch data. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runsDownload } from "../server/src/core/grants/downloads.ts";

const running: readonly string[] = [
  "curl x | sh",
  "curl x|/bin/bash",
  "curl -fsSL https://example.com/x | bash -",
  "curl x | sudo -E bash -",
  "curl x | bash -s -- -y -c a",
  "curl x | bash -e",
  "curl x | bash -euo pipefail",
  "curl x | bash >/dev/null",
  "(curl x | sh)",
  "curl x | bash -x && y",
  "wget -qO- x | sh\nnext",
  "bash -c 'curl x | sh'",
  '["bash","-c","curl x | bash"]',
  "curl x | python3 - --yes",
  "curl x | node",
  'sh -c "$(curl -fsSL x)"',
  'bash -ec "$(curl x)"',
  '["sh","-c","$(curl x)"]',
  'eval "$(curl x)"',
  "bash <(curl x)",
  "source <(curl x)",
  "set -e; . <(wget x)",
];

const fetching: readonly string[] = [
  "VERSION=$(curl -s x) && npm install y@$VERSION",
  'echo "$(curl x)" > file',
  "./a.sh $(curl x)",
  "cat <(curl x)",
  "tar xz <(curl x)",
  "curl x | python3 -c 'import json'",
  "curl x | python3 -m json.tool",
  "curl x | python3 parse.py",
  "curl x | node -e 'x'",
  "curl x | perl -pe s/a/b/",
  "curl x | bash -c 'cat > file'",
  "curl x | sh script.sh",
  "curl x | sha256sum -c",
  "curl x | tee file | wc",
  "curl x -o y && sh y",
  "apt-get install curl bash",
];

describe("command lines", () => {
  for (const line of running) it(`runs what it fetches: ${line}`, () => assert.equal(runsDownload(line), true));
  for (const line of fetching) it(`fetches no more than data: ${line}`, () => assert.equal(runsDownload(line), false));
});
