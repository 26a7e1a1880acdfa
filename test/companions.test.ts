/** Files beside and around a config: whose they are, what is said of them, and that they keep out of what is said of agents. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "node:test";
import { DocumentSymbolRequest } from "vscode-languageserver/node";
import { findSets } from "../server/src/cli/find-sets.ts";
import { grantsRequest } from "../server/src/lsp/protocol.ts";
import { analyzeIfOurs, analyzeTexts } from "./analyze-texts.ts";
import { startClient } from "./lsp-client.ts";
import { startStepCounter } from "./steps.ts";

const servers = '{ "mcpServers": { "files": { "command": "npx", "args": ["files-mcp"] } } }';

describe("companions", () => {
  it("are known by their content", async () => {
    assert.equal(await analyzeIfOurs({ files: { ".mcp.json": '{ "name": "something else" }' } }), undefined);
    assert.equal((await analyzeTexts({ files: { ".mcp.json": servers } })).dialect.id, "mcp");
  });

  it("say nothing of agents, so that every rule about these stays silent", async () => {
    const { policy, findings, failures } = await analyzeTexts({ files: { "mcporter.json": '{ "mcpServers": {} }' }, strict: true });
    assert.deepEqual([policy.agents, findings, failures], [[], [], []]);
  });

  it("are not held to a contract", async () => {
    const contract = '{ "agents": { "main": { "needs": ["nonsense"] } } }';
    const { findings } = await analyzeTexts({ files: { ".mcp.json": servers, "grantlint.json": contract } });
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["mcp-server-unpinned"],
    );
  });

  it("are searched for secrets", async () => {
    const key = "sk-proj-" + "a1B2c3D4e5F6g7H8".repeat(3);
    const text = `{ "mcpServers": { "files": { "command": "/opt/files", "env": { "OPENAI_API_KEY": "${key}", "MODE": "\${MODE}" } } } }`;
    const { findings } = await analyzeTexts({ files: { ".mcp.json": text } });
    assert.deepEqual(
      findings.map(({ rule, path }) => [rule, path.join(".")]),
      [["plaintext-credential", "mcpServers.files.env.OPENAI_API_KEY"]],
    );
  });
});

describe("container files", () => {
  const gateway = "services:\n  gateway:\n    image: ghcr.io/openclaw/openclaw:2026.6.1\n";
  const rulesFor = async (name: string, text: string): Promise<string[]> =>
    (await analyzeTexts({ files: { [name]: text } })).findings.map(({ rule, at }) => `${rule} ${text.slice(at.start, at.end)}`);

  it("are ours where they run the gateway, and not where they share a word", async () => {
    const others = {
      "compose.yaml": "services:\n  web:\n    image: nginx\n    ports: ['80:80']\n",
      "docker-compose.yml": "services:\n  openclaw-db:\n    image: postgres:17\n    privileged: true\n",
      "compose.proxy.yml":
        "services:\n  caddy:\n    image: caddy:2\n    ports: ['443:443']\n    environment: { OPENCLAW_GATEWAY_TOKEN: secret }\n",
      "Dockerfile.sandbox": "FROM debian:13\nRUN apt-get update\nCMD sleep infinity\n",
      "app.Dockerfile": "FROM openclaw-sandbox:bookworm\nUSER root\n",
      "compose.dev.yml": "just a text\n",
      "compose.tunnel.yml":
        "services:\n  tunnel:\n    image: cloudflare/cloudflared:2025.1.0\n    command: tunnel --url http://openclaw:18789\n    network_mode: host\n",
      "compose.watch.yml":
        "services:\n  watch:\n    image: containrrr/watchtower:1.7.1\n    command: [openclaw-gateway]\n    volumes: ['/var/run/docker.sock:/var/run/docker.sock']\n",
      "client.Dockerfile": "FROM node:22.20\nENV OPENCLAW_GATEWAY_URL=ws://openclaw:18789\nCOPY . .\nCMD node bot.js\n",
      "proxy.Dockerfile": "FROM debian:13\nCOPY openclaw-nginx.conf /etc/nginx/conf.d/openclaw.conf\nCMD nginx\n",
    };
    for (const [name, text] of Object.entries(others)) assert.equal(await analyzeIfOurs({ files: { [name]: text } }), undefined, name);
  });

  it("are ours by image, command, variable, mount or, built here, by name", async () => {
    for (const body of [
      "image: ghcr.io/openclaw/openclaw:2026.6.1",
      "image: node:22\n    command: [npx, openclaw, gateway]",
      "image: own/image:1\n    environment: { CLAWDBOT_STATE_DIR: /data }",
      "image: own/image:1\n    environment:\n      - OPENCLAW_GATEWAY_BIND=lan",
      "image: own/image:1\n    volumes: ['${DIR}:/home/node/.openclaw']",
    ])
      assert.ok(await analyzeIfOurs({ files: { "compose.yaml": `services:\n  one:\n    ${body}\n` } }), body);
    assert.ok(await analyzeIfOurs({ files: { Dockerfile: "ARG BASE=ghcr.io/openclaw/openclaw:2026.6.1\nFROM ${BASE}\nUSER root\n" } }));
    for (const line of [
      "COPY --from=ghcr.io/openclaw/openclaw:2026.6.1 /app /app",
      "COPY openclaw.json /home/node/.openclaw/",
      "RUN curl -fsSL https://openclaw.ai/install.sh | bash",
      'ENTRYPOINT ["/usr/local/bin/start-openclaw.sh"]',
      'CMD ["node", "/app/openclaw.mjs", "gateway"]',
      "CMD npx -y openclaw@2026.6.1 gateway",
      "ENV OPENCLAW_STATE_DIR=/data",
    ])
      assert.ok(await analyzeIfOurs({ files: { Dockerfile: `FROM node:22.20\n${line}\n` } }), line);
    assert.ok(await analyzeIfOurs({ files: { "compose.yaml": "services:\n  one:\n    image: ${OPENCLAW_IMAGE}\n" } }));
    assert.ok(await analyzeIfOurs({ files: { "compose.yaml": "services:\n  openclaw-gateway:\n    build: .\n" } }));
  });

  it("keep their places with line ends of Windows, characters beyond one unit and blocks referred to", async () => {
    const text = `x-open: &open # \u{1F99E}\r\n  privileged: true\r\n${gateway.replaceAll("\n", "\r\n")}    <<: *open\r\n    user: "0"\r\n`;
    assert.deepEqual(await rulesFor("compose.yaml", text), ["container-privileged true", 'container-root-user "0"']);
  });

  it("that describe more than anybody can read are given up, not followed", async () => {
    // Each level refers to the one before ten times, so following them all takes ten times as much work with each.
    const withLevels = (count: number): string => {
      const levels = Array.from(
        { length: count },
        (_, level) => `x-${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}*a${level}]\n`,
      );
      return `x-0: &a0 [1]\n${levels.join("")}${gateway}`;
    };
    const counter = startStepCounter();
    const stepsFor = async (levels: number): Promise<number> =>
      (await counter.count(() => analyzeIfOurs({ files: { "compose.yaml": withLevels(levels) } }))).steps;
    await stepsFor(1);
    const [some, many] = [await stepsFor(6), await stepsFor(30)];
    counter.stop();
    assert.ok(many < some * 2, `${some} steps for 6 levels, ${many} for 30`);
  });

  it("are read to the end, however their stages and variables refer to each other", async () => {
    const install = "RUN npm i -g openclaw@2026.6.1\n";
    const inOrder = Array.from({ length: 12_000 }, (_, index) => `FROM s${index} AS s${index + 1}\n`).join("");
    assert.deepEqual(await rulesFor("Dockerfile", `FROM node:22.20 AS s0\n${inOrder}${install}`), ["container-root-user node:22.20 AS s0"]);
    // Only what stands above is a stage; below, the same name is an image's.
    assert.deepEqual(await rulesFor("Dockerfile", `FROM b AS a\nFROM a AS b\n${install}`), []);
    assert.deepEqual(await rulesFor("Dockerfile", `ARG A=${"a".repeat(100_000)}\nFROM openclaw${"$A".repeat(70_000)}\nUSER root\n`), [
      "container-root-user root",
    ]);
  });

  it("that are not well-formed are named, if they speak of the product, and nothing of their text is quoted", async () => {
    const secret = "k7Jq2Lx9Vb4Nw8Rt5Yp1";
    const image = "services:\n  gateway:\n    image: openclaw/openclaw\n";
    const faults: readonly (readonly [text: string, says: RegExp, line: number])[] = [
      [`${image}   environment:\n      - OPENCLAW_GATEWAY_TOKEN=${secret}\n`, /indented otherwise/, 4],
      [`${image}    environment: ["OPENCLAW_GATEWAY_TOKEN=${secret}]\n`, /a quote, a bracket, a comma or a colon is missing/, 4],
      [`${image}    command: gateway: --token ${secret}\n`, /a second key stands on the line/, 4],
      [`${image}\tenvironment: ${secret}\n`, /a tab indents|indented otherwise/, 4],
      [`${image}    command: @${secret}\n`, /unless it is in quotes/, 4],
      [`${image}    environment: *${secret}\nx-other: &${secret} {}\n`, /no anchor above this alias/, 4],
    ];
    for (const [text, says, line] of faults) {
      const { findings, set } = await analyzeTexts({ files: { "compose.yaml": text } });
      assert.deepEqual(
        findings.map(({ rule, severity }) => `${rule} ${severity}`),
        ["syntax error"],
        text,
      );
      assert.match(findings[0]?.message ?? "", says);
      assert.ok(!findings[0]?.message.includes(secret));
      const start = findings[0]?.at.start ?? 0;
      assert.ok((set.files[0]?.text.slice(0, start).split("\n").length ?? 0) >= line, text);
    }
    const two = await analyzeTexts({ files: { "compose.yaml": `${gateway}    privileged: true\n---\n${gateway}` } });
    assert.deepEqual(
      two.findings.map(({ rule, severity }) => `${rule} ${severity}`),
      ["container-privileged error", "syntax warning"],
    );
    const short = `${gateway}...\nb`;
    const [more] = (await analyzeTexts({ files: { "compose.yaml": short } })).findings.filter(({ rule }) => rule === "syntax");
    assert.equal(more && short.slice(more.at.start, more.at.end), "b");
    assert.equal(more?.at.end, short.length);
    const foreign = { "compose.yaml": "services:\n  db:\n   image: postgres\n  image: other\n   x: 1\n" };
    assert.equal(await analyzeIfOurs({ files: foreign }), undefined);
  });

  it("are searched for secrets, of which a Dockerfile can only be rid", async () => {
    const secret = "k7Jq2Lx9Vb4Nw8Rt5Yp1";
    const inCompose = await analyzeTexts({
      files: { "compose.yaml": `${gateway}    environment:\n      - OPENCLAW_GATEWAY_TOKEN=${secret}\n` },
    });
    const inImage = await analyzeTexts({ files: { Dockerfile: `FROM openclaw/openclaw:1\nENV OPENCLAW_GATEWAY_TOKEN=${secret}\n` } });
    const inClient = await analyzeTexts({ files: { Dockerfile: `FROM node:latest\nUSER root\nENV OPENCLAW_GATEWAY_TOKEN=${secret}\n` } });
    const beside = await analyzeTexts({
      files: { "compose.yaml": `${gateway}  db:\n    image: postgres:17\n    environment:\n      - DB_PASSWORD=${secret}\n` },
    });
    assert.deepEqual(beside.findings, []);
    for (const { findings } of [inCompose, inImage, inClient])
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        ["plaintext-credential"],
      );
    assert.equal(inCompose.findings[0]?.remediations.length, 1);
    assert.equal(inImage.findings[0]?.remediations.length, 0);
    assert.ok(![inCompose, inImage, inClient].some(({ findings }) => JSON.stringify(findings).includes(secret)));
  });
});

describe("the search for sets", () => {
  const root = mkdtempSync(join(tmpdir(), "grantlint-"));
  const put = (path: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), servers);
  };
  for (const path of [".mcp.json", "home/openclaw.json", "home/.mcp.json", "home/deeper/openclaw.json"]) put(path);
  const found = (path: string): string[] => {
    const result = findSets(join(root, path));
    assert.equal(result.state, "found");
    return result.state === "found"
      ? result.sets.map(({ start, isGuess }) => `${relative(root, fileURLToPath(start))}${isGuess ? "?" : ""}`)
      : [];
  };

  it("goes on below a companion, and not below a config", () =>
    assert.deepEqual(found("."), [".mcp.json?", "home/openclaw.json", "home/.mcp.json?"]));
  it("takes a file that is named for what it is", () => assert.deepEqual(found(".mcp.json"), [".mcp.json"]));
});

describe("the language server", () => {
  const compose = "file:///home/compose.yaml";
  const image = "file:///home/Dockerfile";
  const text = 'services:\n  gateway:\n    image: ghcr.io/openclaw/openclaw:2026.6.1\n    ports: ["18789:18789"]\n';

  it("says what it finds in a container file, offers the fix, and leaves the outline to the file's own language", async () => {
    const client = await startClient();
    try {
      // Each companion is a set of its own, also of one folder.
      client.open(image, "FROM node:22.20\nRUN npm i -g openclaw@2026.6.1\n", "dockerfile");
      client.open(compose, text, "yaml");
      assert.equal((await client.published(image)).diagnostics[0]?.code, "container-root-user");
      const [finding] = (await client.published(compose)).diagnostics;
      assert.equal(finding?.code, "container-port-published");
      assert.ok(finding);
      const [action] = await client.codeActions(compose, finding);
      assert.match(JSON.stringify(action?.edit), /127\.0\.0\.1:18789:18789/);
      assert.match(JSON.stringify(await client.hover(compose, 3, 13)), /AML\.T0049/);
      assert.deepEqual(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: compose } }), []);
      assert.deepEqual(await client.connection.sendRequest(grantsRequest), { sets: [] });
    } finally {
      await client.stop();
    }
  });
});
