/** Russian: what could not be taken as it was typed, sent or found. */

import type { Translation } from "../en/index.ts";

export const unread: Translation = {
  "import.noFeeds": "Это список лент (OPML), но ни одной ленты в нём нет.",
  "import.blocked": "Пропущено, потому что боту нельзя туда обращаться: {feeds}.",
  "import.withReason": "{feed} ({reason})",
  "reason.isPdf": "Это PDF, а читаются только веб-страницы.",
  "reason.isFile": "Это файл ({type}), а читаются только веб-страницы.",
  "reason.isFeed": "Это лента, а не статья.",
  "brief.isFeed": "По этому адресу не статья, а лента. Чтобы получать её новости здесь, наберите /subscribe {url}",
  "brief.oneAtATime": "/brief читает по одной статье: укажите один адрес.",
  "subscribe.manyAddresses": "Укажите не больше {max} адресов за раз.",
  "subscribe.oneOf": "Лентам и темам нужны отдельные подписки. Нажмите их по очереди:",
  "edit.feedsStay":
    "/edit не знает, что изменить по слову {words}: ленты подписки остаются прежними. Для других лент есть /subscribe.",
  "plain.negated":
    "Похоже, этого приходить не должно. /subscriptions показывает, что приходит, и позволяет это завершить; чтобы исключить слова, наберите, например, /subscribe everything without:football",
};
