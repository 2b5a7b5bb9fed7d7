/** Ukrainian: what is answered to words that are no command, or name nothing exactly. */

import type { Translation } from "../en/index.ts";

export const plain: Translation = {
  "plain.unclear":
    "Ви можете запитати про новини своїми словами, натиснути кнопку або ввести /, щоб побачити всі команди.",
  "plain.which":
    "Не впевнений, що ви маєте на увазі. Ось що я можу з цим зробити; введіть /, щоб побачити всі команди.",
  "plain.whichWish": "Виберіть, що має надходити сюди відтепер:",
  "plain.address": "Що зробити з цією адресою?",
  "plain.search": "Шукати новини: {words}",
  "plain.quotes": "Цитати про {words}",
  "plain.follow": "Стежити за новинами: {words}",
  "plain.quotesBy": "Цитати: {name}",
  "plain.speaker": "Стежити, що каже {name}",
  "plain.help": "Усе, що я вмію",
  "plain.brief": "Короткий виклад сторінки",
  "plain.subscribe": "Підписатися на новини сайту",
  "plain.why": "Чому надійшло чи ні",
  "subscribe.near":
    "Немає джерела чи теми з назвою {name}; /feeds покаже всі, підійде й адреса сайту. Можливо, щось із цього?",
  "subscribe.withWords": "Новини зі словами {words}",
  "unsubscribe.sure": "Поки нічого не скасовано. Так закінчаться всі підписки цього каналу ({count}):",
  "unsubscribe.endAll": "Скасувати всі ({count})",
  "subscribe.nobodyYet": "У прочитаних досі новинах нікого з таким іменем не цитують: {names}.",
  "subscribe.asOnePhrase": "Слова поспіль шукаються як один вираз; кома їх розділяє, наприклад words:пором, порт.",
  "subscribe.nowhereYet": "У прочитаних досі новинах цього немає: {words}.",
  "why.postedByEnded": "Підписку, за якою це надійшло, завершено.",
};
