/** Ukrainian: answers to commands. */

import type { Translation } from "../en/index.ts";

export const replies: Translation = {
  marks: "«{text}»",
  "marks.inner": "„{text}“",
  comma: ", ",
  "time.now": "щойно",
  "word.yes": "так",
  "word.no": "ні",

  "answer.noCommand": "Команди {command} немає. /help покаже всі.",
  "answer.managersOnly": "{command} змінює цей канал, тому доступна лише тим, хто ним керує.",
  "answer.tooMany": "Забагато команд за хвилину. Будь ласка, трохи зачекайте.",
  "answer.underWay": "Тут уже виконується достатньо команд. Зачекайте на відповідь на одну з них.",
  "answer.fault": "Щось пішло не так, це записано в журнал. Спробуйте ще раз за хвилину.",
  "answer.oldButton": "Ця кнопка застаріла. Будь ласка, повторіть команду.",
  "answer.othersButton": "Ця кнопка належить тому, хто запитав. Будь ласка, надішліть команду самі.",

  "option.tooLong": "{option}: не більше {max} символів, а тут {length}.",
  "option.notInRange": "{option}: потрібне ціле число від {min} до {max}.",
  "option.notYesOrNo": "{option}: потрібно так або ні.",
  "option.notAFile": "{option}: потрібен файл, надісланий разом із командою; ім’я чи шлях не підійдуть.",
  "option.notAChoice": "{option}: потрібне одне зі значень: {choices}.",
  "option.notADay": "{option}: потрібен день, наприклад 2026-11-20.",
  "option.missing": "Не вказано: {option} ({description}). Наприклад: {example}",
  "option.unknown": "Параметра {option} немає. {command} покаже, які є.",

  "feed.unknown": "Стрічки з назвою {name} немає. /feeds покаже всі.",

  "topic.unknown": "Теми з назвою {name} немає. Теми: {topics}.",

  "feed.tooManyNew":
    "Сьогодні тут уже додано стільки нових стрічок, скільки можна за день. Спробуйте завтра або виберіть одну з /feeds.",
  "feed.nothingCalled":
    "Немає ні стрічки, ні теми з назвою {name}. /feeds покаже всі; підійде й адреса сайту. Щоб отримувати слова людини: /subscribe speaker:{name}",
  "feed.noneAt": "За адресою {url} стрічку не знайдено. Спробуйте адресу самої стрічки.",
  "feed.unreadable": "Не вдалося прочитати {url}: {reason}",
  "feed.noFeedThere": "У відповідь надійшла не стрічка.",

  "brief.badAddress": "Вкажіть повну адресу статті, починаючи з https://.",
  "brief.reading": "Читаю сторінку…",
  "brief.unreadable": "Не вдалося прочитати цю сторінку: {reason}",
  "brief.notSent": "Сервер не надіслав сторінку.",

  "feeds.none": {
    one: "Відповідних стрічок немає. /feeds без слів покаже {count} стрічку; /subscribe приймає й адресу будь-якого сайту.",
    few: "Відповідних стрічок немає. /feeds без слів покаже всі {count} стрічки; /subscribe приймає й адресу будь-якого сайту.",
    many: "Відповідних стрічок немає. /feeds без слів покаже всі {count} стрічок; /subscribe приймає й адресу будь-якого сайту.",
    other:
      "Відповідних стрічок немає. /feeds без слів покаже всі {count} стрічки; /subscribe приймає й адресу будь-якого сайту.",
  },
  "feeds.found": {
    one: "{count} стрічка.",
    few: "{count} стрічки.",
    many: "{count} стрічок.",
    other: "{count} стрічки.",
  },
  "feeds.topics": "Теми: {topics}.",
  "feeds.regions": "Регіони: {regions}.",
  "feeds.more": "Показано перші {shown}; уточніть словами або через topic:.",
  "feeds.howTo": "Щоб підписатися: /subscribe і код.",
  "feeds.trouble": "збій: {reason}",

  "help.one": "{command}: {summary}.",
  "help.oneForManagers": "{command}: {summary}. Для тих, хто керує каналом.",
  "help.options": "Параметри",
  "help.needed": "{option} (обов’язково)",
  "help.examples": "Приклади",
  "help.typed": "Параметри пишуться так: {form}; значення триває до наступного параметра, як у {example}",
  "help.typedSearch":
    "Параметри пишуться так: {form}. Перед словами для пошуку значення — це одне слово, ім’я з великих літер або будь-що в лапках, як у {example}",
  "help.all":
    "Я читаю новинні стрічки й публікую тут короткі зведення з цитатами, узятими зі статей слово в слово. Що можна написати; {command} покаже всі можливості однієї з команд:",
  "help.managers": "Для тих, хто керує каналом",
  "help.everyone": "Для всіх",

  "language.none": "Цей канал не має власної мови: відповіді надходять мовою того, хто питає, дописи — мовою бота.",
  "language.shown": "Мова бота в цьому каналі: {language}.",
  "language.choices": "На вибір: {choices} або auto. Статті й цитати лишаються своєю мовою.",
  "language.auto":
    "Цей канал більше не має власної мови: відповіді надходять мовою того, хто питає, дописи — мовою бота.",
  "language.set": "Відтепер мова бота в цьому каналі: {language}. Статті й цитати лишаються своєю мовою.",

  "latest.page": "Найновіші зведення, сторінка {page}:",
  "latest.none":
    "Зведень поки немає. Вони з’являться тут, коли стрічки буде прочитано; /feeds покаже, як ідуть справи.",
  "latest.shown": {
    one: "{count} найновіше зведення:",
    few: "{count} найновіші зведення:",
    many: "{count} найновіших зведень:",
    other: "{count} найновішого зведення:",
  },

  "quotes.nothingAsked": "Назвіть людину або тему, наприклад /quotes minister чи /quotes about:ferry.",
  "quotes.by": "з іменем або посадою {speaker}",
  "quotes.about": "за запитом {words}",
  "quotes.none": "Цитат {wanted} поки немає. Досить частини імені або посади; /search шукає в цілих статтях.",
  "quotes.found": "Цитати {wanted}:",
  "quotes.foundPage": "Цитати {wanted}, сторінка {page}:",
  "quotes.unnamed": "ім’я не названо",

  "mute.button": "Сховати цю історію",
  "mute.done": "Повідомлень і змін про цю історію тут більше не буде: {headline}",
  "mute.undo": "Повернути",
  "mute.undone": "Новини цієї історії знову надходять сюди: {headline}",
  "mute.gone": "Ця стаття більше не зберігається.",
  "why.entryFailed": "Стаття була у стрічці {feed}, але прочитати її не вдалося: {reason}",
  "why.entryRetried": "Стаття є у стрічці {feed}, але прочитати її поки не вдалося, буде нова спроба: {reason}",
  "why.entryAtFirst":
    "Стаття вже була у стрічці {feed} під час її першого читання, тож новиною не вважається. Її прочитає /brief.",
  "why.entryOld":
    "Стаття була надто старою, коли з’явилася у стрічці {feed}, тож новиною не вважається. Її прочитає /brief.",
  "why.entryRenamed":
    "Стаття вже була у стрічці {feed} під іншою адресою чи назвою, тож новиною не вважається. Її прочитає /brief.",
  "why.entryBefore":
    "Стаття була у стрічці {feed}, але не зберігається: була там до першого читання, надійшла надто старою або вже забута. Її прочитає /brief.",

  "quotes.more": "Більше цитат",
  "quotes.allOf": "Усі цитати з {headline}:",
  "quotes.noneIn": "У {headline} цитат не знайдено.",

  "search.similar": "Шукати схоже",
  "search.nothingSimilar": "Нічого схожого на {headline} не виходило.",
  "search.nothingAsked":
    "Напишіть, що шукати, наприклад /search ferry, або кого цитують, наприклад /search speaker:minister.",
  "search.about": "за запитом {words}",
  "search.quoting": "з цитатами: {speaker}",
  "search.backwards": "since пізніше за until: між ними нічого бути не може.",
  "search.none": "Нічого {wanted}. Спробуйте менше слів, інші слова або довший строк: days:365.",
  "search.found": {
    one: "{count} зведення {wanted}:",
    few: "{count} зведення {wanted}:",
    many: "{count} зведень {wanted}:",
    other: "{count} зведення {wanted}:",
  },
  "search.foundMany": {
    one: "{count} зведення або більше {wanted}:",
    few: "{count} зведення або більше {wanted}:",
    many: "{count} зведень або більше {wanted}:",
    other: "{count} зведення або більше {wanted}:",
  },
  "search.foundPage": {
    one: "{count} зведення {wanted}, сторінка {page}:",
    few: "{count} зведення {wanted}, сторінка {page}:",
    many: "{count} зведень {wanted}, сторінка {page}:",
    other: "{count} зведення {wanted}, сторінка {page}:",
  },
  "search.foundManyPage": {
    one: "{count} зведення або більше {wanted}, сторінка {page}:",
    few: "{count} зведення або більше {wanted}, сторінка {page}:",
    many: "{count} зведень або більше {wanted}, сторінка {page}:",
    other: "{count} зведення або більше {wanted}, сторінка {page}:",
  },
  "search.newer": "◀ Новіші",
  "search.older": "Ще ▶",
  "search.oldButton": "Ця кнопка застаріла. Будь ласка, повторіть пошук через {command}.",

  "forget.channelWord": "канал",
  "forget.meWord": "мене",
  "forget.askChannel":
    "Про цей канал видаляється все, що зберігається: підписки й усе, що для них чекає на надсилання, мова, вигляд дописів, заглушені теми, відомості про те, де опубліковано зведення, відповіді за кнопками, а також стрічки, які назвав лише цей канал, разом з їхніми статтями.",
  "forget.askMe":
    "Про вас видаляється все, що зберігається: що ви запитували тут і в інших каналах, наскільки це зберігається за кнопками.",
  "forget.confirm": "Це стається одразу й безповоротно. Натисніть, щоб підтвердити:",
  "forget.channelButton": "Забути цей канал",
  "forget.meButton": "Забути мене",
  "forget.subscriptions": {
    one: "{count} підписка",
    few: "{count} підписки",
    many: "{count} підписок",
    other: "{count} підписки",
  },
  "forget.deliveries": {
    one: "{count} запис про допис",
    few: "{count} записи про дописи",
    many: "{count} записів про дописи",
    other: "{count} запису про дописи",
  },
  "forget.feeds": {
    one: "{count} стрічка, яку назвав лише цей канал",
    few: "{count} стрічки, які назвав лише цей канал",
    many: "{count} стрічок, які назвав лише цей канал",
    other: "{count} стрічки, які назвав лише цей канал",
  },
  "forget.kept": {
    one: "{count} відповідь за кнопками",
    few: "{count} відповіді за кнопками",
    many: "{count} відповідей за кнопками",
    other: "{count} відповіді за кнопками",
  },
  "forget.channelDone": "Видалено назавжди, разом з усім іншим, що зберігалося про цей канал: {what}.",
  "forget.channelNothing": "Про цей канал більше нічого не зберігається.",
  "forget.channelStays":
    "Тут більше нічого не публікується. Опубліковане лишається в каналі, видалити його можна лише там; допис, що саме надсилався, ще може надійти.",
  "forget.meDone": "Видалено назавжди: {what}.",
  "forget.meStays":
    "Більше про вас нічого не зберігається. Як часто ви запитували за останні хвилини, є лише в пам’яті й зникає саме; повідомлення в чатах видаляєте ви самі. Те, що отримує приватний чат, забувається там командою /forget.",
};
