/** How a container file shows that it runs OpenClaw. Facts, no logic. */

/** The program's names in the order of its life, in images, packages, commands, folders and variables. Its sandbox images do not run it. */
export const productName = /(?:^|[\s"'/@=.:[,-])(?:openclaw|clawdbot|moltbot)(?![\w-]{0,100}sandbox)(?:\b|_)/i;

/**
 * The same in a command line or a list of files: the program, its package, its folder, or a script or config that bears its name. Not a host
 * (`http://openclaw:18789`), another container (`openclaw-gateway`) or another program's file (`openclaw.conf`).
 */
export const productProgram =
  /(?:^|[\s"'@=.[,(;&|-]|(?<!:\/)\/)(?:openclaw|clawdbot|moltbot)(?:$|[\s"'@/,\])]|[\w-]{0,100}\.(?:[cm]?js|json5?|sh|py)\b)/i;

/** Variables that only the gateway itself has a use for; its token and its port are for proxies and clients too. Source: its page on the environment, 2026.9.6. */
export const productVariable = /^(?:OPENCLAW|CLAWDBOT|MOLTBOT)_(?:GATEWAY_BIND|STATE_DIR|CONFIG_PATH|HOME)$/;

/** Variables with a login to a gateway, wherever that runs. Source: the same page. */
export const productLogin = /^(?:OPENCLAW|CLAWDBOT|MOLTBOT)_\w{0,100}(?:TOKEN|SECRET|PASSWORD)$/;

/** Variables with a login to what runs here, which strangers may try. A key for somebody else's service opens nothing here. Source: the same page. */
export const loginVariable = /^(?:OPENCLAW|CLAWDBOT|MOLTBOT)_\w*(?:TOKEN|SECRET)$|(?:PASSWORD|PASSWD)$/i;

/** A variable that names its image. */
export const imageVariable = /\$\{(?:OPENCLAW|CLAWDBOT|MOLTBOT)_\w*IMAGE\b/;

/** Where it keeps what it has, below the home of whoever runs it, and its config therein. */
export const stateFolder = /\/\.(?:openclaw|clawdbot|moltbot)\/?$/;
export const configFile = /\/(?:openclaw|clawdbot|moltbot)\.json5?$/;

/** Packages it is installed from, without a version or with one that moves. Source: its page on installing, 2026.9.6. */
export const floatingPackage = /(?:^|\s)["']?((?:openclaw|clawdbot|moltbot)(?:@(?:latest|next|beta|main))?)(?=$|[\s;&|"'])/;

/** Images of others that start as the administrator unless told otherwise. Source: their Dockerfiles. */
export const rootImages: ReadonlySet<string> = new Set(
  `alpine amazonlinux centos debian denoland/deno fedora golang node oven/bun python rockylinux ruby rust ubuntu`.split(/\s+/),
);

/** Programs with which a process that starts as the administrator becomes somebody else. Source: their manuals. */
export const rightsDroppers =
  /\b(?:gosu|su-exec|setpriv|runuser|s6-setuidgid)\b|\bsu\s+(?:-\S*\s+)*(?!root\b)[a-z_][\w-]*\s+-|\bsudo\s+(?:-\w+\s+)*-u\s+(?!root\b)/;
