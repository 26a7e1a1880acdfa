/** What becomes of bind mounts, against what three releases of OpenClaw were seen to refuse when they check a container's settings. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { classify } from "../server/src/core/dialects/host-paths.ts";
import { fateOf, parseBind } from "../server/src/core/dialects/openclaw/sandbox-binds.ts";

/**
 * A source, and whether it is accepted or refused: by 2026.2.17; by 2026.6.1 and by 2026.9.6, each without and with the switch for folders
 * outside of the workspace. Asked with the home folder /home/ada and the workspaces /srv/work and /home/ada/.openclaw/workspace-hr.
 */
const answers: readonly (readonly [source: string, answers: string])[] = [
  ["/", "rrrrr"],
  ["/etc", "rrrrr"],
  ["/etc/localtime", "rrrrr"],
  ["/proc/1", "rrrrr"],
  ["/sys", "rrrrr"],
  ["/dev/null", "rrrrr"],
  ["/root/.ssh", "rrrrr"],
  ["/boot", "rrrrr"],
  ["/run/docker.sock", "rrrrr"],
  ["/var/run/docker.sock", "rrrrr"],
  ["/var", "ararr"],
  ["/var/lib/docker", "arara"],
  ["/private", "ararr"],
  ["/usr/local/bin", "arara"],
  ["/home", "ararr"],
  ["/home/ada/", "ararr"],
  ["/home/ada/.ssh", "arrrr"],
  ["/home/ada/.config/gcloud", "arrrr"],
  ["/home/ada/.kube", "arara"],
  ["/home/ada/.npmrc", "arara"],
  ["/home/ada/.openclaw", "arara"],
  ["/home/ada/.openclaw/workspace-hr/x", "aaaaa"],
  ["/home/ada/.colima/docker.sock", "arara"],
  ["/home/ada/projects", "arara"],
  ["/srv/work/x", "aaaaa"],
  ["/srv/work/../other", "arara"],
  ["/srv//shop/.", "arara"],
];

const asked = [
  ["2026.2.17", false],
  ["2026.6.1", false],
  ["2026.6.1", true],
  ["2026.9.6", false],
  ["2026.9.6", true],
] as const;

for (const [source, expected] of answers) {
  test(`${source} is accepted and refused as it was seen`, () => {
    const bind = parsed(`${source}:/x:ro`);
    const fates = asked.map(([release, allowsOutside]) =>
      fateOf(bind, { allowsOutside, allowsReserved: false, workspaces: ["/srv/work/"] }, release),
    );
    assert.equal(fates.map((fate) => fate?.[0]).join(""), expected);
  });
}

test("a target that covers the sandbox's own folders needs its switch", () => {
  const bind = parsed("/srv/work/x:/workspace/../agent/y");
  const fate = (allowsReserved: boolean | undefined, release: string): string | undefined =>
    fateOf(bind, { allowsOutside: true, allowsReserved, workspaces: [] }, release);
  assert.deepEqual(
    [fate(false, "2026.2.17"), fate(false, "2026.6.1"), fate(undefined, "2026.6.1"), fate(true, "2026.6.1"), fate(false, "2026.9.6")],
    ["accepted", "refused", undefined, "accepted", "refused"],
  );
});

test("2026.3.31 had a list of its own, and 2026.4.1 had none for home folders", () => {
  const fate = (source: string, release: string): string | undefined =>
    fateOf(parsed(`${source}:/x`), { allowsOutside: true, allowsReserved: false, workspaces: [] }, release);
  const sources = ["/home/ada/.openclaw", "/home/ada/.docker", "/var/log/syslog"];
  assert.deepEqual(
    ["2026.3.28", "2026.3.31", "2026.4.2", "2026.4.5"].map((release) => sources.map((source) => fate(source, release)?.[0]).join("")),
    ["aaa", "rar", "aaa", "ara"],
  );
});

test("what is not known decides nothing, unless something known decides already", () => {
  const unknown = { allowsOutside: undefined, allowsReserved: false, workspaces: undefined };
  assert.equal(fateOf(parsed("/srv/x:/x"), unknown, "2026.6.1"), undefined);
  assert.equal(fateOf(parsed("/srv/x:/x"), { ...unknown, allowsOutside: false }, "2026.6.1"), undefined);
  assert.equal(fateOf(parsed("/etc:/x"), unknown, "2026.6.1"), "refused");
  assert.equal(fateOf(parsed("/srv/x:/x"), unknown, "2026.2.17"), "accepted");
});

test("a workspace can be written with the sign for the home folder", () => {
  const fate = (workspace: string): string | undefined =>
    fateOf(parsed("/home/ada/work/x:/x"), { allowsOutside: false, allowsReserved: false, workspaces: [workspace] }, "2026.6.1");
  assert.deepEqual([fate("~"), fate("~/"), fate("~/work/"), fate("~/wor")], ["accepted", "accepted", "accepted", "refused"]);
});

test("the text of a bind is taken apart at its colons, a drive's own excepted", () => {
  assert.deepEqual(parseBind(" /a/b/../c : /x:ro,z "), { source: "/a/c", target: " /x", writable: false });
  assert.deepEqual(parseBind("c:\\Users\\ada:/x"), { source: "C:/Users/ada", target: "/x", writable: true });
  assert.deepEqual(parseBind("/a:/x:rw,z")?.writable, true);
  for (const text of ["", ":", ":/x", "/a", "volume:/x", "./a:/x", "~/a:/x"]) assert.equal(parseBind(text), undefined, text);
});

test("what lies at a path is told by the closest row", () => {
  const shown = (source: string): string => classify(source).shows;
  assert.deepEqual(
    [
      "/run",
      "/run/user/1000",
      "/run/user/1000/podman/podman.sock",
      "/root",
      "/Users/ada",
      "/Users/ada/Library/Keychains/login.keychain-db",
    ].map(shown),
    ["engine", "system", "engine", "home", "home", "credentials"],
  );
  assert.deepEqual(
    [
      "/home/ada/.config",
      "/home/ada/.config/nvim",
      "/home/ada/.config/gh/hosts.yml",
      "/home/ada/.openclaw/agents/hr",
      "/home/ada/.openclaw/media",
    ].map(shown),
    ["credentials", "folder", "credentials", "state", "folder"],
  );
  assert.deepEqual(["/data/.aws/config", "/usr", "/usr/share/zoneinfo", "/etcetera", "C:/Users/ada"].map(shown), [
    "credentials",
    "programs",
    "folder",
    "folder",
    "home",
  ]);
});

function parsed(text: string): NonNullable<ReturnType<typeof parseBind>> {
  const bind = parseBind(text);
  assert.ok(bind, text);
  return bind;
}
