/** Russian: what the platforms say around posts and answers, and how they are set up. */

import type { Translation } from "../en/index.ts";

export const platforms: Translation = {
  "post.inArticle": "в статье",
  "post.readArticle": "Читать статью",
  "post.updated": "обновлено",
  "post.opinion": "мнение",
  "post.opinionBy": "мнение: {author}",
  "post.review": "рецензия",
  "post.reviewBy": "рецензия: {author}",
  "post.satire": "сатира",
  "post.humor": "юмор",
  "post.release": "пресс-релиз",
  "post.paid": "оплаченный материал",
  "post.fromFeed": "из описания в ленте",
  "post.foundVia": "найдено через {feed}",
  "post.also": "Также: {outlets}",
  "post.alsoIn": "также: {outlets}",
  "post.withdrawn": "в статье этого больше нет",
  "post.corrected": "в статье исправлено",
  "post.goneFrom": "больше нет: {outlets}",
  "post.alsoMore": {
    one: "Также: {outlets} и ещё {count}",
    few: "Также: {outlets} и ещё {count}",
    many: "Также: {outlets} и ещё {count}",
    other: "Также: {outlets} и ещё {count}",
  },

  "reply.done": "Готово.",
  "reply.link": "ссылка",
  "reply.listMore": {
    one: "… и ещё {count}",
    few: "… и ещё {count}",
    many: "… и ещё {count}",
    other: "… и ещё {count}",
  },
  "reply.tooMuch": "Здесь поместилось не всё. Уточните запрос, чтобы увидеть остальное.",
  "reply.fault": "Что-то пошло не так. Попробуйте ещё раз чуть позже.",
  "reply.checking": "Бот сейчас проверяется. Попробуйте ещё раз через минуту.",

  "discord.channel": "Другой канал, не этот",
  "discord.noEmbeds": "Без права {right} посты приходят сюда простым текстом.",
  "discord.mayNotPostHere":
    "Мне пока нельзя писать здесь. Дайте мне право {rights} в настройках канала и попробуйте ещё раз.",
  "discord.mayNotPostThere":
    "Мне пока нельзя писать там. Дайте мне право {rights} в настройках канала и попробуйте ещё раз.",
  "discord.right.viewChannel": "Просматривать канал",
  "discord.right.sendMessages": "Отправлять сообщения",
  "discord.right.sendInThreads": "Отправлять сообщения в ветках",
  "discord.right.createPosts": "Создавать публикации",
  "discord.right.embedLinks": "Встраивать ссылки",
  "discord.right.mentionEveryone": "Упоминание @everyone, @here и всех ролей",
  "discord.right.manageWebhooks": "Управлять вебхуками",
  "discord.right.readHistory": "Читать историю сообщений",
  "discord.right.manageMessages": "Управлять сообщениями",
  "wish.senderElsewhere": "Посты от имени издания возможны только в каналах серверов Discord.",
  "choice.bot": "бот",
  "choice.outlet": "издание",
  "display.sender": "от имени издания",
  "discord.direct": "наши личные сообщения",
  "discord.directHello":
    "Здравствуйте. Сюда приходят новости, на которые вы подписались. /subscriptions покажет подписки, /unsubscribe отменит их.",
  "discord.directRefused":
    "Discord пока не даёт мне писать вам: разрешите личные сообщения от этого приложения в настройках конфиденциальности. Я попробую ещё раз.",
  "discord.needsForOutlet":
    "Чтобы публиковать от имени изданий, мне нужно там право {rights}. Дайте его в настройках канала и попробуйте ещё раз; до тех пор посты приходят от моего имени.",
  "discord.noOutlet": "Без права {rights} посты приходят здесь от моего имени.",
  "discord.mayNotMention":
    "Мне нельзя упоминать там {role}, и никто не получит уведомления. Разрешите всем упоминать эту роль в настройках сервера или дайте мне право {right}.",

  "telegram.channel": "Настроить отсюда свой канал или группу",
  "telegram.named": "Команда отсюда для канала или группы: сначала имя",
  "telegram.chooseChannel": "Выбрать канал",
  "telegram.chooseGroup": "Выбрать группу",
  "telegram.chooseBelow": "Выберите ниже канал или группу: Telegram добавит меня туда с правом публиковать.",
  "telegram.orName": "Или назовите сами:",
  "telegram.channelPrivately": "/channel работает в личном чате со мной. Здесь достаточно /subscribe.",
  "telegram.ready": "{chat}: всё готово. Чтобы управлять отсюда, сначала пишите имя:",
  "telegram.welcomeGroup":
    "Здравствуйте. Я публикую короткие сводки новостей с дословными цитатами. Администраторам можно начать с /subscribe everything; /help покажет остальное.",
  "telegram.welcomeChannel": "Теперь мне можно публиковать в вашем канале. Начните с команды: {command}",
  "telegram.topicGone":
    "Тема, подписанная на новости, закрыта или удалена, посты туда больше не идут. Чтобы продолжить, используйте /subscribe в другой теме.",
  "reply.about": "Для {place}:",
  "telegram.nothingFound": "Ничего не найдено. Спросить в личном чате",
  "telegram.managersUnknown": "Telegram не сообщил, кто управляет этим чатом. Попробуйте ещё раз.",
  "telegram.noAnswer": "Telegram не ответил. Попробуйте ещё раз.",
  "telegram.chatNotFound":
    "Не могу найти {chat}. Сначала добавьте меня туда, в канал — администратором с правом публиковать; /channel сделает и то и другое.",
  "telegram.mayNotPost":
    "Мне нельзя публиковать в {chat}. Назначьте меня там администратором с правом публиковать и попробуйте ещё раз.",
  "telegram.notIn": "Меня нет в {chat}. Добавьте меня и попробуйте ещё раз.",
  "telegram.notManager":
    "Управлять {chat} могут только те, кому там можно публиковать, а по данным Telegram у вас этого права нет.",
};
