/** German: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "mit ganzen Texten",
  "wish.wholeOff":
    "Ganze Artikel werden hier nicht gezeigt: Wer diesen Bot betreibt, hat es nicht erlaubt (WHOLE_TEXT=on).",
  "post.wholeText": "Der ganze Text",
  "post.wholeCut": "Weiter geht es unter",
  "command.subscribe.whole": "Ganzer Artikel eingeklappt unter dem Beitrag, wo erlaubt",
  "command.edit.whole": "Ganzer Artikel eingeklappt unter dem Beitrag, wo erlaubt",
};
