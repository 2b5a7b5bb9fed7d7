/** Text pasted from a browser: only the article stays, whatever the site put around it. */

import { describe, expect, test } from "vitest";
import { readPastedText } from "../../../../src/articles/pasted/read-pasted.ts";

const ENGLISH = `Sunday, March 9, 2031

Island council and mainland keep talking about the ferry pact

Must read

Dana Whitlow
Dana Whitlow
"Certified coffee nerd. Lifelong explorer. Unapologetic web ninja. Cheese fanatic."

(Port Velmora) The island council said negotiators Oskar Brandt and Mila Torv discussed on Sunday a first ferry pact with the mainland and would “continue” to do so.

Press Agency France

Last month the mainland government offered to pay for two new ships, which the island has been asking for since the storm.

See also  Five lighthouses that every sailor should see once

“The island stressed that no ship may leave without its doctor,” the statement added from the council.

If nothing is signed, talks will continue.

Latest article`;

test("a content farm's page gives the article and nothing of the farm", () => {
  const article = readPastedText(ENGLISH.replace("Press Agency France", "France Media"));
  expect(article.title).toBe("Island council and mainland keep talking about the ferry pact");
  expect(article.agency).toBe("France Media");
  expect(article.publishedAt).toBeNull();
  expect(article.language).toBe("en");
  expect(article.text.split("\n\n")).toEqual([
    "(Port Velmora) The island council said negotiators Oskar Brandt and Mila Torv discussed on Sunday a first ferry pact with the mainland and would “continue” to do so.",
    "Last month the mainland government offered to pay for two new ships, which the island has been asking for since the storm.",
    "“The island stressed that no ship may leave without its doctor,” the statement added from the council.",
    "If nothing is signed, talks will continue.",
  ]);
});

test("a German page keeps its crosshead, loses rails, and takes the date under the title", () => {
  const article = readPastedText(`Startseite
Politik
Sport
Kultur

Lohenfeld baut eine Brücke über die Lohe
Von Jana Wolf
2. November 2030, 14:05 Uhr

Lohenfeld (dpa) - Der Stadtrat von Lohenfeld hat am Freitag den Bau einer Brücke über die Lohe beschlossen.

Lesen Sie auch: Warum die alte Brücke gesperrt wurde

„Heute endet ein langer Streit“, sagte Bürgermeisterin Karla Brandt nach der Sitzung im Rathaus.

Klage angekündigt

Die Gegner der Brücke kündigten an, vor Gericht zu ziehen und notfalls durch alle Instanzen zu gehen.

Mehr zum Thema
Hochwasser: Stadt prüft die Deiche
Neue Buslinie fährt ab Mai
Kommentare (12)
Impressum`);
  expect(article.title).toBe("Lohenfeld baut eine Brücke über die Lohe");
  expect(article.byline).toBe("Jana Wolf");
  expect(article.agency).toBe("dpa");
  expect(article.publishedAt?.toISOString().slice(0, 10)).toBe("2030-11-02");
  expect(article.language).toBe("de");
  expect(article.text.split("\n\n").map((each) => each.slice(0, 20))).toEqual([
    "Lohenfeld (dpa) - De",
    "„Heute endet ein lan",
    "Klage angekündigt",
    "Die Gegner der Brück",
  ]);
});

test("a French page credits its agency as the text gives it", () => {
  const article = readPastedText(`mardi 4 mars 2031

Le port de Velmore rouvre après la tempête

À lire aussi

Le port de Velmore a rouvert mardi après cinq jours de fermeture, a annoncé la capitainerie dans un communiqué.

Agence France-Presse

« Le chenal est dégagé », a déclaré la capitaine du port, Lena Dufort, devant la presse réunie sur le quai.

Lire aussi : La tempête en dix images

Les plus lus
Dix promenades au bord de la mer`);
  expect(article.title).toBe("Le port de Velmore rouvre après la tempête");
  expect(article.agency).toBe("Agence France-Presse");
  expect(article.publishedAt).toBeNull();
  expect(article.language).toBe("fr");
  expect(article.text.split("\n\n")).toHaveLength(2);
});

