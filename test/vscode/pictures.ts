/** Which screenshots become pictures of the documentation, and what part of the window they show. */
import type { Clip } from "./driver/page.ts";
import type { Theme } from "./driver/server.ts";
import type { Picture } from "./person/step.ts";

interface KeptPicture {
  /** Below docs/images. */
  readonly file: string;
  /** Without: the whole window. */
  readonly clip?: Clip;
}

const wholeWindows: Partial<Record<Picture, string>> = {
  fixes: "overview.png",
  techniques: "hover.png",
  reasons: "reasons.png",
  grants: "grants.png",
  matrix: "matrix.png",
  "matrix-fixed": "matrix-fixed.png",
};

/** The steps of the walkthrough. They lie in the package, so they show no more than they must. */
const walkthrough: Partial<
  Record<Picture, { readonly name: string; readonly left?: number; readonly top: number; readonly height: number }>
> = {
  lens: { name: "see", top: 330, height: 280 },
  techniques: { name: "why", left: 504, top: 150, height: 310 },
  fixes: { name: "fix", top: 270, height: 230 },
  ignored: { name: "keep", top: 235, height: 210 },
};

export function keptPictures(picture: Picture, theme: Theme): readonly KeptPicture[] {
  const whole = theme === "light" ? wholeWindows[picture] : undefined;
  const step = theme === "contrast" ? undefined : walkthrough[picture];
  return [
    ...(whole === undefined ? [] : [{ file: whole }]),
    ...(step === undefined
      ? []
      : [{ file: `walkthrough/${step.name}-${theme}.png`, clip: { x: step.left ?? 436, y: step.top, width: 756, height: step.height } }]),
  ];
}
