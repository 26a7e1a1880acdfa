/** What is kept of conversations without an agent's doing. */
import type { MemoryCapture } from "../../grants/memory.ts";
import { at, readBoolean, readString, type Place } from "../../reader.ts";
import { placesIn } from "./guards/context.ts";

/** Source: the memory plugin's own code in 2026.2.17 and its page in 2026.9.6: it must hold the slot, and captures only when told to. */
const capturingPlugin = "memory-lancedb";

/** Source: schemas of 2026.2.17, 2026.6.1 and 2026.9.6. */
const transcriptSettings = [
  "agents.defaults.memorySearch.experimental.sessionMemory",
  "agents.list.*.memorySearch.experimental.sessionMemory",
  "memory.search.experimental.sessionMemory",
  "agents.entries.*.memory.search.experimental.sessionMemory",
];

export function findMemoryCaptures(config: Place): MemoryCapture[] {
  const placesAt = placesIn(config);
  const slot = readString(at(config, "plugins", "slots", "memory"));
  const isChosen = slot.state === "set" && slot.value.trim() === capturingPlugin;
  const facts = isChosen ? placesAt(`plugins.entries.${capturingPlugin}.config.autoCapture`) : [];
  return [
    ...facts.flatMap((place) => capture(place, "facts")),
    ...transcriptSettings.flatMap((path) => placesAt(path)).flatMap((place) => capture(place, "transcripts")),
  ];
}

function capture(place: Place, keeps: MemoryCapture["keeps"]): MemoryCapture[] {
  const read = readBoolean(place);
  if (read.state !== "set" || !read.value) return [];
  return [{ read, keeps, stop: [{ op: "set", file: read.at.file, path: read.path, value: false }] }];
}
