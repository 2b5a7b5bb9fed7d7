/** Ukrainian: what the platforms say around posts and answers, and how they are set up. */

import type { Translation } from "../en/index.ts";

export const platforms: Translation = {
  "post.inArticle": "у статті",
  "post.readArticle": "Читати статтю",
  "post.updated": "оновлено",
  "post.opinion": "думка",
  "post.opinionBy": "думка: {author}",
  "post.review": "рецензія",
  "post.reviewBy": "рецензія: {author}",
  "post.satire": "сатира",
  "post.humor": "гумор",
  "post.release": "пресреліз",
  "post.paid": "оплачений матеріал",
  "post.fromFeed": "з опису в стрічці",
  "post.foundVia": "знайдено через {feed}",
  "post.also": "Також: {outlets}",
  "post.alsoIn": "також: {outlets}",
  "post.withdrawn": "у статті цього вже немає",
  "post.corrected": "у статті виправлено",
  "post.goneFrom": "уже немає: {outlets}",
  "post.alsoMore": {
    one: "Також: {outlets} і ще {count}",
    few: "Також: {outlets} і ще {count}",
    many: "Також: {outlets} і ще {count}",
    other: "Також: {outlets} і ще {count}",
  },

  "reply.done": "Готово.",
  "reply.link": "посилання",
  "reply.listMore": { one: "… і ще {count}", few: "… і ще {count}", many: "… і ще {count}", other: "… і ще {count}" },
  "reply.tooMuch": "Тут умістилося не все. Уточніть запит, щоб побачити решту.",
  "reply.fault": "Щось пішло не так. Спробуйте ще раз трохи згодом.",
  "reply.checking": "Бота зараз перевіряють. Спробуйте ще раз за хвилину.",

  "discord.channel": "Інший канал, не цей",
  "discord.noEmbeds": "Без права {right} дописи надходять сюди простим текстом.",
  "discord.mayNotPostHere":
    "Мені поки не можна писати тут. Дайте мені право {rights} у налаштуваннях каналу й спробуйте ще раз.",
  "discord.mayNotPostThere":
    "Мені поки не можна писати там. Дайте мені право {rights} у налаштуваннях каналу й спробуйте ще раз.",
  "discord.right.viewChannel": "Переглядати канал",
  "discord.right.sendMessages": "Надсилати повідомлення",
  "discord.right.sendInThreads": "Надсилати повідомлення в гілках",
  "discord.right.createPosts": "Створювати дописи",
  "discord.right.embedLinks": "Вбудовувати посилання",
  "discord.right.mentionEveryone": "Згадувати @everyone, @here та всі ролі",
  "discord.right.manageWebhooks": "Керувати вебхуками",
  "discord.right.readHistory": "Читати історію повідомлень",
  "discord.right.manageMessages": "Керувати повідомленнями",
  "wish.senderElsewhere": "Дописи від імені видання можливі лише в каналах серверів Discord.",
  "choice.bot": "бот",
  "choice.outlet": "видання",
  "display.sender": "від імені видання",
  "discord.direct": "наші приватні повідомлення",
  "discord.directHello":
    "Вітаю. Сюди надходять новини, на які ви підписалися. /subscriptions покаже підписки, /unsubscribe скасує їх.",
  "discord.directRefused":
    "Discord поки не дає мені писати вам: дозвольте приватні повідомлення від цього застосунку в налаштуваннях конфіденційності. Я спробую ще раз.",
  "discord.needsForOutlet":
    "Щоб публікувати від імені видань, мені потрібне там право {rights}. Надайте його в налаштуваннях каналу й спробуйте ще раз; доти дописи надходять від мого імені.",
  "discord.noOutlet": "Без права {rights} дописи надходять тут від мого імені.",
  "discord.mayNotMention":
    "Мені не можна згадувати там {role}, тож нікого не буде сповіщено. Дозвольте всім згадувати цю роль у налаштуваннях сервера або надайте мені право {right}.",

  "telegram.channel": "Налаштувати звідси свій канал або групу",
  "telegram.named": "Команда звідси для каналу чи групи: спершу назва",
  "telegram.chooseChannel": "Вибрати канал",
  "telegram.chooseGroup": "Вибрати групу",
  "telegram.chooseBelow": "Виберіть нижче канал або групу: Telegram додасть мене туди з правом публікувати.",
  "telegram.orName": "Або назвіть самі:",
  "telegram.channelPrivately": "/channel працює в приватному чаті зі мною. Тут досить /subscribe.",
  "telegram.ready": "{chat}: усе готово. Щоб керувати звідси, спершу пишіть назву:",
  "telegram.welcomeGroup":
    "Вітаю. Я публікую короткі зведення новин із дослівними цитатами. Адміністраторам можна почати з /subscribe everything; /help покаже решту.",
  "telegram.welcomeChannel": "Тепер мені можна публікувати у вашому каналі. Почніть із команди: {command}",
  "telegram.topicGone":
    "Тему, підписану на новини, закрито або видалено, дописи туди більше не надходять. Щоб продовжити, скористайтеся /subscribe в іншій темі.",
  "reply.about": "Для {place}:",
  "telegram.nothingFound": "Нічого не знайдено. Спитати приватно",
  "telegram.managersUnknown": "Telegram не повідомив, хто керує цим чатом. Спробуйте ще раз.",
  "telegram.noAnswer": "Telegram не відповів. Спробуйте ще раз.",
  "telegram.chatNotFound":
    "Не можу знайти {chat}. Спершу додайте мене туди, у канал — адміністратором із правом публікувати; /channel зробить і те, й інше.",
  "telegram.mayNotPost":
    "Мені не можна публікувати в {chat}. Призначте мене там адміністратором із правом публікувати й спробуйте ще раз.",
  "telegram.notIn": "Мене немає в {chat}. Додайте мене й спробуйте ще раз.",
  "telegram.notManager":
    "Керувати {chat} можуть лише ті, кому там можна публікувати, а за даними Telegram ви цього права не маєте.",
};
