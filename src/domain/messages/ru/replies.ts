/** Russian: answers to commands. */

import type { Translation } from "../en/index.ts";

export const replies: Translation = {
  marks: "«{text}»",
  comma: ", ",
  "time.now": "только что",
  "word.yes": "да",
  "word.no": "нет",

  "answer.noCommand": "Команды {command} нет. /help покажет все.",
  "answer.managersOnly": "{command} меняет этот канал, поэтому доступна только тем, кто им управляет.",
  "answer.tooMany": "Слишком много команд за минуту. Пожалуйста, немного подождите.",
  "answer.fault": "Что-то пошло не так, это записано в журнал. Попробуйте ещё раз через минуту.",
  "answer.oldButton": "Эта кнопка устарела. Пожалуйста, повторите команду.",

  "option.tooLong": "{option}: не больше {max} символов, а здесь {length}.",
  "option.notInRange": "{option}: нужно целое число от {min} до {max}.",
  "option.notYesOrNo": "{option}: нужно да или нет.",
  "option.notAChoice": "{option}: нужно одно из значений: {choices}.",
  "option.missing": "Не указано: {option} ({description}).",

  "feed.unknown": "Ленты с названием {name} нет. /feeds покажет все.",
  "topic.unknown": "Темы с названием {name} нет. Темы: {topics}.",
  "feed.nothingCalled": "Нет ни ленты, ни темы с названием {name}. /feeds покажет все; подойдёт и адрес сайта.",
  "feed.noneAt": "По адресу {url} лента не найдена. Попробуйте адрес самой ленты.",
  "feed.unreadable": "Не удалось прочитать {url}: {reason}",
  "feed.noFeedThere": "В ответ пришла не лента.",

  "brief.badAddress": "Укажите полный адрес статьи, начиная с https://.",
  "brief.reading": "Читаю страницу…",
  "brief.unreadable": "Не удалось прочитать эту страницу: {reason}",
  "brief.notSent": "Сервер не прислал страницу.",

  "feeds.none": {
    one: "Подходящих лент нет. /feeds без слов покажет {count} ленту; /subscribe принимает и адрес любого сайта.",
    few: "Подходящих лент нет. /feeds без слов покажет все {count} ленты; /subscribe принимает и адрес любого сайта.",
    many: "Подходящих лент нет. /feeds без слов покажет все {count} лент; /subscribe принимает и адрес любого сайта.",
    other: "Подходящих лент нет. /feeds без слов покажет все {count} ленты; /subscribe принимает и адрес любого сайта.",
  },
  "feeds.found": { one: "{count} лента.", few: "{count} ленты.", many: "{count} лент.", other: "{count} ленты." },
  "feeds.topics": "Темы: {topics}.",
  "feeds.more": "Показаны первые {shown}; уточните словами или через topic:.",
  "feeds.howTo": "Чтобы подписаться: /subscribe и код.",
  "feeds.trouble": "сбой: {reason}",

  "help.one": "{command}: {summary}.",
  "help.oneForManagers": "{command}: {summary}. Для тех, кто управляет каналом.",
  "help.options": "Параметры",
  "help.needed": "{option} (обязательно)",
  "help.examples": "Примеры",
  "help.all":
    "Я читаю новостные ленты и публикую здесь короткие сводки с цитатами, взятыми из статей слово в слово. Что можно написать:",
  "help.forManagers": "{summary} (для тех, кто управляет каналом)",

  "language.none":
    "У этого канала нет своего языка: ответы приходят на языке того, кто спрашивает, посты — на языке бота.",
  "language.shown": "Язык бота в этом канале: {language}.",
  "language.choices": "На выбор: {choices} или auto. Статьи и цитаты остаются на своём языке.",
  "language.auto":
    "У этого канала больше нет своего языка: ответы приходят на языке того, кто спрашивает, посты — на языке бота.",
  "language.set": "Теперь язык бота в этом канале: {language}. Статьи и цитаты остаются на своём языке.",

  "latest.none": "Сводок пока нет. Они появятся здесь, когда ленты будут прочитаны; /feeds покажет, как идут дела.",
  "latest.shown": {
    one: "{count} свежая сводка:",
    few: "{count} свежие сводки:",
    many: "{count} свежих сводок:",
    other: "{count} свежей сводки:",
  },

  "quotes.nothingAsked": "Назовите человека или тему, например /quotes minister или /quotes about:ferry.",
  "quotes.by": "с именем {speaker}",
  "quotes.about": "со словами {words}",
  "quotes.none": "Цитат {wanted} пока нет. Хватит и части имени; /search ищет по целым статьям.",
  "quotes.found": "Цитаты {wanted}, сначала новые:",
  "quotes.unnamed": "имя не названо",

  "search.nothingAsked":
    "Напишите, что искать, например /search ferry, или кого цитируют, например /search speaker:minister.",
  "search.about": "по запросу {words}",
  "search.quoting": "с цитатами: {speaker}",
  "search.none": "Ничего {wanted}. Попробуйте меньше слов, другие слова или больший срок: days:365.",
  "search.found": {
    one: "{count} сводка {wanted}:",
    few: "{count} сводки {wanted}:",
    many: "{count} сводок {wanted}:",
    other: "{count} сводки {wanted}:",
  },
  "search.foundMany": {
    one: "{count} сводка или больше {wanted}:",
    few: "{count} сводки или больше {wanted}:",
    many: "{count} сводок или больше {wanted}:",
    other: "{count} сводки или больше {wanted}:",
  },
  "search.foundPage": {
    one: "{count} сводка {wanted}, страница {page}:",
    few: "{count} сводки {wanted}, страница {page}:",
    many: "{count} сводок {wanted}, страница {page}:",
    other: "{count} сводки {wanted}, страница {page}:",
  },
  "search.foundManyPage": {
    one: "{count} сводка или больше {wanted}, страница {page}:",
    few: "{count} сводки или больше {wanted}, страница {page}:",
    many: "{count} сводок или больше {wanted}, страница {page}:",
    other: "{count} сводки или больше {wanted}, страница {page}:",
  },
  "search.newer": "◀ Новее",
  "search.older": "Ещё ▶",
  "search.oldButton": "Эта кнопка устарела. Пожалуйста, повторите поиск через /search.",

  "subscribe.tooManyWords": {
    one: "В подписке может быть не больше {count} слова или фразы.",
    few: "В подписке может быть не больше {count} слов или фраз.",
    many: "В подписке может быть не больше {count} слов или фраз.",
    other: "В подписке может быть не больше {count} слова или фразы.",
  },
  "subscribe.noFeedAt": "По адресу {url} ленты нет. /feeds покажет известные ленты.",
  "subscribe.several": "На этом сайте несколько лент. Подпишитесь по одному из этих адресов:",
  "subscribe.nothingAsked":
    "Напишите, на что подписаться: код ленты, адрес, тема или everything (всё). /feeds покажет ленты.",
  "subscribe.already": "Такая подписка у канала уже есть: номер {id}. /subscriptions покажет все.",
  "subscribe.full": {
    one: "У канала может быть {count} подписка. Сначала отмените её через /unsubscribe.",
    few: "У канала может быть {count} подписки. Сначала отмените одну через /unsubscribe.",
    many: "У канала может быть {count} подписок. Сначала отмените одну через /unsubscribe.",
    other: "У канала может быть {count} подписки. Сначала отмените одну через /unsubscribe.",
  },
  "subscribe.done": "Подписка оформлена: {what} (номер {id}).",
  "subscribe.sample": "Свежая сводка придёт как образец.",
  "subscribe.next": "Следующая сводка придёт сюда сама.",

  "subscription.topics": "новости: {topics}",
  "subscription.allFeeds": "все ленты",
  "subscription.with": "со словами {words}",
  "subscription.without": "без слов {words}",
  "subscription.quoting": "с цитатами: {speakers}",
  "subscription.in": "язык: {languages}",

  "subscriptions.none": "У этого канала нет подписок. /subscribe добавит подписку; /feeds покажет ленты.",
  "subscriptions.found": {
    one: "{count} подписка в этом канале:",
    few: "{count} подписки в этом канале:",
    many: "{count} подписок в этом канале:",
    other: "{count} подписки в этом канале:",
  },
  "health.paused": "На паузе: {reason}.",
  "health.noPost": "Постов пока не было.",
  "health.waiting": {
    one: "{count} пост ждёт отправки.",
    few: "{count} поста ждут отправки.",
    many: "{count} постов ждут отправки.",
    other: "{count} поста ждут отправки.",
  },
  "health.lastFailure": "Последний сбой: {reason}.",
  "health.unknownReason": "неизвестно",

  "unsubscribe.none": "У этого канала нет подписок. /subscribe добавит подписку.",
  "unsubscribe.unknown": "Подписки {id} у этого канала нет. /subscriptions покажет их с номерами.",
  "unsubscribe.done": "Подписка отменена: {what}.",
  "unsubscribe.doneAll": {
    one: "Отменена {count} подписка.",
    few: "Отменены {count} подписки.",
    many: "Отменено {count} подписок.",
    other: "Отменено {count} подписки.",
  },
};
