/**
 * What lies where on a machine, as far as it matters who may see it. Facts, no logic.
 * Source: the Filesystem Hierarchy Standard, Apple's and Microsoft's folder layouts, and the manuals of the programs named.
 */

/** What a path shows, most telling first where several rows fit. `isWhole`: the folder itself and not what lies in it. */
export interface HostPath {
  readonly path: string;
  readonly shows: "engine" | "system" | "programs" | "home" | "credentials" | "state";
  readonly what: string;
  readonly isWhole?: true;
}

/** Sockets over which a container engine takes orders: whoever can write to one starts any container with any part of the host in it. */
export const engineSockets: ReadonlySet<string> = new Set([
  ...["docker.sock", "podman.sock", "containerd.sock", "crio.sock", "buildkitd.sock"],
  // A named pipe of Windows, `//./pipe/docker_engine`.
  "docker_engine",
]);

/** What every program of a machine may read, and a container needs to have the machine's time and to trust whom the machine trusts. */
export const publicPaths: ReadonlySet<string> = new Set([
  ...["/etc/localtime", "/etc/timezone", "/private/etc/localtime"],
  ...["/etc/ssl/certs", "/etc/ssl/certs/ca-certificates.crt", "/etc/ca-certificates", "/etc/pki/ca-trust", "/etc/pki/tls/certs"],
]);

export const systemPaths: readonly HostPath[] = [
  { path: "/run/docker", shows: "engine", what: "the container engine's sockets" },
  { path: "/run/podman", shows: "engine", what: "the container engine's sockets" },
  { path: "/run/containerd", shows: "engine", what: "the container engine's sockets" },
  { path: "/run", shows: "engine", what: "the sockets of the host's services, the container engine's among them", isWhole: true },
  { path: "/var/run", shows: "engine", what: "the sockets of the host's services, the container engine's among them", isWhole: true },
  {
    path: "/private/var/run",
    shows: "engine",
    what: "the sockets of the host's services, the container engine's among them",
    isWhole: true,
  },
  { path: "/", shows: "system", what: "the whole host", isWhole: true },
  { path: "/run", shows: "system", what: "the state of the host's services" },
  { path: "/var/run", shows: "system", what: "the state of the host's services" },
  { path: "/private/var/run", shows: "system", what: "the state of the host's services" },
  { path: "/etc", shows: "system", what: "the host's settings" },
  { path: "/private/etc", shows: "system", what: "the host's settings" },
  { path: "/proc", shows: "system", what: "the host's processes" },
  { path: "/sys", shows: "system", what: "the host's kernel settings" },
  { path: "/dev", shows: "system", what: "the host's devices" },
  { path: "/boot", shows: "system", what: "what the host boots from" },
  { path: "/var", shows: "system", what: "the data of the host's services", isWhole: true },
  { path: "/var/lib", shows: "system", what: "the data of the host's services", isWhole: true },
  { path: "/var/lib/docker", shows: "system", what: "the files of every container" },
  { path: "/var/lib/containerd", shows: "system", what: "the files of every container" },
  { path: "/var/lib/kubelet", shows: "system", what: "the files of every container" },
  { path: "/System", shows: "system", what: "the host's system" },
  { path: "/Library", shows: "system", what: "the host's system" },
  { path: "/usr", shows: "programs", what: "the host's programs", isWhole: true },
  { path: "/usr/local", shows: "programs", what: "the host's programs", isWhole: true },
  { path: "/usr/bin", shows: "programs", what: "the host's programs" },
  { path: "/usr/sbin", shows: "programs", what: "the host's programs" },
  { path: "/usr/lib", shows: "programs", what: "the host's programs" },
  { path: "/usr/local/bin", shows: "programs", what: "the host's programs" },
  { path: "/bin", shows: "programs", what: "the host's programs" },
  { path: "/sbin", shows: "programs", what: "the host's programs" },
  { path: "/lib", shows: "programs", what: "the host's programs" },
  { path: "/lib64", shows: "programs", what: "the host's programs" },
  { path: "/home", shows: "home", what: "everybody's home folder", isWhole: true },
  { path: "/Users", shows: "home", what: "everybody's home folder", isWhole: true },
  { path: "C:/", shows: "system", what: "the whole host", isWhole: true },
  { path: "C:/Windows", shows: "system", what: "the host's system" },
  { path: "C:/Users", shows: "home", what: "everybody's home folder", isWhole: true },
];

/** Below somebody's home folder, or below any folder whose name begins with a dot. */
export const homePaths: readonly HostPath[] = [
  { path: ".ssh", shows: "credentials", what: "SSH keys" },
  { path: ".aws", shows: "credentials", what: "AWS logins" },
  { path: ".azure", shows: "credentials", what: "Azure logins" },
  { path: ".config/gcloud", shows: "credentials", what: "Google Cloud logins" },
  { path: ".config/gh", shows: "credentials", what: "GitHub logins" },
  { path: ".config", shows: "credentials", what: "the settings and logins of many programs", isWhole: true },
  { path: ".kube", shows: "credentials", what: "Kubernetes logins" },
  { path: ".docker", shows: "credentials", what: "container registry logins" },
  { path: ".gnupg", shows: "credentials", what: "GnuPG keys" },
  { path: ".password-store", shows: "credentials", what: "a password store" },
  { path: ".local/share/keyrings", shows: "credentials", what: "a keyring" },
  { path: "Library/Keychains", shows: "credentials", what: "keychains" },
  { path: ".netrc", shows: "credentials", what: "logins" },
  { path: ".git-credentials", shows: "credentials", what: "Git logins" },
  { path: ".npmrc", shows: "credentials", what: "package registry logins" },
  { path: ".pypirc", shows: "credentials", what: "package registry logins" },
  { path: ".cargo/credentials.toml", shows: "credentials", what: "package registry logins" },
  { path: ".cargo", shows: "credentials", what: "package registry logins", isWhole: true },
  { path: ".mozilla", shows: "credentials", what: "a browser's cookies and passwords" },
  { path: ".config/google-chrome", shows: "credentials", what: "a browser's cookies and passwords" },
  { path: ".config/chromium", shows: "credentials", what: "a browser's cookies and passwords" },
  { path: ".claude", shows: "credentials", what: "the logins of a coding agent" },
  { path: ".codex", shows: "credentials", what: "the logins of a coding agent" },
  { path: ".gemini", shows: "credentials", what: "the logins of a coding agent" },
  ...[".openclaw", ".moltbot", ".clawdbot"].flatMap((folder): HostPath[] => [
    { path: folder, shows: "state", what: "OpenClaw's own config, logins and conversations", isWhole: true },
    { path: `${folder}/openclaw.json`, shows: "state", what: "OpenClaw's own config" },
    { path: `${folder}/exec-approvals.json`, shows: "state", what: "OpenClaw's own exec approvals" },
    { path: `${folder}/.env`, shows: "state", what: "OpenClaw's own keys" },
    { path: `${folder}/credentials`, shows: "state", what: "OpenClaw's own logins" },
    { path: `${folder}/agents`, shows: "state", what: "the logins and conversations of OpenClaw's agents" },
    { path: `${folder}/state`, shows: "state", what: "OpenClaw's own database" },
    { path: `${folder}/identity`, shows: "state", what: "OpenClaw's own keys" },
    { path: `${folder}/devices`, shows: "state", what: "the keys of paired devices" },
  ]),
];

/** Where home folders lie. Followed by what lies in them. */
export const homeFolder = /^(?:\/home\/[^/]+|\/var\/home\/[^/]+|\/Users\/[^/]+|\/root|[A-Z]:\/Users\/[^/]+)(?:\/(.*))?$/;
