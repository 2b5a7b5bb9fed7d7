/** Arabic: why something did not work. */

import type { Translation } from "../en/index.ts";

export const reasons: Translation = {
  "reason.noHost": "لا يوجد مضيف باسم {host}.",
  "reason.noLookup": "يتعذر الآن البحث عن الاسم {host}.",
  "reason.noConnections": "لا يقبل {host} الاتصالات.",
  "reason.brokeOff": "قطع {host} الاتصال.",
  "reason.notReached": "يتعذر الوصول إلى {host}.",
  "reason.certificateExpired": "انتهت صلاحية شهادة {host}.",
  "reason.certificateForOther": "شهادة {host} لمضيف آخر.",
  "reason.certificateUntrusted": "شهادة {host} غير موثوقة.",
  "reason.tookTooLong": "تأخر {host} كثيرًا في الرد.",
  "reason.status": "رد {host} بالحالة {status}.",
  "reason.visitLess": "يطلب {host} زيارات أقل ({status}).",
  "reason.leaveAlone": "طلب {host} أن يُترك بعض الوقت.",
  "reason.noText": "لا نص في الصفحة.",
  "reason.twoWeeks": "تعذرت القراءة 14 يومًا: {reason}",
  "reason.gone": "اختفى: {reason}",
  "reason.removed": "أُزيل البوت",
  "reason.channelGone": "لم تعد القناة موجودة",
  "reason.noAccess": "لا وصول للبوت إلى القناة: يلزمه الإذن «عرض القناة»",
  "reason.mayNotPost": "لا يمكن للبوت النشر في القناة: يلزمه «إرسال الرسائل» و«تضمين الروابط»",
  "reason.topicGone": "الموضوع مغلق أو محذوف ({detail})",
  "reason.notConnected": "المنصة غير متصلة",
  "reason.tooOld": "أقدم من أن يُنشر",
  "reason.subscriptionEnded": "انتهى الاشتراك",
  "reason.subscriptionPaused": "الاشتراك متوقف مؤقتًا",
  "reason.maybeArrived": "ربما وصل إرسال سابق",
  "reason.givenUp": "توقفت المحاولات بعد {tries}: {reason}",
};
