export function repair(document: object, options: { readonly fillsDefaults: boolean; readonly checksUris: boolean }): object;
