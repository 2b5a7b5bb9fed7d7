/** What sites put between and below the paragraphs of an article is left out, in the languages served; the rest stays. */

import { describe, expect, test } from "vitest";
import { listSamples } from "../../../../samples/list.ts";
import { extractArticle } from "../../../../src/articles/extract.ts";

const PARAGRAPHS: Readonly<Record<string, readonly string[]>> = {
  en: [
    "The ferry to Port Halden will stop for a week, the harbor office said on Friday. It needs a new engine.",
    "“We have waited for this since the spring,” said Oona Petrak, who heads the office, and she promised that tickets would be paid back.",
    "Buses will run to the bridge every hour, and the town has asked two fishing boats to carry mail and medicine to the islands.",
    "The council will talk about the costs on Monday. Nobody there expects the repair to be cheaper than four million crowns.",
  ],
  de: [
    "Die Fähre nach Port Halden fällt eine Woche lang aus, teilte das Hafenamt am Freitag mit. Sie braucht einen neuen Motor.",
    "„Darauf warten wir seit dem Frühjahr“, sagte Oona Petrak, die das Amt leitet, und sie versprach, dass die Karten erstattet werden.",
    "Zur Brücke fahren stündlich Busse, und die Stadt hat zwei Fischerboote gebeten, Post und Arznei auf die Inseln zu bringen.",
    "Der Rat berät am Montag über die Kosten. Niemand dort rechnet mit weniger als vier Millionen Kronen für die Reparatur.",
  ],
  fr: [
    "Le ferry vers Port Halden sera à l’arrêt pendant une semaine, a annoncé vendredi la capitainerie. Il lui faut un nouveau moteur.",
    "« Nous attendions cela depuis le printemps », a dit Oona Petrak, qui dirige le bureau, et elle a promis que les billets seraient remboursés.",
    "Des bus rouleront chaque heure jusqu’au pont, et la ville a demandé à deux bateaux de pêche de porter le courrier et les médicaments.",
    "Le conseil parlera des coûts lundi. Personne n’y croit que la réparation coûtera moins de quatre millions de couronnes.",
  ],
  es: [
    "El ferry a Port Halden dejará de navegar una semana, dijo el viernes la oficina del puerto. Necesita un motor nuevo.",
    "«Esperábamos esto desde la primavera», dijo Oona Petrak, que dirige la oficina, y prometió que se devolverá el dinero de los billetes.",
    "Habrá autobuses cada hora hasta el puente, y la ciudad pidió a dos barcos de pesca que lleven el correo y las medicinas a las islas.",
    "El consejo hablará de los costes el lunes. Nadie allí espera que la reparación cueste menos de cuatro millones de coronas.",
  ],
  it: [
    "Il traghetto per Port Halden si fermerà per una settimana, ha detto venerdì l’ufficio del porto. Ha bisogno di un motore nuovo.",
    "«Lo aspettavamo dalla primavera», ha detto Oona Petrak, che dirige l’ufficio, e ha promesso che i biglietti saranno rimborsati.",
    "Ci saranno autobus ogni ora fino al ponte, e la città ha chiesto a due pescherecci di portare posta e medicine sulle isole.",
    "Il consiglio parlerà dei costi lunedì. Nessuno si aspetta che la riparazione costi meno di quattro milioni di corone.",
  ],
  ar: [
    "ستتوقف العبارة إلى بورت هالدن لمدة أسبوع، حسبما قال مكتب الميناء يوم الجمعة. وهي تحتاج إلى محرك جديد.",
    "وقالت أونا بيتراك التي تدير المكتب: «كنا ننتظر هذا منذ الربيع»، ووعدت برد ثمن التذاكر إلى أصحابها.",
    "وستسير الحافلات إلى الجسر كل ساعة، وطلبت المدينة من قاربي صيد حمل البريد والأدوية إلى الجزر.",
    "وسيناقش المجلس التكاليف يوم الاثنين. ولا يتوقع أحد هناك أن يكلف الإصلاح أقل من أربعة ملايين كرونة.",
  ],
  zh: [
    "港务办公室周五表示，开往哈尔登港的渡轮将停航一周，因为它需要一台新发动机。",
    "负责该办公室的乌娜·佩特拉克说：“我们从春天就开始等待这一天。”她承诺退还船票的钱。",
    "公共汽车将每小时开往大桥，市政府已请两艘渔船向各岛运送邮件和药品。",
    "市议会将于周一讨论费用问题。那里没有人认为修理费用会低于四百万克朗。",
  ],
  ru: [
    "Паром в Порт-Хальден не будет ходить неделю, сообщили в пятницу в управлении порта. Ему нужен новый двигатель.",
    "«Мы ждали этого с весны», — сказала Оона Петрак, которая руководит управлением, и пообещала вернуть деньги за билеты.",
    "К мосту каждый час пойдут автобусы, а город попросил две рыбацкие лодки возить на острова почту и лекарства.",
    "Совет обсудит расходы в понедельник. Никто там не ждет, что ремонт обойдется дешевле четырех миллионов крон.",
  ],
};

