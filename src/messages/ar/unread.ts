/** Arabic: what could not be taken as it was typed, sent or found. */

import type { Translation } from "../en/index.ts";

export const unread: Translation = {
  "import.noFeeds": "هذه قائمة خلاصات (OPML)، لكن ليس فيها أي خلاصة.",
  "import.blocked": "تُركت لأن البوت لا يجوز له زيارتها: {feeds}.",
  "import.withReason": "{feed} ({reason})",
  "reason.isPdf": "هذا ملف PDF، ولا تُقرأ إلا صفحات الويب.",
  "reason.isFile": "هذا ملف ({type})، ولا تُقرأ إلا صفحات الويب.",
  "reason.isFeed": "هذه خلاصة وليست مقالًا.",
  "brief.isFeed": "لا يوجد مقال في هذا العنوان، بل خلاصة. لتصل أخبارها إلى هنا اكتب /subscribe {url}",
  "brief.oneAtATime": "يقرأ /brief مقالًا واحدًا في كل مرة: المطلوب عنوان واحد.",
  "subscribe.manyAddresses": "أقصى عدد للعناوين في المرة الواحدة هو {max}.",
  "subscribe.oneOf": "تحتاج كل من الخلاصات والمواضيع إلى اشتراك خاص بها. اضغط عليها واحدًا بعد الآخر:",
  "edit.feedsStay": "لا يعرف /edit ما الذي يتغير بـ {words}: يحتفظ الاشتراك بخلاصاته. للخلاصات الأخرى هناك /subscribe.",
  "plain.negated":
    "يبدو أن هذا شيء لا ينبغي أن يصل. يعرض /subscriptions ما يصل ويتيح إنهاءه؛ ولاستبعاد كلمات اكتب مثلًا /subscribe everything without:football",
};
