/** JSON for programs, which may also be looked at in a terminal: characters that would act there are escaped, as JSON allows for every character. */

const acting = /[\u007F-\u009F\p{Bidi_Control}\u2028\u2029\u{E0000}-\u{E007F}]/gu;

export function jsonText(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(acting, (character) => character.split("").map(escaped).join(""));
}

/** Of one UTF-16 unit. */
function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
