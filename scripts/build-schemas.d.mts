export function buildSchemas(target: string): number;
export function allSchemas(): Record<string, Record<string, unknown>>;