test("a Russian page is read as well as an English one", () => {
  const article = readPastedText(`Главные новости

Порт Вельмора открылся после шторма

МОСКВА, 4 марта. /ТАСС/. Порт Вельмора возобновил работу во вторник после пятидневного перерыва, сообщила администрация.

Читайте также: Шторм в фотографиях

«Канал свободен, и прилив на нашей стороне», — сказала капитан порта Лена Дюфор журналистам во вторник утром.

Последние новости
Мэр опроверг планы строительства моста`);
  expect(article.title).toBe("Порт Вельмора открылся после шторма");
  expect(article.agency).toBe("ТАСС");
  expect(article.language).toBe("ru");
  expect(article.text.split("\n\n")).toHaveLength(2);
});

const PORTAL = `Skip to content
News Today
Home
World
Sports
Thursday, 3 April 2031

Home / World / Island ministers agree on a shared fishing zone

Island ministers agree on a shared fishing zone

By
Marek Tull
-
April 2, 2031
0

Facebook
Twitter

Fishing boats in the harbor of Korvik. Photo: Lena Ost / Getty Images

KORVIK, April 2 (Reuters) – Ministers of the three northern islands agreed on Wednesday to share a fishing zone.

Advertisement

“This is a good day for everyone who lives by the sea,” said Anna Holm, the fisheries minister.

Read more: Why the herring moved north

“We have never been against sharing. We have been against being cheated.”

What comes next

The parliaments of the islands are to vote on the treaty in May.

(Reporting by Tilda Norr; Editing by Sam Hoek)

Tags
Fishing

Previous article
Ferry fares to rise in spring

Marek Tull
Marek Tull is a reporter who covers the northern islands. He likes boats.

LEAVE A REPLY
Please enter your comment!
© 2031 News Today. All rights reserved.`;

test("a portal's page gives title, byline, date and text without its furniture", () => {
  const article = readPastedText(PORTAL);
  expect(article.title).toBe("Island ministers agree on a shared fishing zone");
  expect(article.byline).toBe("Marek Tull");
  expect(article.agency).toBe("Reuters");
  expect(article.publishedAt?.toISOString().slice(0, 10)).toBe("2031-04-02");
  expect(article.text.split("\n\n").map((each) => each.slice(0, 16))).toEqual([
    "KORVIK, April 2 ",
    "“This is a good ",
    "“We have never b",
    "What comes next",
    "The parliaments ",
  ]);
});

test.each([
  ["Medios de Francia", "es"],
  ["Agence Belga", "fr"],
  ["— dpa/jw", "de"],
  ["وكالة فرانس برس", "ar"],
])("the agency credit %s alone on a line is shown as given and is no part of the text", (credit) => {
  const article = readPastedText(`Ministers agree on fishing

Ministers of the three islands agreed on Wednesday to share a fishing zone.

${credit}

The parliaments of the islands are to vote on the treaty in May.`);
  expect(article.agency).toBe(credit.replace(/^— |\/jw$/g, ""));
  expect(article.text.split("\n\n")).toHaveLength(2);
});

test("a deck under the headline is not taken for the headline", () => {
  const article = readPastedText(`Island Times
Bridge opens a year late
"We know that people are tired of waiting," the mayor says
Getty Images
AFP
The new bridge over the strait opened on Sunday, a year later than planned and at twice the price.
"We know that people are tired of waiting," said mayor Bram Oost as he cut the ribbon.`);
  expect(article.title).toBe("Bridge opens a year late");
  expect(article.agency).toBe("AFP");
});

