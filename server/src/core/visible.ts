/** Text of a file where people read it: whatever would act there instead of being read is shown as what it is, a character that does not belong. */

/** They move a terminal's cursor, break a line, turn the direction of writing so that a name reads as another, or are seen by nobody but a model. */
const acting = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\u{E0000}-\u{E007F}]/gu;

export function visible(text: string): string {
  return text.replace(acting, "\uFFFD");
}
