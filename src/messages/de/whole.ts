/** German: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "mit ganzen Texten",
  "wish.wholeOff":
    "Ganze Artikel werden hier nicht gezeigt: Wer diesen Bot betreibt, hat es nicht erlaubt (WHOLE_TEXT=on).",
  "wish.wholeElsewhere":
    "In einer Direktnachricht gibt es keinen Thread für ganze Artikel. Es gibt sie in den Kanälen eines Servers.",
  "discord.right.createThreads": "Öffentliche Threads erstellen",
  "discord.needsForWhole":
    "Ein ganzer Artikel liegt in einem Thread unter seinem Beitrag; dafür brauche ich dort die Berechtigung {rights}. Gib sie mir in den Einstellungen des Kanals und versuche es noch einmal.",
  "post.wholeText": "Der ganze Text",
  "post.wholeCut": "Weiter geht es unter",
  "command.subscribe.whole": "Ganzer Artikel eingeklappt unter dem Beitrag, wo erlaubt",
  "command.edit.whole": "Ganzer Artikel eingeklappt unter dem Beitrag, wo erlaubt",
};
