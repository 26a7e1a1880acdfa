/**
 * Programs that can be made to run any other program: whoever may start one of them may start everything. What each is, and from which
 * release on OpenClaw looks through it or refuses it although it is listed. Facts with their source, no logic.
 */
import type { LauncherKind } from "../../../grants/allowlist.ts";

/** `runner`: starts programs or scripts it finds or downloads; `wrapper`: starts what follows it; `tool`: has an option or command for it. */
export const launchersByKind: Readonly<Record<LauncherKind, readonly string[]>> = {
  shell: words(`
    ash bash busybox cmd csh dash elvish fish ksh mksh nu osh powershell pwsh rbash sh tcsh toybox wsl xonsh yash zsh`),
  interpreter: words(`
    awk bun clj clojure crystal cscript dart deno elixir erl esno expect gawk gdb ghc ghci groovy guile iex ipython irb java jshell julia
    jython kotlin lldb lua luajit mawk mshta nawk nim node nodejs ocaml osascript perl perl6 php pypy pypy2 pypy3 python python2 python3
    pythonw r racket raku rscript ruby sbcl scala scala-cli swift tclsh ts-node tsx werl wish wscript`),
  wrapper: words(`
    arch autossh bwrap caffeinate catatonit catchsegv chroot chrt cpulimit daemonize dbus-launch dbus-run-session doas dumb-init eatmydata
    env faketime fakeroot firejail flock gosu ionice linux32 linux64 ltrace machinectl mosh nice nohup nsenter numactl perf pkexec proot
    proxychains proxychains4 runuser sandbox-exec script setarch setpriv setsid ssh ssh-agent sshpass start-stop-daemon stdbuf strace su
    su-exec sudo systemd-run taskset time timeout tini torify torsocks unbuffer unshare valgrind watch xcrun xvfb-run`),
  runner: words(`
    aider ansible ansible-playbook ant asdf at ava batch bazel brew bundle bundler bunx cargo claude cmake codex composer conda copilot
    corepack crontab cursor-agent devbox direnv docker docker-compose dotnet entr explorer fnm gem gemini go goose gradle grunt gulp hatch
    invoke jest just kubectl launchctl lxc lxc-attach make gmake mamba meson mise msbuild multipass mvn nerdctl ninja nix nix-shell nox npm npx
    mocha nsjail nvm open openclaw opencode parallel pdm pip pip3 pipenv pipx pnpm pnpx podman poetry pulumi pytest rake regsvr32 rundll32 schtasks
    scons screen start systemctl task terraform tmux tox uv uvx vagrant vitest volta wmic xargs xdg-open yarn byobu apk apt apt-get dnf dpkg
    flatpak pacman rpm snap yum`),
  tool: words(`
    cc clang ed emacs emacsclient ex fd fdfind find fzf g++ gcc gh git glab gsed hg jj joe ld less man micro mongosh more mysql nano ncat
    nvim psql rg rsync rustc scp sed sftp socat sort split sqlite3 svn tar tcpdump vi view vim wget zip`),
};

/**
 * Programs OpenClaw does not start on the strength of being listed: it looks through them at what they would start, or refuses them, whatever
 * their arguments and also without any (each run with some thirty of them, with and without argPattern, in 2026.6.1 and 2026.9.6).
 */
export const refusedLaunchers: readonly RefusedLaunchers[] = [
  {
    since: "2026.2.23",
    names: words("chrt doas env ionice nice nohup setsid stdbuf sudo taskset timeout"),
    source: "allowlist evaluation run in 2026.2.22 and 2026.2.23, exec tool run in 2026.2.17 and 2026.6.1",
  },
  {
    since: "2026.3.22",
    names: ["time"],
    source: "list of wrappers read in 2026.3.13 and 2026.3.22, exec tool run in 2026.2.17 and 2026.6.1",
  },
  {
    since: "2026.3.28",
    after: "2026.3.22",
    names: ["script"],
    source: "list of wrappers read in 2026.3.22 and 2026.3.28, exec tool run in 2026.2.17 and 2026.6.1",
  },
  {
    since: "2026.3.31",
    names: words("arch caffeinate sandbox-exec xcrun"),
    source: "list of wrappers read in 2026.3.28 and 2026.3.31, exec tool run in 2026.2.17 and 2026.6.1",
  },
  {
    since: "2026.6.9",
    names: ["find"],
    isTakenOtherwise: true,
    source: "allowlist evaluation run in 2026.6.8 and 2026.6.9, exec tool run in 2026.6.1 and 2026.9.6",
  },
  {
    since: "2026.6.9",
    names: words("flock xargs"),
    source: "allowlist evaluation run in 2026.6.8 and 2026.6.9, exec tool run in 2026.6.1 and 2026.9.6",
  },
  {
    since: "2026.7.1",
    after: "2026.6.11",
    names: words("bunx npx"),
    source: "allowlist evaluation run in 2026.6.11 and 2026.7.1, exec tool run in 2026.6.1 and 2026.9.6",
  },
  {
    since: "2026.8.1",
    names: words(`
      bwrap catchsegv chroot cpulimit eatmydata firejail gosu linux32 linux64 nsenter numactl pkexec proot proxychains proxychains4 runuser
      setarch setpriv su systemd-run torify torsocks unbuffer unshare watch xvfb-run`),
    source: "allowlist evaluation run in 2026.7.35 and 2026.8.1, exec tool run in 2026.6.1 and 2026.9.6",
  },
];

/** Programs that are not taken from a release on, or only as the table says. */
export interface RefusedLaunchers {
  readonly since: string;
  /** The last release known to take them, where releases lie between the two that nobody has opened. */
  readonly after?: string;
  readonly names: readonly string[];
  /** Set where they are taken as long as they start nothing else. */
  readonly isTakenOtherwise?: true;
  readonly source: string;
}

/**
 * Shells that are taken without arguments only, unless the entry has a pattern for these. What is then written to the shell's input runs: seen in
 * 2026.6.1 and 2026.9.6, with `bash` in the background and the process tool.
 */
export const bareShells: readonly RefusedLaunchers[] = [
  {
    since: "2026.5.18",
    names: words("ash bash cmd dash fish ksh powershell pwsh sh zsh"),
    source: "allowlist evaluation read in 2026.5.12 and 2026.5.18, exec tool run in 2026.2.17, 2026.6.1 and 2026.9.6",
  },
  {
    since: "2026.9.6",
    after: "2026.6.1",
    names: words("csh elvish mksh nu osh tcsh xonsh yash"),
    source: "exec tool run in 2026.6.1 and 2026.9.6; releases between not opened",
  },
];

/**
 * Where programs of skills are added to the allowlist: on paired devices, not on the gateway's own host. Read in 2026.2.17, 2026.6.1 and 2026.9.6, where
 * the gateway hands no such programs to the check; that the check heeds them, and that a skill in a workspace changes nothing on the host, run in the same.
 */
export const skillProgramsHost = "node";

/** Folders in which programs are installed: a pattern for everything in one of them admits every launcher. */
export const programFolders: readonly string[] = [
  "/bin",
  "/usr/bin",
  "/usr/local/bin",
  "/usr/sbin",
  "/sbin",
  "/opt/homebrew/bin",
  "/snap/bin",
  "/run/current-system/sw/bin",
  "C:/Windows/System32",
];

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
