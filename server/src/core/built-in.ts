/** What findings of no rule are about: ids that stand in a report beside those of the rules, with what a reader of the report wants to know. */

export interface BuiltIn {
  readonly id: "syntax" | "schema" | "suppression" | "contract";
  readonly summary: string;
  readonly why: string;
  /** Whether people may set how severe it is, or leave it out altogether. */
  readonly isAdjustable: boolean;
}

export const builtIns: readonly BuiltIn[] = [
  {
    id: "syntax",
    summary: "Text is not well-formed, or says something twice",
    why: "The product's own reader refuses such a text, or keeps something else than its author wrote.",
    isAdjustable: false,
  },
  {
    id: "schema",
    summary: "File is not one that this release takes as it stands",
    why: "A file that is refused, or a key that is not read, protects nobody, however strict it looks.",
    isAdjustable: false,
  },
  {
    id: "suppression",
    summary: "Comment that should ignore a finding does not, or is no longer needed",
    why: "Whoever reads the file believes that somebody looked at the finding and had a reason.",
    isAdjustable: true,
  },
  {
    id: "contract",
    summary: "Contract says something that is not understood",
    why: "What a contract says of an agent that does not exist, or in words that mean nothing, is never held against what agents may really do.",
    isAdjustable: true,
  },
];
