export interface Mutant {
  readonly line: number;
  /** The piece before and after the change. */
  readonly what: string;
  readonly source: string;
}

export function mutantsOf(source: string): Mutant[];
