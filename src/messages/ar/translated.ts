/** Arabic: posts that a model translates. */

import type { Translation } from "../en/index.ts";

export const translated: Translation = {
  "post.translated": "ترجمة {model}، الأصل: {language}",
  "translate.original": "الأصل",
  "translate.asPublished": "كما نُشر:",
  "translate.off": "تبقى المنشورات هنا باللغة التي نُشرت بها.",
  "translate.on":
    "يترجم {model} هنا المنشورات المكتوبة بلغات أخرى؛ لغة القراءة: {language}. وما قاله الناس يظهر أيضًا بكلماتهم هم، وزر يعرض الأصل. وما لا يمكن التحقق منه يبقى كما هو.",
  "translate.chosen": "المختار للمنشورات هنا: {language}.",
  "translate.noModel": "لا يُترجم شيء، لأن من يدير هذا البوت لم يجهّز نموذجًا لذلك ({setting}).",
  "translate.choices": "للاختيار: on للغة هذه القناة، أو off، أو {choices}. وتبقى الملخصات والإجابات كما نُشرت.",
  "reason.translating": "تُعدّ ترجمته الآن",
  "command.translate": "ترجمة المنشورات هنا بنموذج، والأصل على بُعد ضغطة",
  "command.translate.to": "on للغة القناة، أو لغة، أو off",
  "import.translation": "تُترجم المنشورات هنا من الآن فصاعدًا كما في الملف.",
  "import.translationOff": "لا تُترجم المنشورات هنا، كما في الملف.",
  "import.translationKept": "تحتفظ هذه القناة باختيارها للترجمة.",
  "import.translationUnread": "تعذرت قراءة اختيار الترجمة في الملف فتُرك.",
};
