/** Where an address leads, by its looks alone: this machine, a private network, anywhere. */

/** True for addresses and names of this machine. */
export function isOnThisMachine(host: string): boolean {
  return /^(?:localhost|\[::1?\]|127\.[\d.]+|0\.0\.0\.0|[\w-]+\.localhost)$/i.test(host);
}

/** True for this machine, private and shared address ranges, names without a dot, and the endings of local names. */
export function isPrivateHost(host: string): boolean {
  return isOnThisMachine(host) || privateHosts.some((pattern) => pattern.test(host.toLowerCase()));
}

/** The host of an address, without brackets taken away. */
export function hostOf(address: string): string | undefined {
  return /^[a-z][a-z+.-]*:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(address.trim())?.[1]?.toLowerCase();
}

/** The host of an address that nothing encrypts the way to; nothing for any other text. */
export function plainHost(address: string): string | undefined {
  return /^(?:http|ws):/i.test(address.trim()) ? hostOf(address) : undefined;
}

const privateHosts = [
  /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./,
  /^[a-z0-9_-]+$/,
  /\.(?:local|lan|internal|home|localhost|ts\.net)$/,
];
