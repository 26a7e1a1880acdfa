/** The shape of a row in the tables of change points. Knows no release and no behaviour. */

/** A release from which OpenClaw does something differently than before. */
export interface ChangePoint<Behaviour> {
  /** `T…` where the change is numbered among the great ones, otherwise a short name. */
  readonly id: string;
  /** The first release that shows the new behaviour: it and the one before it were opened or run. */
  readonly since: string;
  /** What changed, as a clause that can be shown to a reader. */
  readonly what: string;
  /** How we know: what was run or read, in which package. */
  readonly source: string;
  /** The named values that hold from here on. */
  readonly values: Partial<Behaviour>;
}
