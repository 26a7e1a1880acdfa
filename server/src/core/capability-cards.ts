/** Which techniques a capability opens the way to, and what stands against them: our own mapping, for cards about tools. */
import type { Capability } from "./grants/grant.ts";
import type { MitigationId, TechniqueId } from "./atlas/atlas.gen.ts";

export interface CapabilityCard {
  readonly techniques: readonly TechniqueId[];
  readonly mitigations: readonly MitigationId[];
  /** What a misled agent does with it, as a clause. */
  readonly danger: string;
}

export const capabilityCards: Readonly<Record<Capability, CapabilityCard>> = {
  exec: {
    techniques: ["AML.T0053", "AML.T0050"],
    mitigations: ["AML.M0028", "AML.M0029", "AML.M0032"],
    danger: "text it read becomes a command",
  },
  "fs.read": {
    techniques: ["AML.T0037", "AML.T0098"],
    mitigations: ["AML.M0028", "AML.M0032"],
    danger: "it reads keys and files it was never meant to see",
  },
  "fs.write": {
    techniques: ["AML.T0101", "AML.T0081"],
    mitigations: ["AML.M0028", "AML.M0029"],
    danger: "it changes files, its own instructions among them",
  },
  "net.fetch": {
    techniques: ["AML.T0051.001", "AML.T0086"],
    mitigations: ["AML.M0033", "AML.M0030"],
    danger: "pages give it orders, and addresses carry data out",
  },
  "net.search": { techniques: ["AML.T0051.001"], mitigations: ["AML.M0033"], danger: "results give it orders" },
  browser: {
    techniques: ["AML.T0100", "AML.T0051.001"],
    mitigations: ["AML.M0030"],
    danger: "pages act on it inside sessions that are logged in",
  },
  "message.send": {
    techniques: ["AML.T0086", "AML.T0073"],
    mitigations: ["AML.M0029", "AML.M0030"],
    danger: "it sends data out, or speaks as you",
  },
  "session.read": {
    techniques: ["AML.T0085.001"],
    mitigations: ["AML.M0026", "AML.M0027"],
    danger: "it reads what others told their agents",
  },
  "session.send": {
    techniques: ["AML.T0053", "AML.T0080.001"],
    mitigations: ["AML.M0026", "AML.M0032"],
    danger: "it has another agent act for it",
  },
  "agent.spawn": {
    techniques: ["AML.T0053", "AML.T0034.002"],
    mitigations: ["AML.M0026", "AML.M0028"],
    danger: "it starts agents that may do more than it may itself",
  },
  "control.plane": {
    techniques: ["AML.T0081", "AML.T0083"],
    mitigations: ["AML.M0026", "AML.M0029"],
    danger: "it reads or changes the rules it lives by",
  },
  schedule: {
    techniques: ["AML.T0081", "AML.T0051.002"],
    mitigations: ["AML.M0029"],
    danger: "a planted order runs later, with nobody present",
  },
  device: {
    techniques: ["AML.T0053", "AML.T0048.003"],
    mitigations: ["AML.M0028", "AML.M0029"],
    danger: "it reaches cameras, screens and commands on other devices",
  },
  "memory.read": { techniques: ["AML.T0080.000"], mitigations: ["AML.M0031"], danger: "what was planted in memory steers it later" },
  "media.generate": { techniques: ["AML.T0034.002"], mitigations: [], danger: "it runs up costs" },
  plugin: { techniques: ["AML.T0010.005"], mitigations: ["AML.M0014"], danger: "code of others runs inside the gateway" },
};
