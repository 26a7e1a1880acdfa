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
  hover: "hover.png",
  reasons: "reasons.png",
  grants: "grants.png",
};

/** The steps of the walkthrough. They lie in the package, so they are kept small. */
const walkthrough: Partial<Record<Picture, string>> = { lens: "see", hover: "why", fixes: "fix", ignored: "keep" };
const editor: Clip = { x: 352, y: 92, width: 720, height: 410 };

export function keptPictures(picture: Picture, theme: Theme): readonly KeptPicture[] {
  const whole = theme === "light" ? wholeWindows[picture] : undefined;
  const step = theme === "contrast" ? undefined : walkthrough[picture];
  return [
    ...(whole === undefined ? [] : [{ file: whole }]),
    ...(step === undefined ? [] : [{ file: `walkthrough/${step}-${theme}.png`, clip: editor }]),
  ];
}
