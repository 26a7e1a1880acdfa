/**
 * Where secrets stand in OpenClaw's files. Facts with their source, no logic.
 * Source: the paths marked sensitive in the settings' own descriptions of 2026.2.17 (50), 2026.6.1 (195) and 2026.9.6 (204), brought down to
 * the names of their keys, because channels and plugins have keys of their own that no release lists.
 */

/** A key whose value is a secret, in whatever block it stands. Compared without regard to case, `_` and `-`. */
export const secretKeys: Readonly<Record<string, string>> = {
  accesskeysecret: "access key",
  accesstoken: "access token",
  apikey: "API key",
  apipassword: "API password",
  apisecret: "API secret",
  apitoken: "API token",
  appkey: "app key",
  apppassword: "app password",
  appsecret: "app secret",
  apptoken: "app token",
  authtoken: "auth token",
  bearertoken: "bearer token",
  botsecret: "bot secret",
  bottoken: "bot token",
  channelaccesstoken: "channel access token",
  channelsecret: "channel secret",
  clientsecret: "client secret",
  consumersecret: "consumer secret",
  corpsecret: "company secret",
  encodingaeskey: "encryption key",
  encryptionkey: "encryption key",
  encryptkey: "encryption key",
  hmacsecret: "signing secret",
  identitydata: "SSH private key",
  jwtsecret: "signing secret",
  masterkey: "master key",
  ngrokauthtoken: "auth token",
  openaiapikey: "API key",
  outboundtoken: "token",
  passphrase: "passphrase",
  passwd: "password",
  password: "password",
  privatekey: "private key",
  pushtoken: "push token",
  refreshtoken: "refresh token",
  secret: "secret",
  secretaccesskey: "access key",
  secretkey: "secret key",
  signingsecret: "signing secret",
  token: "token",
  usertoken: "user token",
  verificationtoken: "verification token",
  webhooksecret: "webhook secret",
  webhooktoken: "webhook token",
};

/** What the names of such keys end in, for those that channels and plugins bring along. */
export const secretKeyEndings: readonly { readonly ending: string; readonly kind: string }[] = [
  { ending: "apikey", kind: "API key" },
  { ending: "secret", kind: "secret" },
  { ending: "password", kind: "password" },
  { ending: "privatekey", kind: "private key" },
  { ending: "accesstoken", kind: "access token" },
  { ending: "authtoken", kind: "auth token" },
  { ending: "bottoken", kind: "bot token" },
];

const variableName = /(?:^|_)(?:API_?KEY|ACCESS_?KEY|KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASS|PWD|CREDENTIALS?)$/i;

/** Variables that are for a secret wherever they stand. Wider names (`KEY`, `PASS`, `PWD`) are those of sessions and folders, too. */
export const secretVariable = /(?:TOKEN|PASSWORD|PASSWD|SECRET|API_?KEY)$/i;

/** Blocks whose keys are names chosen by somebody: there the name tells whether the value is a secret. */
export const namedValues: Readonly<Record<string, { readonly kind: string; readonly name: RegExp }>> = {
  env: { kind: "environment variable", name: variableName },
  vars: { kind: "environment variable", name: variableName },
  environment: { kind: "environment variable", name: variableName },
  args: { kind: "environment variable", name: variableName },
  headers: { kind: "request header", name: /authorization|cookie|token|secret|password|credential|api-?key|access-?key|^auth|-key$/i },
  auth: { kind: "credential", name: /^value$/ },
  tls: { kind: "TLS private key", name: /^key$/ },
  edgeAuth: { kind: "gateway edge credential", name: /./ },
};

/** Blocks whose texts look like secrets and are none: patterns of what to hide in logs. */
export const notSecretBlocks: readonly string[] = ["redactPatterns"];

/**
 * Keys whose value is a command line, or the words of one, or sets variables in the way one does. Source: schemas of 2026.2.17, 2026.6.1 and
 * 2026.9.6, the approvals document, and the Compose file and Dockerfile references.
 */
export const commandKeys: ReadonlySet<string> = new Set([
  ...["lastUsedCommand", "command", "args", "argPattern", "setupCommand", "mcpArgs"],
  ...["entrypoint", "environment", "test", "ENV", "ARG", "RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"],
]);

/** Keys under which the approvals document merely notes what happened. */
export const recordKeys: ReadonlySet<string> = new Set(["lastUsedCommand"]);
