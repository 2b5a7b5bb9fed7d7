/** Russian: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "с полными текстами",
  "wish.wholeOff": "Полные статьи здесь не показываются: тот, кто держит бота, этого не разрешил (WHOLE_TEXT=on).",
  "wish.wholeElsewhere": "В личных сообщениях нет ветки для полных статей. Их можно получать в каналах сервера.",
  "discord.right.createThreads": "Создавать публичные ветки",
  "discord.needsForWhole":
    "Полная статья помещается в ветку под постом; для этого мне нужно там право {rights}. Дайте его в настройках канала и попробуйте ещё раз.",
  "post.wholeText": "Полный текст",
  "post.wholeCut": "Продолжение:",
  "command.subscribe.whole": "Полная статья в свёрнутом виде под записью, где разрешено",
  "command.edit.whole": "Полная статья в свёрнутом виде под записью, где разрешено",
};
