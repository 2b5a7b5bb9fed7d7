/** Arabic: what is answered to words that are no command, or name nothing exactly. */

import type { Translation } from "../en/index.ts";

export const plain: Translation = {
  "plain.unclear": "يمكنك أن تسألني عن الأخبار بكلماتك، أو أن تضغط زرًا، أو أن تكتب / لرؤية جميع الأوامر.",
  "plain.which": "لست متأكدًا مما تقصده. هذا ما أستطيع فعله؛ اكتب / لرؤية جميع الأوامر.",
  "plain.whichWish": "اختر ما يجب أن يصل إلى هنا من الآن فصاعدًا:",
  "plain.address": "ماذا أفعل بهذا العنوان؟",
  "plain.search": "البحث في الأخبار عن {words}",
  "plain.quotes": "اقتباسات عن {words}",
  "plain.follow": "متابعة أخبار {words}",
  "plain.quotesBy": "أقوال {name}",
  "plain.speaker": "متابعة ما يقوله {name}",
  "plain.help": "كل ما أستطيع فعله",
  "plain.brief": "موجز للصفحة",
  "plain.subscribe": "الاشتراك في أخبار الموقع",
  "plain.why": "لماذا وصل أو لم يصل",
  "subscribe.near": "لا مصدر ولا موضوع باسم {name}؛ يعرضها /feeds، ويصلح عنوان موقع أيضًا. هل قصدت أحد هذه؟",
  "subscribe.withWords": "أخبار فيها {words}",
  "unsubscribe.sure": "لم ينته شيء بعد. بهذا تنتهي كل اشتراكات هذه القناة ({count}):",
  "unsubscribe.endAll": "إنهاء الكل ({count})",
  "subscribe.nobodyYet": "لا يُقتبس في الأخبار المقروءة حتى الآن أحد بهذا الاسم: {names}.",
  "subscribe.asOnePhrase": "يُبحث عن الكلمات المتجاورة كعبارة واحدة، وتفصل بينها فاصلة، كما في words:ferry, harbor.",
  "subscribe.nowhereYet": "لا يرد هذا في الأخبار المقروءة حتى الآن: {words}.",
  "why.postedByEnded": "انتهى الاشتراك الذي جاء به.",
};
