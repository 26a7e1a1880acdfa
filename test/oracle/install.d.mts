/** Types of `install.mjs`, which stays plain JavaScript so that it runs without a build. */
export function cacheFolder(): string;
export function installOpenClaw(release: string): string;
export function installNode(): string;
