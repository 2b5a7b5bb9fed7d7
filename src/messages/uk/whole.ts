/** Ukrainian: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "з повними текстами",
  "wish.wholeOff": "Повні статті тут не показуються: той, хто утримує бота, цього не дозволив (WHOLE_TEXT=on).",
  "wish.wholeElsewhere":
    "В особистих повідомленнях немає гілки для повних статей. Їх можна отримувати в каналах сервера.",
  "discord.right.createThreads": "Створювати публічні гілки",
  "discord.needsForWhole":
    "Повна стаття лежить у гілці під дописом; для цього мені потрібне там право {rights}. Надайте його в налаштуваннях каналу й спробуйте ще раз.",
  "post.wholeText": "Повний текст",
  "post.wholeCut": "Продовження:",
  "command.subscribe.whole": "Повна стаття у згорнутому вигляді під дописом, де дозволено",
  "command.edit.whole": "Повна стаття у згорнутому вигляді під дописом, де дозволено",
};