function read(language: string, line: string, where: "between" | "below", byline = "Ann Lee"): string {
  const paragraphs = (PARAGRAPHS[language] ?? []).map((each) => `<p>${each}</p>`);
  const html = line.startsWith("<") ? line : `<p>${line}</p>`;
  paragraphs.splice(where === "between" ? 2 : 4, 0, html);
  return extractArticle(
    `<html lang="${language}"><head><title>Port Halden</title><meta name="author" content="${byline}"></head>
     <body><nav><a href="/">News</a></nav><article><h1>Port Halden</h1>${paragraphs.join("\n")}</article></body></html>`,
    "https://gazette.example/halden",
  ).text;
}
const whole = (language: string): string => (PARAGRAPHS[language] ?? []).join("\n\n");

describe.each([
  ["en", "See also: Storm closes the lighthouse"],
  ["en", "Read more: Storm closes the lighthouse"],
  ["en", "READ MORE | Storm closes the lighthouse"],
  ["en", '<p><a href="/a">STORM CLOSES THE LIGHTHOUSE OF VELMORA</a></p>'],
  ["en", "Advert"],
  ["en", "Advertisement"],
  ["en", "___"],
  ["en", "* * *"],
  ["en", "Follow the Gazette on Facebook, Instagram and YouTube."],
  ["en", "Ann Lee"],
  ["en", "Ann Lee, senior reporter"],
  ["en", "Most read"],
  ["en", "<figure><img src='x.jpg'><figcaption>The ferry at the pier in May. Photo: Bo Chan</figcaption></figure>"],
  ["de", "Lesen Sie auch: Sturm schließt den Leuchtturm"],
  ["de", "Mehr zum Thema: Sturm schließt den Leuchtturm"],
  ["de", "Anzeige"],
  ["de", "Folgen Sie uns auf Facebook und Instagram."],
  ["de", "Ann Lee, Redakteurin"],
  ["ru", "Читайте также: Шторм закрыл маяк"],
  ["ru", "Подписывайтесь на нас в Telegram и ВКонтакте"],
  ["ru", "Реклама"],
  ["en", "Sign up for our newsletter and get the top stories every morning."],
  ["en", "Get the latest news delivered straight to your inbox."],
  ["en", "Subscribe to continue reading."],
  ["en", "Share this article"],
  ["en", "Ann Lee is a senior reporter at the Gazette. She covers the coast."],
  ["en", "Photo: Bo Chan/Reuters"],
  ["en", "RELATED: Storm closes the lighthouse"],
  ["en", "Click here for more news from the coast."],
  ["en", "Download our app for breaking news alerts."],
  ["en", "Support independent journalism: become a member today."],
  ["en", "Have a story to share? Email us at tips@gazette.example."],
  ["en", "Originally published by the Harbor Wire."],
  ["en", "Copyright 2031 Gazette. All rights reserved."],
  ["en", "The views expressed in this article are the author's own."],
  ["en", "This article contains affiliate links; we may earn a commission."],
  ["en", "Join the conversation in the comments below."],
  ["en", "Listen to the latest episode of our podcast here."],
  ["de", "Abonnieren Sie unseren Newsletter und erhalten Sie jeden Morgen die wichtigsten Nachrichten."],
  ["de", "Jetzt abonnieren und weiterlesen."],
  ["de", "Artikel teilen"],
  ["de", "Foto: Bo Chan/dpa"],
  ["de", "Hier geht es zum Newsletter der Gazette."],
  ["de", "Lade dir die App herunter und verpasse keine Nachricht."],
  ["de", "Hinweis: Dieser Artikel enthält Affiliate-Links."],
  ["de", "Alle Rechte vorbehalten."],
  ["de", "Haben Sie Fragen oder Anregungen? Schreiben Sie uns."],
  ["de", "Das könnte Sie auch interessieren"],
  ["de", "Dieser Text erschien zuerst im Hafenblatt."],
  ["fr", "Inscrivez-vous à notre newsletter pour recevoir l’essentiel de l’actualité."],
  ["fr", "Cet article est réservé aux abonnés."],
  ["fr", "Partager cet article"],
  ["fr", "Photo : Bo Chan/AFP"],
  ["fr", "Téléchargez notre application pour suivre l’actualité en direct."],
  ["fr", "À lire aussi : La tempête ferme le phare"],
  ["fr", "Tous droits réservés."],
  ["fr", "Abonnez-vous dès 1 euro"],
  ["es", "Suscríbete a nuestro boletín y recibe las noticias cada mañana."],
  ["es", "Compartir este artículo"],
  ["es", "Lea también: La tormenta cierra el faro"],
  ["es", "Descarga nuestra aplicación para recibir alertas."],
  ["es", "Todos los derechos reservados."],
  ["es", "Regístrate para seguir leyendo"],
  ["es", "Puedes seguirnos en Facebook y X, o apuntarte a nuestra newsletter semanal."],
  ["it", "Iscriviti alla newsletter per ricevere ogni mattina le notizie."],
  ["it", "Condividi l'articolo"],
  ["it", "Leggi anche: La tempesta chiude il faro"],
  ["it", "Riproduzione riservata"],
  ["it", "Scarica la nostra app per non perdere le notizie."],
  ["ru", "Подпишитесь на нашу рассылку, чтобы каждое утро получать главные новости."],
  ["ru", "Поделиться статьей"],
  ["ru", "Скачайте наше приложение, чтобы не пропустить новости."],
  ["ru", "Все права защищены."],
  ["ru", "Больше новостей — в нашем телеграм-канале."],
  ["ru", "Нашли ошибку? Выделите ее и нажмите Ctrl+Enter."],
  ["ar", "اشترك في نشرتنا البريدية لتصلك أهم الأخبار كل صباح."],
  ["ar", "شارك المقال"],
  ["ar", "اقرأ أيضا: العاصفة تغلق المنارة"],
  ["ar", "جميع الحقوق محفوظة."],
  ["ar", "حمل تطبيقنا لمتابعة الأخبار العاجلة."],
  ["zh", "订阅我们的简报，每天早上获取最新新闻。"],
  ["zh", "分享这篇文章"],
  ["zh", "延伸阅读：暴风雨关闭灯塔"],
  ["zh", "版权所有，未经许可不得转载。"],
  ["zh", "下载我们的应用，获取突发新闻提醒。"],
  ["zh", "责任编辑：陈波"],
])("%s: %s", (language, line) => {
  test.each(["between", "below"] as const)("is left out %s the paragraphs, and nothing else is", (where) => {
    expect(read(language, line, where)).toBe(whole(language));
  });
});

