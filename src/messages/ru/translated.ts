/** Russian: posts that a model translates. */

import type { Translation } from "../en/index.ts";

export const translated: Translation = {
  "post.translated": "перевод: {model}, оригинал: {language}",
  "translate.original": "Оригинал",
  "translate.asPublished": "Как было опубликовано:",
  "translate.off": "Посты здесь остаются на том языке, на котором опубликованы.",
  "translate.on":
    "Посты на других языках здесь переводит {model}; язык чтения: {language}. Сказанное людьми приводится и в их собственных словах, а кнопка показывает оригинал. Что нельзя проверить, остаётся как есть.",
  "translate.chosen": "Выбрано для постов здесь: {language}.",
  "translate.noModel": "Ничего не переводится: тот, кто ведёт этого бота, не подключил для этого модель ({setting}).",
  "translate.choices":
    "На выбор: on — язык этого канала, off или {choices}. Дайджесты и ответы остаются как опубликованы.",
  "reason.translating": "идёт перевод",
  "command.translate": "Переводить посты здесь с помощью модели, оригинал — одним нажатием",
  "command.translate.to": "on — язык канала, название языка или off",
  "import.translation": "Отныне посты здесь переводятся, как указано в файле.",
  "import.translationOff": "Посты здесь не переводятся, как указано в файле.",
  "import.translationKept": "Этот канал сохраняет свой выбор перевода.",
  "import.translationUnread": "Выбор перевода в файле прочесть не удалось, он пропущен.",
};
