/** Ukrainian: what could not be taken as it was typed, sent or found. */

import type { Translation } from "../en/index.ts";

export const unread: Translation = {
  "import.noFeeds": "Це список стрічок (OPML), але жодної стрічки в ньому немає.",
  "import.blocked": "Пропущено, бо боту не можна туди звертатися: {feeds}.",
  "import.withReason": "{feed} ({reason})",
  "reason.isPdf": "Це PDF, а читаються лише вебсторінки.",
  "reason.isFile": "Це файл ({type}), а читаються лише вебсторінки.",
  "reason.isFeed": "Це стрічка, а не стаття.",
  "brief.isFeed": "За цією адресою не стаття, а стрічка. Щоб отримувати її новини тут, наберіть /subscribe {url}",
  "brief.oneAtATime": "/brief читає по одній статті: вкажіть одну адресу.",
  "subscribe.manyAddresses": "Вкажіть не більше {max} адрес за раз.",
  "subscribe.oneOf": "Стрічки й теми потребують окремих підписок. Натисніть їх по черзі:",
  "edit.feedsStay":
    "/edit не знає, що змінити за словом {words}: стрічки підписки лишаються незмінними. Для інших стрічок є /subscribe.",
  "plain.negated":
    "Схоже, це не має надходити. /subscriptions показує, що надходить, і дає змогу це завершити; щоб виключити слова, наберіть, наприклад, /subscribe everything without:football",
};