test.each(["Bo Chan and Ida Moen contributed to this report.", "(Reporting by Bo Chan; editing by Ida Moen)"])(
  "who else worked on the text is left out below it: %s",
  (line) => {
    expect(read("en", line, "below")).toBe(whole("en"));
  },
);

test("a heading with nothing below it is left out, one with a paragraph stays", () => {
  expect(read("en", "<h2>How to listen to our podcast</h2>", "below")).toBe(whole("en"));
  expect(read("en", "<h2>What the islands need</h2>", "between")).toContain("What the islands need");
});

test.each([
  "Ann Lee and her crew left the harbor in the morning, and nobody has seen them since, the police said.",
  "Follow the signs to the bridge on Monday, the town advised drivers, for the road along the pier is closed.",
  "Most read the notice too late and stood at the pier on Saturday.",
  "She asked readers to follow the ferry on Instagram: “We show every step of the repair there.”",
  "Subscribers of the ferry line pay nine crowns a month, and all of them will get their money back.",
  "The harbor office asked people to sign up for its newsletter, which says every morning whether the ferry sails.",
  "“Subscribe to our newsletter and you will know first,” said Petrak, who has run the office for a year.",
  "Download figures for the town's app rose by half on Friday, and the council was pleased.",
  "Ann Lee won the regatta in May with a boat that she had built in her own garden.",
  "FERRY STOPS was painted on the pier in letters as tall as a child.",
])("a sentence of the article that looks like such a line stays: %s", (line) => {
  expect(read("en", line, "between")).toContain(line);
});

test.each([
  ["shipyard-earnings", "ORRIN, Haldenmark"],
  ["balloon-returns", "A weather balloon"],
])("headlines of other articles that stand in a list above the text are no part of it: %s", (id, opening) => {
  const sample = listSamples().find((each) => each.id === id);
  expect(extractArticle(sample?.html ?? "", sample?.url ?? null).text.startsWith(opening)).toBe(true);
});
