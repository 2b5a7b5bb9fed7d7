/** Russian: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "с полными текстами",
  "wish.wholeOff": "Полные статьи здесь не показываются: тот, кто держит бота, этого не разрешил (WHOLE_TEXT=on).",
  "post.wholeText": "Полный текст",
  "post.wholeCut": "Продолжение:",
  "command.subscribe.whole": "Полная статья в свёрнутом виде под записью, где разрешено",
  "command.edit.whole": "Полная статья в свёрнутом виде под записью, где разрешено",
};
