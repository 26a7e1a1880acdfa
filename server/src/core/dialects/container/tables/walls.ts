/** What takes a container's walls down, in the words of Compose files. Facts, no logic. */

/**
 * Rights over the kernel that give more than the container, as a predicate. Source: the manual page capabilities(7), and what the engine's default filter of
 * system calls lets through for each.
 */
export const strongRights: Readonly<Record<string, string>> = {
  ALL: "has every right that a process can have",
  BPF: "has the right BPF: it may run programs in the machine's kernel",
  DAC_READ_SEARCH: "has the right DAC_READ_SEARCH: it may open files of the machine past their folders",
  SYS_ADMIN: "has the right SYS_ADMIN: it may mount, and much of what only the machine's administrator may",
  SYS_MODULE: "has the right SYS_MODULE: it may load code into the machine's kernel",
  SYS_PTRACE: "has the right SYS_PTRACE: it may read and change every process that it sees",
  SYS_RAWIO: "has the right SYS_RAWIO: it may reach past the kernel to the machine's devices",
};

/** Parts of the machine that a service shares where its setting says `host`. Source: the Compose specification. */
export const sharedParts = [
  { key: "network_mode", kind: "network", does: "is on the machine's own network" },
  { key: "pid", kind: "part", does: "sees every process of the machine" },
  { key: "ipc", kind: "part", does: "shares memory with the programs of the machine" },
] as const;

/** Guards that `security_opt` can turn off, by their names there. Source: the reference of `docker run`. */
export const guards: Readonly<Record<string, string>> = {
  apparmor: "AppArmor",
  label: "SELinux",
  seccomp: "seccomp",
};
