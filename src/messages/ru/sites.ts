/** Russian: sites without a feed, which are read from their pages, and why one cannot be. */

import type { Translation } from "../en/index.ts";

export const sites: Translation = {
  "feed.page": "{feed} (читается со страницы)",
  "feed.noListAt": "По адресу {url} лента не найдена, и с самой страницы прочитать ничего нельзя: {reason}",
  "why.page":
    "У {feed} нет ленты, новости читаются со страницы, и этой статьи на ней не было. Последнее чтение страницы: {age}.",
  "why.pageUnread": "У {feed} нет ленты, новости читаются со страницы, и она ещё не читалась.",
  "why.pageLost":
    "У {feed} нет ленты, новости читаются со страницы. Сейчас это не удаётся, поэтому их не видно: {reason}",
  "reason.robots": "Сайт просит роботов не читать эту страницу.",
  "reason.mining": "Сайт оставляет за собой право на анализ текстов своих страниц.",
  "reason.machines": "Сайт просит машины не обрабатывать его страницы.",
  "reason.noFollow": "Страница просит машины не переходить по её ссылкам.",
  "reason.noList": "На странице нет списка заголовков со ссылками.",
  "reason.isArticle": "Это статья, а не список статей.",
  "reason.noNews": "В картах сайта нет новостей.",
};
