/** A service hands to callers what it keeps from them by itself: tools, and ways to have an agent act. */
import type { Offer } from "../grants/service.ts";
import { declareRule } from "../rule.ts";
import { listNames } from "../wording.ts";

export default declareRule({
  id: "http-tool-endpoints",
  severity: "warning",
  summary: "Callers over HTTP get tools that are kept from them otherwise",
  why: "One request with the gateway's token then runs the tool: no model in between, nobody asked, and whoever finds the token has it too.",
  atlas: { techniques: ["AML.T0053", "AML.T0049"], mitigations: ["AML.M0028"] },
  cwe: [749],
  asi: ["ASI02", "ASI03"],
  upstream: ["gateway.tools_invoke_http.dangerous_allow", "gateway.http.session_key_override_enabled"],

  check({ policy, report }) {
    for (const { offers, from } of policy.services) {
      const tools = offers.filter(({ kind }) => kind === "tool");
      const chats = offers.filter(({ kind }) => kind === "chat");
      const say = (list: readonly Offer[], message: string, title: string, isMinor: boolean): void => {
        const [first] = list;
        if (!first) return;
        report(
          { at: first.read.at, path: first.read.path, because: [from.because] },
          {
            ...(isMinor ? { severity: "info", set: "strict" } : {}),
            message,
            remediations: [{ title, safety: "review", edits: () => list.flatMap(({ withdraw }) => withdraw) }],
          },
        );
      };
      const names = (list: readonly Offer[]): string => listNames(list.map(({ name }) => name));
      say(
        tools,
        `Callers over HTTP get ${names(tools)}, which they do not get by themselves`,
        "Keep these tools from callers over HTTP",
        false,
      );
      say(chats, `Whoever has the gateway's login can have any agent act over HTTP: ${names(chats)}`, "Switch the interface off", true);
    }
  },
});
