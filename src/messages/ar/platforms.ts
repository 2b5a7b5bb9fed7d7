/** Arabic: what the platforms say around posts and answers, and how they are set up. */

import type { Translation } from "../en/index.ts";

export const platforms: Translation = {
  "post.inArticle": "في المقال",
  "post.readArticle": "قراءة المقال",
  "post.updated": "محدّث",
  "post.fromFeed": "من ملخص الخلاصة",
  "post.foundVia": "عُثر عليه عبر {feed}",
  "post.also": "أيضًا: {outlets}",
  "post.alsoIn": "وكذلك في {outlets}",
  "post.withdrawn": "لم تعد في المقال",
  "post.corrected": "صُحّحت في المقال لاحقًا",
  "post.goneFrom": "لم تعد لدى {outlets}",
  "post.alsoMore": {
    zero: "أيضًا: {outlets}",
    one: "أيضًا: {outlets} وواحد آخر",
    two: "أيضًا: {outlets} واثنان آخران",
    few: "أيضًا: {outlets} و{count} أخرى",
    many: "أيضًا: {outlets} و{count} أخرى",
    other: "أيضًا: {outlets} و{count} أخرى",
  },

  "reply.done": "تم.",
  "reply.link": "رابط",
  "reply.listMore": {
    zero: "…",
    one: "… وواحد آخر",
    two: "… واثنان آخران",
    few: "… و{count} أخرى",
    many: "… و{count} أخرى",
    other: "… و{count} أخرى",
  },
  "reply.tooMuch": "هناك أكثر مما يتسع له المكان هنا. يمكن التضييق لرؤية الباقي.",
  "reply.fault": "حدث خطأ ما. يرجى المحاولة مجددًا بعد قليل.",
  "reply.checking": "يجري فحص البوت. يرجى المحاولة مجددًا بعد دقيقة.",

  "discord.channel": "قناة أخرى غير هذه",
  "discord.noEmbeds": "من دون الإذن {right} تصل المنشورات هنا نصًا عاديًا.",
  "discord.mayNotPostHere": "لا يمكنني النشر هنا بعد. يرجى منحي الإذن {rights} في إعدادات القناة ثم المحاولة مجددًا.",
  "discord.mayNotPostThere": "لا يمكنني النشر هناك بعد. يرجى منحي الإذن {rights} في إعدادات القناة ثم المحاولة مجددًا.",
  "discord.right.viewChannel": "عرض القناة",
  "discord.right.sendMessages": "إرسال الرسائل",
  "discord.right.sendInThreads": "إرسال الرسائل في المواضيع",
  "discord.right.createPosts": "إنشاء منشورات",
  "discord.right.embedLinks": "تضمين الروابط",
  "discord.right.mentionEveryone": "ذكر @everyone و@here وكل الأدوار",
  "discord.right.manageWebhooks": "إدارة الويب هوك",
  "discord.right.readHistory": "قراءة سجل الرسائل",
  "discord.right.manageMessages": "إدارة الرسائل",
  "wish.senderElsewhere": "لا تظهر المنشورات باسم الوسيلة الإعلامية إلا في قنوات خوادم Discord.",
  "choice.bot": "البوت",
  "choice.outlet": "الوسيلة",
  "display.sender": "باسم الوسيلة الإعلامية",
  "discord.direct": "رسائلنا الخاصة",
  "discord.directHello": "مرحبًا. هنا تصل الأخبار التي تشترك فيها. يعرضها /subscriptions وينهيها /unsubscribe.",
  "discord.directRefused":
    "لا يسمح لي Discord بمراسلتك بعد: يرجى السماح بالرسائل الخاصة من هذا التطبيق في إعدادات الخصوصية. سأحاول مجددًا.",
  "discord.needsForOutlet":
    "للنشر باسم الوسائل الإعلامية أحتاج هناك إلى الإذن {rights}. يرجى منحها في إعدادات القناة ثم المحاولة مجددًا؛ وحتى ذلك الحين تظهر المنشورات باسمي.",
  "discord.noOutlet": "من دون الإذن {rights} تظهر المنشورات هنا باسمي.",
  "discord.mayNotMention":
    "لا يمكنني ذكر {role} هناك، فلن يُنبَّه أحد. يرجى السماح للجميع بذكر الدور في إعدادات الخادم، أو منحي الإذن {right}.",

  "telegram.channel": "إعداد قناة أو مجموعة لك من هنا",
  "telegram.named": "استخدام أمر لقناة أو مجموعة من هنا: يُكتب اسمها أولًا",
  "telegram.chooseChannel": "اختيار قناة",
  "telegram.chooseGroup": "اختيار مجموعة",
  "telegram.chooseBelow": "يرجى اختيار القناة أو المجموعة أدناه: سيضيفني Telegram إليها مع حق النشر.",
  "telegram.orName": "أو كتابة اسمها:",
  "telegram.channelPrivately": "يعمل /channel في محادثة خاصة معي. هنا يكفي /subscribe.",
  "telegram.ready": "{chat}: كل شيء جاهز. للإدارة من هنا يُكتب الاسم أولًا:",
  "telegram.welcomeGroup":
    "مرحبًا. أنشر موجزات إخبارية قصيرة مع اقتباسات منقولة حرفيًا. يمكن لمن يدير المجموعة البدء بـ /subscribe everything؛ ويعرض /help الباقي.",
  "telegram.welcomeChannel": "يمكنني الآن النشر في قناتك. البداية: {command}",
  "telegram.topicGone":
    "أُغلق أو حُذف موضوع مشترك في الأخبار، فتوقفت منشوراته. للمتابعة يمكن استخدام /subscribe في موضوع آخر.",
  "reply.about": "عن {place}:",
  "telegram.nothingFound": "لا نتائج. السؤال في محادثة خاصة",
  "telegram.managersUnknown": "لم يذكر Telegram من يدير هذه المحادثة. يرجى المحاولة مجددًا.",
  "telegram.noAnswer": "لم يرد Telegram. يرجى المحاولة مجددًا.",
  "telegram.chatNotFound":
    "لا أجد {chat}. يرجى إضافتي إليها أولًا، وفي القنوات بصفة مشرف مع حق النشر؛ يقوم /channel بالأمرين.",
  "telegram.mayNotPost": "لا يمكنني النشر في {chat}. يرجى تعييني مشرفًا هناك مع حق النشر ثم المحاولة مجددًا.",
  "telegram.notIn": "لست في {chat}. يرجى إضافتي ثم المحاولة مجددًا.",
  "telegram.notManager": "لا يدير {chat} إلا من يمكنه النشر فيها، ووفق Telegram لا يمكنك ذلك.",
};
