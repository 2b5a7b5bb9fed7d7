/** Russian: answers to commands. */

import type { Translation } from "../en/index.ts";

export const replies: Translation = {
  marks: "«{text}»",
  "marks.inner": "„{text}“",
  comma: ", ",
  "time.now": "только что",
  "word.yes": "да",
  "word.no": "нет",

  "answer.noCommand": "Команды {command} нет. /help покажет все.",
  "answer.managersOnly": "{command} меняет этот канал, поэтому доступна только тем, кто им управляет.",
  "answer.tooMany": "Слишком много команд за минуту. Пожалуйста, немного подождите.",
  "answer.underWay": "Здесь уже выполняется достаточно команд. Дождитесь ответа на одну из них.",
  "answer.fault": "Что-то пошло не так, это записано в журнал. Попробуйте ещё раз через минуту.",
  "answer.oldButton": "Эта кнопка устарела. Пожалуйста, повторите команду.",
  "answer.othersButton": "Эта кнопка принадлежит тому, кто спросил. Пожалуйста, отправьте команду сами.",

  "option.tooLong": "{option}: не больше {max} символов, а здесь {length}.",
  "option.notInRange": "{option}: нужно целое число от {min} до {max}.",
  "option.notYesOrNo": "{option}: нужно да или нет.",
  "option.notAFile": "{option}: нужен файл, отправленный вместе с командой; имя или путь не подойдут.",
  "option.notAChoice": "{option}: нужно одно из значений: {choices}.",
  "option.notADay": "{option}: нужен день, например 2026-11-20.",
  "option.missing": "Не указано: {option} ({description}). Например: {example}",
  "option.unknown": "Параметра {option} нет. {command} покажет, какие есть.",

  "feed.unknown": "Ленты с названием {name} нет. /feeds покажет все.",

  "topic.unknown": "Темы с названием {name} нет. Темы: {topics}.",

  "feed.tooManyNew":
    "Сегодня здесь уже добавлено столько новых лент, сколько можно за день. Попробуйте завтра или выберите одну из /feeds.",
  "feed.nothingCalled":
    "Нет ни ленты, ни темы с названием {name}. /feeds покажет все; подойдёт и адрес сайта. Чтобы получать слова человека: /subscribe speaker:{name}",
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
  "feeds.regions": "Регионы: {regions}.",
  "feeds.more": "Показаны первые {shown}; уточните словами или через topic:.",
  "feeds.howTo": "Чтобы подписаться: /subscribe и код.",
  "feeds.trouble": "сбой: {reason}",

  "help.one": "{command}: {summary}.",
  "help.oneForManagers": "{command}: {summary}. Для тех, кто управляет каналом.",
  "help.options": "Параметры",
  "help.needed": "{option} (обязательно)",
  "help.examples": "Примеры",
  "help.typed": "Параметры пишутся так: {form}; значение длится до следующего параметра, как в {example}",
  "help.typedSearch":
    "Параметры пишутся так: {form}. Перед словами для поиска значение — это одно слово, имя с заглавных букв или что угодно в кавычках, как в {example}",
  "help.all":
    "Я читаю новостные ленты и публикую здесь короткие сводки с цитатами, взятыми из статей слово в слово. Что можно написать; {command} покажет все возможности одной из команд:",
  "help.managers": "Для тех, кто управляет каналом",
  "help.everyone": "Для всех",

  "language.none":
    "У этого канала нет своего языка: ответы приходят на языке того, кто спрашивает, посты — на языке бота.",
  "language.shown": "Язык бота в этом канале: {language}.",
  "language.choices": "На выбор: {choices} или auto. Статьи и цитаты остаются на своём языке.",
  "language.auto":
    "У этого канала больше нет своего языка: ответы приходят на языке того, кто спрашивает, посты — на языке бота.",
  "language.set": "Теперь язык бота в этом канале: {language}. Статьи и цитаты остаются на своём языке.",

  "latest.page": "Свежие сводки, страница {page}:",
  "latest.none": "Сводок пока нет. Они появятся здесь, когда ленты будут прочитаны; /feeds покажет, как идут дела.",
  "latest.shown": {
    one: "{count} свежая сводка:",
    few: "{count} свежие сводки:",
    many: "{count} свежих сводок:",
    other: "{count} свежей сводки:",
  },

  "quotes.nothingAsked": "Назовите человека или тему, например /quotes minister или /quotes about:ferry.",
  "quotes.by": "с именем или должностью {speaker}",
  "quotes.about": "по запросу {words}",
  "quotes.none": "Цитат {wanted} пока нет. Хватит части имени или должности; /search ищет по целым статьям.",
  "quotes.found": "Цитаты {wanted}:",
  "quotes.foundPage": "Цитаты {wanted}, страница {page}:",
  "quotes.unnamed": "имя не названо",

  "mute.button": "Скрыть эту историю",
  "mute.done": "Сообщений и изменений об этой истории здесь больше не будет: {headline}",
  "mute.undo": "Вернуть",
  "mute.undone": "Новости этой истории снова приходят сюда: {headline}",
  "mute.gone": "Эта статья больше не хранится.",
  "why.entryFailed": "Статья была в ленте {feed}, но прочитать её не удалось: {reason}",
  "why.entryRetried": "Статья есть в ленте {feed}, но прочитать её пока не удалось, будет новая попытка: {reason}",
  "why.entryAtFirst":
    "Статья уже была в ленте {feed} при её первом чтении и потому новостью не считается. Её прочтёт /brief.",
  "why.entryOld":
    "Статья была слишком старой, когда появилась в ленте {feed}, и потому новостью не считается. Её прочтёт /brief.",
  "why.entryRenamed":
    "Статья уже была в ленте {feed} под другим адресом или названием и потому новостью не считается. Её прочтёт /brief.",
  "why.entryBefore":
    "Статья была в ленте {feed}, но не хранится: была там до первого чтения, пришла слишком старой или уже забыта. Её прочтёт /brief.",

  "quotes.more": "Ещё цитаты",
  "quotes.allOf": "Все цитаты из {headline}:",
  "quotes.noneIn": "В {headline} цитат не найдено.",

  "search.similar": "Искать похожее",
  "search.nothingSimilar": "Ничего похожего на {headline} не выходило.",
  "search.nothingAsked":
    "Напишите, что искать, например /search ferry, или кого цитируют, например /search speaker:minister.",
  "search.about": "по запросу {words}",
  "search.quoting": "с цитатами: {speaker}",
  "search.backwards": "since позже until: между ними ничего быть не может.",
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
  "search.oldButton": "Эта кнопка устарела. Пожалуйста, повторите поиск через {command}.",

  "forget.channelWord": "канал",
  "forget.meWord": "меня",
  "forget.askChannel":
    "Об этом канале удаляется всё, что хранится: подписки и всё, что для них ждёт отправки, язык, вид постов, заглушённые темы, сведения о том, где опубликованы сводки, ответы за кнопками, а также ленты, которые назвал только этот канал, вместе с их статьями.",
  "forget.askMe":
    "О вас удаляется всё, что хранится: что вы спрашивали здесь и в других каналах, насколько это хранится за кнопками.",
  "forget.confirm": "Это происходит сразу и необратимо. Нажмите, чтобы подтвердить:",
  "forget.channelButton": "Забыть этот канал",
  "forget.meButton": "Забыть меня",
  "forget.subscriptions": {
    one: "{count} подписка",
    few: "{count} подписки",
    many: "{count} подписок",
    other: "{count} подписки",
  },
  "forget.deliveries": {
    one: "{count} запись о посте",
    few: "{count} записи о постах",
    many: "{count} записей о постах",
    other: "{count} записи о постах",
  },
  "forget.feeds": {
    one: "{count} лента, которую назвал только этот канал",
    few: "{count} ленты, которые назвал только этот канал",
    many: "{count} лент, которые назвал только этот канал",
    other: "{count} ленты, которые назвал только этот канал",
  },
  "forget.kept": {
    one: "{count} ответ за кнопками",
    few: "{count} ответа за кнопками",
    many: "{count} ответов за кнопками",
    other: "{count} ответа за кнопками",
  },
  "forget.channelDone": "Удалено навсегда, вместе со всем остальным, что хранилось об этом канале: {what}.",
  "forget.channelNothing": "Об этом канале больше ничего не хранится.",
  "forget.channelStays":
    "Здесь больше ничего не публикуется. Опубликованное остаётся в канале, удалить его можно только там; пост, который уходил в эту самую минуту, ещё может прийти.",
  "forget.meDone": "Удалено навсегда: {what}.",
  "forget.meStays":
    "Больше о вас ничего не хранится. Как часто вы спрашивали в последние минуты, есть только в памяти и исчезает само; сообщения в чатах удаляете вы сами. То, что получает личный чат, забывается там командой /forget.",
};
