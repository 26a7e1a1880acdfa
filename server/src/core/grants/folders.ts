/** Who can put a program into a folder, said alike by every rule about such folders. */
export const whoWrites: Readonly<Record<"everyone" | "agent" | "user", string>> = {
  everyone: "any program of the machine can put another one there",
  agent: "the agent itself can put another one there",
  user: "whatever runs as the user can put another one there",
};
