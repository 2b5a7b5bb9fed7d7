/** Ukrainian: sites without a feed, which are read from their pages, and why one cannot be. */

import type { Translation } from "../en/index.ts";

export const sites: Translation = {
  "feed.page": "{feed} (читається зі сторінки)",
  "feed.noListAt": "За адресою {url} стрічку не знайдено, і з самої сторінки нічого прочитати не можна: {reason}",
  "why.page":
    "{feed} не має стрічки, новини читаються зі сторінки, і цієї статті на ній не було. Останнє читання сторінки: {age}.",
  "why.pageUnread": "{feed} не має стрічки, новини читаються зі сторінки, і її ще не читали.",
  "why.pageLost":
    "{feed} не має стрічки, новини читаються зі сторінки. Зараз це не вдається, тож їх не видно: {reason}",
  "reason.robots": "Сайт просить роботів не читати цю сторінку.",
  "reason.mining": "Сайт залишає за собою право на аналіз текстів своїх сторінок.",
  "reason.machines": "Сайт просить машини не опрацьовувати його сторінки.",
  "reason.noFollow": "Сторінка просить машини не переходити за її посиланнями.",
  "reason.noList": "На сторінці немає списку заголовків із посиланнями.",
  "reason.isArticle": "Це стаття, а не список статей.",
  "reason.noNews": "У картах сайту немає новин.",
};
