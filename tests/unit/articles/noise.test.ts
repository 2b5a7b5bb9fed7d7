/** What sites put between and below the paragraphs of an article is left out, in the languages served; the rest stays. */

import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../src/articles/extract.ts";

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
  "FERRY STOPS was painted on the pier in letters as tall as a child.",
])("a sentence of the article that looks like such a line stays: %s", (line) => {
  expect(read("en", line, "between")).toContain(line);
});
