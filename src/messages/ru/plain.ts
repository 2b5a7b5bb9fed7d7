/** Russian: what is answered to words that are no command, or name nothing exactly. */

import type { Translation } from "../en/index.ts";

export const plain: Translation = {
  "plain.unclear":
    "Вы можете спросить о новостях своими словами, нажать кнопку или ввести /, чтобы увидеть все команды.",
  "plain.which":
    "Не уверен, что вы имеете в виду. Вот что я могу с этим сделать; введите /, чтобы увидеть все команды.",
  "plain.whichWish": "Выберите, что должно приходить сюда с этого момента:",
  "plain.address": "Что сделать с этим адресом?",
  "plain.search": "Искать новости: {words}",
  "plain.quotes": "Цитаты о {words}",
  "plain.follow": "Следить за новостями: {words}",
  "plain.quotesBy": "Цитаты: {name}",
  "plain.speaker": "Следить, что говорит {name}",
  "plain.help": "Всё, что я умею",
  "plain.brief": "Краткое изложение страницы",
  "plain.subscribe": "Подписаться на новости сайта",
  "plain.why": "Почему пришло или нет",
  "subscribe.near":
    "Нет источника или темы с названием {name}; /feeds покажет все, подойдёт и адрес сайта. Может быть, одно из этого?",
  "subscribe.withWords": "Новости со словами {words}",
  "unsubscribe.sure": "Пока ничего не отменено. Так закончатся все подписки этого канала ({count}):",
  "unsubscribe.endAll": "Отменить все ({count})",
  "subscribe.nobodyYet": "В прочитанных до сих пор новостях никого с таким именем не цитируют: {names}.",
  "subscribe.asOnePhrase": "Слова подряд ищутся как одно выражение; запятая их разделяет, например words:паром, порт.",
  "subscribe.nowhereYet": "В прочитанных до сих пор новостях этого нет: {words}.",
  "why.postedByEnded": "Подписка, по которой это пришло, завершена.",
};
