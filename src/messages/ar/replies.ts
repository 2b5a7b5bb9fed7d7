/** Arabic: answers to commands. Commands and ids in these texts are isolated by say, so that they keep their direction. */

import type { Translation } from "../en/index.ts";

export const replies: Translation = {
  marks: "«{text}»",
  "marks.inner": "“{text}”",
  comma: "، ",
  "time.now": "الآن",
  "word.yes": "نعم",
  "word.no": "لا",

  "answer.noCommand": "لا يوجد أمر {command}. يعرض /help جميع الأوامر.",
  "answer.managersOnly": "يغيّر {command} هذه القناة، لذلك لا يستخدمه إلا من يديرها.",
  "answer.tooMany": "هذه أوامر كثيرة في دقيقة واحدة. يرجى الانتظار قليلًا.",
  "answer.underWay": "لديك أوامر كثيرة قيد التنفيذ. انتظر حتى يُجاب عن أحدها.",
  "answer.fault": "حدث خطأ ما هنا وجرى تسجيله. يرجى المحاولة مجددًا بعد دقيقة.",
  "answer.oldButton": "هذا الزر قديم. يرجى استخدام الأمر من جديد.",

  "option.tooLong": "{option}: الحد الأقصى {max} من الأحرف، وهنا {length}.",
  "option.notInRange": "{option}: المطلوب عدد صحيح من {min} إلى {max}.",
  "option.notYesOrNo": "{option}: المطلوب نعم أو لا.",
  "option.notAFile": "{option}: المطلوب ملف يُرسَل مع الأمر؛ لا يصلح اسم أو مسار.",
  "option.notAChoice": "{option}: المطلوب إحدى القيم: {choices}.",
  "option.notADay": "{option}: المطلوب يوم، مثل 2026-11-20.",
  "option.missing": "ينقص {option}: {description}. مثلًا: {example}",
  "option.unknown": "لا يوجد خيار {option}. يعرض {command} الخيارات الموجودة.",

  "feed.unknown": "لا توجد خلاصة باسم {name}. يعرض /feeds جميع الخلاصات.",

  "topic.unknown": "لا يوجد موضوع باسم {name}. المواضيع هي: {topics}.",

  "feed.tooManyNew":
    "أُضيف هنا اليوم أقصى ما يُسمح به في يوم واحد من الخلاصات الجديدة. يرجى المحاولة غدًا أو اختيار واحدة من /feeds.",
  "feed.nothingCalled": "لا توجد خلاصة ولا موضوع باسم {name}. يعرض /feeds ما هو متاح؛ ويصلح عنوان موقع أيضًا.",
  "feed.noneAt": "لم يُعثر على خلاصة في {url}. يمكن تجربة عنوان الخلاصة نفسها.",
  "feed.unreadable": "تعذرت قراءة {url}: {reason}",
  "feed.noFeedThere": "لم يكن الرد خلاصة.",

  "brief.badAddress": "المطلوب العنوان الكامل للمقال، بدءًا من https://.",
  "brief.reading": "جارٍ قراءة الصفحة…",
  "brief.unreadable": "تعذرت قراءة هذه الصفحة: {reason}",
  "brief.notSent": "لم يرسل الخادم الصفحة.",

  "feeds.none": {
    zero: "لا توجد خلاصة مطابقة. يعرض /feeds وحده ما هو متاح؛ ويقبل /subscribe عنوان أي موقع أيضًا.",
    one: "لا توجد خلاصة مطابقة. يعرض /feeds وحده الخلاصة الوحيدة؛ ويقبل /subscribe عنوان أي موقع أيضًا.",
    two: "لا توجد خلاصة مطابقة. يعرض /feeds وحده الخلاصتين؛ ويقبل /subscribe عنوان أي موقع أيضًا.",
    few: "لا توجد خلاصة مطابقة. يعرض /feeds وحده جميع الخلاصات ({count})؛ ويقبل /subscribe عنوان أي موقع أيضًا.",
    many: "لا توجد خلاصة مطابقة. يعرض /feeds وحده جميع الخلاصات ({count})؛ ويقبل /subscribe عنوان أي موقع أيضًا.",
    other: "لا توجد خلاصة مطابقة. يعرض /feeds وحده جميع الخلاصات ({count})؛ ويقبل /subscribe عنوان أي موقع أيضًا.",
  },
  "feeds.found": {
    zero: "لا خلاصات.",
    one: "خلاصة واحدة.",
    two: "خلاصتان.",
    few: "{count} خلاصات.",
    many: "{count} خلاصة.",
    other: "{count} خلاصة.",
  },
  "feeds.topics": "المواضيع: {topics}.",
  "feeds.more": "تظهر هنا أول {shown}؛ يمكن التضييق بكلمات أو عبر topic:.",
  "feeds.howTo": "للاشتراك: /subscribe مع المعرّف.",
  "feeds.trouble": "خلل: {reason}",

  "help.one": "{command}: {summary}.",
  "help.oneForManagers": "{command}: {summary}. لمن يدير القناة.",
  "help.options": "الخيارات",
  "help.needed": "{option} (مطلوب)",
  "help.examples": "أمثلة",
  "help.typed": "تُكتب الخيارات هكذا: {form}، وتمتد القيمة إلى الخيار التالي، كما في {example}",
  "help.typedSearch":
    "تُكتب الخيارات هكذا: {form}. وقبل كلمات البحث تكون القيمة كلمة واحدة أو اسمًا بأحرف كبيرة أو أي نص بين علامتي اقتباس، كما في {example}",
  "help.all":
    "أقرأ خلاصات الأخبار وأنشر هنا موجزات قصيرة، مع اقتباسات منقولة حرفيًا من المقالات. ما يمكن كتابته، ويعرض {command} كل ما يستطيعه أحد الأوامر:",
  "help.managers": "لمن يدير القناة",
  "help.everyone": "للجميع",

  "language.none": "ليس لهذه القناة لغة خاصة: تأتي الردود بلغة من يسأل، والمنشورات بلغة البوت.",
  "language.shown": "لغة البوت في هذه القناة: {language}.",
  "language.choices": "للاختيار: {choices} أو auto. تبقى المقالات والاقتباسات بلغتها.",
  "language.auto": "لم تعد لهذه القناة لغة خاصة: تأتي الردود بلغة من يسأل، والمنشورات بلغة البوت.",
  "language.set": "لغة البوت في هذه القناة من الآن: {language}. تبقى المقالات والاقتباسات بلغتها.",

  "latest.none": "لا موجزات بعد. ستظهر هنا عند قراءة الخلاصات؛ يعرض /feeds سير ذلك.",
  "latest.shown": {
    zero: "لا موجزات:",
    one: "أحدث موجز:",
    two: "أحدث موجزين:",
    few: "أحدث {count} موجزات:",
    many: "أحدث {count} موجزًا:",
    other: "أحدث {count} موجز:",
  },

  "quotes.nothingAsked": "المطلوب اسم شخص أو موضوع، مثل /quotes minister أو /quotes about:ferry.",
  "quotes.by": "عن {speaker}",
  "quotes.about": "حول {words}",
  "quotes.none": "لا اقتباسات {wanted} بعد. يكفي جزء من الاسم أو المنصب؛ ويبحث /search في المقالات كاملة.",
  "quotes.found": "اقتباسات {wanted}:",
  "quotes.foundPage": "اقتباسات {wanted}، الصفحة {page}:",
  "quotes.unnamed": "لم يُذكر الاسم",

  "mute.button": "كتم هذه القصة",
  "mute.done": "لن تصل إلى هنا منشورات أو تعديلات أخرى لهذه القصة: {headline}",
  "mute.undo": "تراجع",
  "mute.undone": "تصل أخبار هذه القصة إلى هنا من جديد: {headline}",
  "mute.gone": "لم يعد هذا المقال محفوظًا.",
  "why.entryFailed": "كان في {feed} لكن تعذرت قراءته: {reason}",
  "why.entryRetried": "هو في {feed} لكن تعذرت قراءته حتى الآن وستُعاد المحاولة: {reason}",
  "why.entryAtFirst": "كان في {feed} عند قراءتها أول مرة، فليس خبرًا جديدًا هنا. يقرؤه /brief.",
  "why.entryOld": "كان قديمًا جدًا حين جاءت به {feed}، فليس خبرًا جديدًا هنا. يقرؤه /brief.",
  "why.entryRenamed": "كان في {feed} من قبل بعنوان أو رابط آخر، فليس خبرًا جديدًا هنا. يقرؤه /brief.",
  "why.entryBefore":
    "كان في {feed} لكنه غير محفوظ: كان هناك قبل أول قراءة أو كان قديمًا جدًا عند وصوله أو نُسي منذئذ. يقرؤه /brief.",

  "quotes.more": "اقتباسات أخرى",
  "quotes.allOf": "كل اقتباسات {headline}:",
  "quotes.noneIn": "لم يُعثر على اقتباسات في {headline}.",

  "search.similar": "بحث عن المشابه",
  "search.nothingSimilar": "لم يُنشر ما يشبه {headline}.",
  "wish.neverFound":
    '{words}: لا حرف فيه ولا رقم يُبحث عنه، فلن يُعثر على شيء أبدًا. تُكتب كلمات مثل ferry أو "port strike".',
  "search.nothingAsked": "المطلوب ما يُبحث عنه، مثل /search ferry، أو شخص، مثل /search speaker:minister.",
  "search.about": "حول {words}",
  "search.quoting": "باقتباسات عن {speaker}",
  "search.backwards": "يأتي since بعد until: لا شيء بينهما.",
  "search.none": "لا شيء {wanted}. يمكن تجربة كلمات أقل أو غيرها، أو مدة أطول عبر days:365.",
  "search.found": {
    zero: "لا موجزات {wanted}:",
    one: "موجز واحد {wanted}:",
    two: "موجزان {wanted}:",
    few: "{count} موجزات {wanted}:",
    many: "{count} موجزًا {wanted}:",
    other: "{count} موجز {wanted}:",
  },
  "search.foundMany": {
    zero: "لا موجزات {wanted}:",
    one: "موجز واحد أو أكثر {wanted}:",
    two: "موجزان أو أكثر {wanted}:",
    few: "{count} موجزات أو أكثر {wanted}:",
    many: "{count} موجزًا أو أكثر {wanted}:",
    other: "{count} موجز أو أكثر {wanted}:",
  },
  "search.foundPage": {
    zero: "لا موجزات {wanted}، الصفحة {page}:",
    one: "موجز واحد {wanted}، الصفحة {page}:",
    two: "موجزان {wanted}، الصفحة {page}:",
    few: "{count} موجزات {wanted}، الصفحة {page}:",
    many: "{count} موجزًا {wanted}، الصفحة {page}:",
    other: "{count} موجز {wanted}، الصفحة {page}:",
  },
  "search.foundManyPage": {
    zero: "لا موجزات {wanted}، الصفحة {page}:",
    one: "موجز واحد أو أكثر {wanted}، الصفحة {page}:",
    two: "موجزان أو أكثر {wanted}، الصفحة {page}:",
    few: "{count} موجزات أو أكثر {wanted}، الصفحة {page}:",
    many: "{count} موجزًا أو أكثر {wanted}، الصفحة {page}:",
    other: "{count} موجز أو أكثر {wanted}، الصفحة {page}:",
  },
  "search.newer": "▶ الأحدث",
  "search.older": "المزيد ◀",
  "search.oldButton": "هذا الزر قديم. يرجى البحث من جديد عبر {command}.",
};
