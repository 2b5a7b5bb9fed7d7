/** Arabic: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "مع النصوص الكاملة",
  "wish.wholeOff": "لا تُعرض المقالات الكاملة هنا: لم يسمح بذلك من يدير هذا البوت (WHOLE_TEXT=on).",
  "wish.wholeElsewhere": "لا يوجد في الرسائل المباشرة موضوع للمقالات الكاملة. يمكن تلقيها في قنوات خادم.",
  "discord.right.createThreads": "إنشاء مواضيع عامة",
  "discord.needsForWhole":
    "توضع المقالة الكاملة في موضوع تحت منشورها، ولذلك أحتاج هناك إلى الإذن {rights}. يرجى منحه في إعدادات القناة ثم المحاولة مجددًا.",
  "post.wholeText": "النص الكامل",
  "post.wholeCut": "التتمة في",
  "command.subscribe.whole": "المقال كاملًا مطويًا تحت المنشور، حيث يُسمح بذلك",
  "command.edit.whole": "المقال كاملًا مطويًا تحت المنشور، حيث يُسمح بذلك",
};
