/** Arabic: sites without a feed, which are read from their pages, and why one cannot be. */

import type { Translation } from "../en/index.ts";

export const sites: Translation = {
  "feed.page": "{feed} (يُقرأ من صفحته)",
  "feed.noListAt": "لم يُعثر على خلاصة في {url}، ولا يمكن قراءة شيء من الصفحة نفسها: {reason}",
  "why.page": "ليس لدى {feed} خلاصة ويُقرأ من صفحته، ولم يظهر هذا المقال فيها. آخر قراءة للصفحة: {age}.",
  "why.pageUnread": "ليس لدى {feed} خلاصة ويُقرأ من صفحته، ولم تُقرأ بعد.",
  "why.pageLost": "ليس لدى {feed} خلاصة ويُقرأ من صفحته. وهذا متعذر الآن، فلا تُرى أخباره: {reason}",
  "reason.robots": "يطلب الموقع من الروبوتات ألا تقرأ هذه الصفحة.",
  "reason.mining": "يحتفظ الموقع بحق تنقيب النصوص في صفحاته.",
  "reason.machines": "يطلب الموقع من الآلات ألا تعمل على صفحاته.",
  "reason.noFollow": "تطلب الصفحة من الآلات ألا تتبع روابطها.",
  "reason.noList": "لا تعرض الصفحة قائمة بعناوين مع روابط.",
  "reason.isArticle": "هذا مقال وليس قائمة مقالات.",
  "reason.noNews": "لا تحتوي خرائط الموقع على أخبار.",
};
