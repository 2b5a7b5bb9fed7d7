/** Ukrainian: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "з повними текстами",
  "wish.wholeOff": "Повні статті тут не показуються: той, хто утримує бота, цього не дозволив (WHOLE_TEXT=on).",
  "post.wholeText": "Повний текст",
  "post.wholeCut": "Продовження:",
  "command.subscribe.whole": "Повна стаття у згорнутому вигляді під дописом, де дозволено",
  "command.edit.whole": "Повна стаття у згорнутому вигляді під дописом, де дозволено",
};
