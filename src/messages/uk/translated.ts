/** Ukrainian: posts that a model translates. */

import type { Translation } from "../en/index.ts";

export const translated: Translation = {
  "post.translated": "переклад: {model}, оригінал: {language}",
  "translate.original": "Оригінал",
  "translate.asPublished": "Як було опубліковано:",
  "translate.off": "Дописи тут залишаються тією мовою, якою опубліковані.",
  "translate.on":
    "Дописи іншими мовами тут перекладає {model}; мова читання: {language}. Сказане людьми наводиться й у їхніх власних словах, а кнопка показує оригінал. Що не можна перевірити, лишається як є.",
  "translate.chosen": "Обрано для дописів тут: {language}.",
  "translate.noModel": "Нічого не перекладається: той, хто веде цього бота, не підключив для цього модель ({setting}).",
  "translate.choices":
    "На вибір: on — мова цього каналу, off або {choices}. Дайджести й відповіді лишаються як опубліковані.",
  "reason.translating": "триває переклад",
  "command.translate": "Перекладати дописи тут за допомогою моделі, оригінал — одним натисканням",
  "command.translate.to": "on — мова каналу, назва мови або off",
  "import.translation": "Відтепер дописи тут перекладаються, як зазначено у файлі.",
  "import.translationOff": "Дописи тут не перекладаються, як зазначено у файлі.",
  "import.translationKept": "Цей канал зберігає свій вибір перекладу.",
  "import.translationUnread": "Вибір перекладу у файлі прочитати не вдалося, його пропущено.",
};
