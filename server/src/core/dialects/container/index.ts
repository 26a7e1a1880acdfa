/**
 * Containers that OpenClaw runs in: Compose files and Dockerfiles. Many files bear these names, so content decides which are ours. What reads
 * them is fetched when the first one is opened.
 */
import type { ContainerSetup } from "../../grants/container.ts";
import type { Credential } from "../../grants/policy.ts";
import { unreadText } from "../../syntax/parse.ts";
import type { ConfigFile, FileRole, TextReader } from "../dialect.ts";
import type { Node, Uri } from "../../syntax/tree.ts";
import { baseNameOf } from "../../uri.ts";
import { companion } from "../companion.ts";
import { findCredentials } from "../secrets/find.ts";
import { composeSetups, productServices } from "./compose.ts";
import { imageSetups } from "./image.ts";
import { assignmentsOf, instructionsOf } from "./stages.ts";
import { productLogin, productName } from "./tables/product.ts";

/** The longest text that is read, in UTF-16 units: ten times what anybody writes. The libraries take half a second for as much. */
const largestText = 256 * 1024;

function readerUpToLimit(read: TextReader): TextReader {
  return (text, file) => (text.length > largestText ? unreadText("foreign") : read(text, file));
}

const compose: FileRole = {
  role: "compose",
  grammar: "foreign",
  reader: async () => readerUpToLimit((await import("./read-yaml.ts")).readYaml),
};

const image: FileRole = {
  role: "image",
  grammar: "foreign",
  reader: async () => readerUpToLimit((await import("./read-dockerfile.ts")).readDockerfile),
};

const patterns = [
  "**/{,docker-,podman-}compose*.{yml,yaml}",
  "**/{Dockerfile,Containerfile}*",
  "**/*.{Dockerfile,dockerfile,Containerfile}",
];

function roleOf(uri: Uri): FileRole | undefined {
  const name = baseNameOf(uri);
  if (/^(?:docker-|podman-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i.test(name)) return compose;
  return /^(?:Dockerfile|Containerfile)(?:[.-][\w.-]+)?$|\.(?:Dockerfile|Containerfile)$/i.test(name) ? image : undefined;
}

function setupsIn({ role, parsed: { root } }: ConfigFile): ReturnType<typeof composeSetups> {
  return role === compose.role ? composeSetups(root) : imageSetups(root);
}

/** What other services keep is theirs. A Dockerfile takes no secret from outside in the place of a text: it has to be left out. */
function credentialsIn(file: ConfigFile): Credential[] {
  const own = new Set<unknown>(productServices(file.parsed.root).map(({ key }) => key));
  return findCredentials([file])
    .filter(({ path: [block, service] }) => block !== "services" || own.has(service))
    .map((credential) => ({
      ...credential,
      ...(credential.path.some((step) => variableBlocks.has(step)) ? { kind: "secret in a variable" } : {}),
      ...(file.role === image.role ? { reference: undefined } : {}),
    }));
}

/** What a variable falls back to: told by a rule of its own, and no more to be shown than any other secret. */
function defaultsIn(setups: readonly ContainerSetup[]): Credential[] {
  return setups.flatMap(({ knownSecrets }) =>
    knownSecrets.map(({ read: { at, path } }) => ({
      ...{ kind: "secret in a variable", at, path, form: "placeholder" as const, fingerprint: "", isOurs: true, isInCopy: false },
      ...{ isOverridden: false, opens: undefined, weakness: undefined, reference: undefined, removal: [] },
    })),
  );
}

const variableBlocks: ReadonlySet<unknown> = new Set(["environment", "ENV", "ARG"]);

/**
 * One that cannot be read is ours if it names the product anywhere: a mistake or a limit must not look like nothing wrong. An image that is only a client of
 * the gateway holds its login all the same.
 */
function owns(file: ConfigFile): boolean {
  return (
    setupsIn(file).length > 0 ||
    (file.role === image.role && holdsLogin(file.parsed.root)) ||
    (file.parsed.problems.length > 0 && productName.test(file.text))
  );
}

function holdsLogin(root: Node | undefined): boolean {
  return instructionsOf(root).some((instruction) => assignmentsOf(instruction).some(([name]) => productLogin.test(name)));
}

export const container = companion({ id: "container", patterns, roleOf, owns }, ({ files }) => {
  const containers = files.flatMap(setupsIn);
  return { containers, credentials: [...files.flatMap(credentialsIn), ...defaultsIn(containers)] };
});
