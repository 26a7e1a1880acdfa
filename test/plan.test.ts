/** The least-privilege plan: what it says of the founding organisation, and that the editor gets the same. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { leastPrivilegePlan } from "../server/src/core/index.ts";
import { planRequest, type PlanResult } from "../server/src/lsp/protocol.ts";
import { analyzeTexts } from "./analyze-texts.ts";
import { startClient } from "./lsp-client.ts";

const config =
  '{ meta: { lastTouchedVersion: "2026.6.1" }, agents: { list: [{ id: "main" }, { id: "hr", tools: { allow: ["group:fs", "group:web"] } }] } }';
const contract = '{ "agents": { "hr": { "needs": ["fs.read", "fs.write"], "reason": "HR is | internal" } } }';
const planFor = async (files: Readonly<Record<string, string>>, openclaw?: string): Promise<string> =>
  leastPrivilegePlan(await analyzeTexts({ files, openclaw }));

describe("the plan", () => {
  it("says who loses what, why, and which technique it takes away from", async () => {
    const text = await planFor({ "openclaw.json": config, "grantlint.json": contract });
    assert.match(text, /^\| hr \| net\.fetch, net\.search \| HR is \\\| internal \| AML\.T0053 AI Agent Tool Invocation \|$/m);
    assert.match(text, /^What "main" needs is not known/m);
  });
  it("shows the grants before and after", async () => {
    const text = await planFor({ "openclaw.json": config, "grantlint.json": contract });
    assert.match(text, /^\| hr \| – \| host rw \| yes \|.*\n\| {2}\| – \| host rw \| – \|/m);
  });
  it("names the variables to set, and no secret", async () => {
    const text = await planFor({ "openclaw.json": '{ gateway: { auth: { token: "example-0123456789-not-a-real-token" } } }' }, "2026.6.1");
    assert.match(text, /`OPENCLAW_GATEWAY_TOKEN`\. Then revoke/);
    assert.ok(!text.includes("0123456789"));
  });
  it("gives no command in which the name of a file would act", async () => {
    const name = "a'b $(x); `y`.json5";
    const text = await planFor({ "openclaw.json": `{ $include: "./${name}" }`, [name]: "{ agents: {} }" });
    assert.ok(text.includes("`` chmod 600 openclaw.json 'a'\\''b $(x); `y`.json5' ``"), text);
  });
  it("imports approvals by command where the release keeps them in its database", async () => {
    assert.match(await planFor({ "openclaw.json": "{}" }, "2026.9.6"), /openclaw approvals set --file/);
    assert.doesNotMatch(await planFor({ "openclaw.json": "{}" }, "2026.6.1"), /approvals set/);
  });
  it("is the same in the editor", async () => {
    const client = await startClient({ "file:///set/grantlint.json": { state: "read", text: contract } });
    client.open("file:///set/openclaw.json", config);
    await client.published("file:///set/openclaw.json");
    const { text }: PlanResult = await client.connection.sendRequest(planRequest, { uri: "file:///set/openclaw.json" });
    const none: PlanResult = await client.connection.sendRequest(planRequest, { uri: "file:///elsewhere/openclaw.json" });
    await client.stop();
    assert.equal(text, await planFor({ "openclaw.json": config, "grantlint.json": contract }));
    assert.equal(none.text, null);
  });
  it("reads the founding organisation's contract as its owner's audit did", async () => {
    const folder = "examples/founding-organisation";
    const text = await planFor({
      "openclaw.json": readFileSync(`${folder}/original/openclaw.json`, "utf8"),
      "grantlint.json": readFileSync(`${folder}/grantlint.json`, "utf8"),
    });
    assert.match(text, /^\| podcast \| exec, .* \| a podcast needs no shell \|/m);
    assert.match(text, /^\| cso \| exec, net\.fetch, net\.search, .* \| strategy is internal analysis \|/m);
    assert.match(text, /^- \*\*mentor\*\*: `\/usr\/bin\/ls`, `\/usr\/bin\/stat`; a person is asked about `git`, `python`, `uv`/m);
  });
});