test("a cookie banner and a list of other headlines above the title are passed over", () => {
  const article =
    readPastedText(`We and our partners store cookies on your device. By clicking “Accept” you agree to this.
Latest articles
Port council approves harbor toll after nine-hour debate
Storm halts ferries and strands 1,400 on the island
Shipyard profit doubles on orders for electric ferries
By Priya Lind | March 4, 2031 at 2:00 PM
ORRIN (Meridian Wire) – The country’s largest shipyard said on Tuesday that its profit more than doubled on electric ferries.
“Orders for electric ferries will keep us busy,” its head, Birgit Kolbe, said on a call with investors.
“Orders for electric ferries will keep us busy”
The company raised its forecast for the full year.`);
  expect(article.title).toBe("Shipyard profit doubles on orders for electric ferries");
  expect(article.byline).toBe("Priya Lind");
  expect(article.agency).toBe("Meridian Wire");
  expect(article.text.split("\n\n").map((each) => each.slice(0, 18))).toEqual([
    "ORRIN (Meridian Wi",
    "“Orders for electr",
    "The company raised",
  ]);
});

test("a pointer in the middle does not cut off what follows it", () => {
  const article = readPastedText(`Five things to know before the bridge opens

The bridge over the strait opens on Saturday after seven years of work, and the town is ready for it.

The toll will be four marks for a car and nothing for a bicycle, the bridge authority said on Monday.

Read more

The seven years of the bridge in pictures

The final bolt is painted blue.`);
  expect(article.text).toContain("The final bolt is painted blue.");
  expect(article.text).not.toContain("Read more");
});

describe("plain articles lose nothing", () => {
  const paragraphs = [
    "The museum in Ostrel will open its new wing on Monday, three years later than planned.",
    "“We are tired and happy,” said its director, Anna Vell.",
    "The wing cost nine million crowns. Half of it was given by the people of the town.",
  ];

  test("paragraphs alone stay as they are, and the first sentence stands for the title", () => {
    const article = readPastedText(paragraphs.join("\n\n"));
    expect(article.text).toBe(paragraphs.join("\n\n"));
    expect(article.title).toBe(paragraphs[0]);
  });

  test("a title given is used and its line taken out", () => {
    const article = readPastedText(
      ["Museum opens its new wing", ...paragraphs].join("\n"),
      "Museum opens its new wing",
    );
    expect(article.title).toBe("Museum opens its new wing");
    expect(article.text).toBe(paragraphs.join("\n\n"));
  });

  test("lines wrapped as in mail are put together again", () => {
    const wrapped = `The museum in Ostrel will open its new wing on Monday, three
years later than planned, and the town has prepared a feast
that is to last until the early hours of the next morning in
the old harbor.

The wing cost nine million crowns, and half of it was given
by the people of the town.`;
    expect(readPastedText(wrapped).text.split("\n\n")).toEqual([
      "The museum in Ostrel will open its new wing on Monday, three years later than planned, and the town has prepared a feast that is to last until the early hours of the next morning in the old harbor.",
      "The wing cost nine million crowns, and half of it was given by the people of the town.",
    ]);
  });

  test.each([
    "The island wants to become a member of the alliance by 2035, its prime minister said.",
    "Browsers will no longer accept cookies from other sites, the company said on Tuesday.",
    "Regulators found that the firm stored cookies without consent and fined it nine million crowns.",
    "The court read the company's privacy policy line by line and found three breaches of the law.",
  ])("a sentence of the article that sounds like a prompt stays: %s", (sentence) => {
    expect(
      readPastedText([...paragraphs, sentence, "The talks go on in May, both sides said."].join("\n\n")).text,
    ).toContain(sentence);
  });

  test("an article on one line is that line", () => {
    expect(readPastedText("Rain fell in Ostrel.").text).toBe("Rain fell in Ostrel.");
  });
});

test("nothing but white space is refused", () => {
  expect(() => readPastedText(" \n\u00A0\n")).toThrow("There is no text.");
});
