/** Which quotes lean on what a reader of headline and summary was never shown. */

import { describe, expect, test } from "vitest";
import type { Quote } from "../../../../src/domain/article.ts";
import { findLeaning } from "../../../../src/quotes/choosing/leaning.ts";
import { toWorthContext } from "../../../../src/quotes/choosing/worth-context.ts";

const HEADLINE = "Port Hale votes to close its old ferry pier";

function judge(
  text: string,
  { before = "Ada Moor spoke for an hour. ", summary = "", language = "en", headline = HEADLINE } = {},
) {
  const start = before.length + 1;
  const speaker = { mention: "Nell Orr", start: 0, end: 1, name: "Nell Orr", role: null, kind: "person" } as const;
  const quote: Quote = { text, start, end: start + text.length, type: "direct", speaker, cue: null, group: 0 };
  const article = `${before}“${text}” Nell Orr said.`;
  return findLeaning(
    quote,
    toWorthContext([quote], { headline, text: article, language, sentences: [{ text: summary }] }),
  );
}

test("a quote leans on what is not shown when it is told of back then", () => {
  expect(judge("The harbor was a village of nine huts.", { before: "It rained. Back then, " })).toBe("leans");
  expect(judge("The harbor was a village of nine huts.", { before: "It rained. Ada Moor said: " })).toBe("alone");
});

describe("a quote leans on what is not shown when it opens with", () => {
  test.each([
    "That’s really what a harbor is all about.",
    "That’s when I understood.",
    "This is based on our objectives.",
    "Those fears kept us awake for a whole winter.",
    "They brought it to us in the middle of the night.",
    "He wants everybody to forget about the winter.",
    "The alternative would have cost us far more.",
    "The second type of crossing is a bridge.",
    "For starters, nobody asked the people who live here.",
    "Then the boats stopped coming.",
    "But nobody asked us.",
    "However, we believe in the harbor.",
    "Even a ferry is made to look like a home.",
    "It never happened in my fifteen years at sea.",
    "It also includes the plans for a third boat.",
    "It is a kind of anchor for a family.",
    "This is not a reaction, but something we have worked on.",
    "I was going to prepare them for the big storm.",
    "I know that we get them at our own pier next time.",
    "One, we close the pier before the winter.",
    "Number two, we close the pier before the winter.",
    "The mayor never asked for my boats, either.",
    "At the same time, the harbor would be surprised by a bridge.",
    "It did not seem to me to be the right way to start a harbor.",
    "Is it going to happen before the winter storms come?",
    "I always liked the things that he did in winter.",
  ])("%s", (text) => {
    expect(judge(text)).toBe("leans");
  });
});

describe("a quote leans on what is not shown when further on it has", () => {
  test.each([
    "We are tinkering toward that possible balance.",
    "I want to see how she translates that into policy.",
    "Our neighbors have apologized for using harsh language to spread those beliefs.",
    "I don’t think we’re thinking of it as a loss.",
    "The principle behind it was a third boat.",
    "The council has never had the nerve to build one.",
    "A small crew can do half the size within months.",
    "One could also sail the other way.",
    "I will ask for their help because I am the best pilot on the coast.",
    "What they are doing with the ferry is a shame for the island.",
    "It is an odd comment on their fear that I will take the boat to the island.",
    "In one day, we raised a mast. It was a good day. But then they backed down.",
  ])("%s", (text) => {
    expect(judge(text)).toBe("leans");
  });

  test.each([
    "Pilots know that their boats are old.",
    "The administration has no idea of what they should do.",
    "No pilot has told us what they want.",
    "Anybody who rows here should bring their own oars.",
    "I asked at the store, and they called me first.",
  ])("but not when they are named: %s", (text) => {
    expect(judge(text)).toBe("alone");
  });

  test("nor where the sentence before it is shown", () => {
    const before = "The pilots of Hale struck on Monday.";
    const text = "I will ask for their help because I am the best pilot on the coast.";
    const start = before.length + 2;
    const quote: Quote = { text, start, end: start + text.length, type: "direct", speaker: null, cue: null, group: 0 };
    const sentences = [{ text: before, end: before.length }];
    const article = `${before} “${text}” Nell Orr said.`;
    const context = toWorthContext([quote], { headline: HEADLINE, text: article, language: "en", sentences });
    expect(findLeaning(quote, context)).toBe("shown");
  });
});

describe("a quote leans on what is not shown when its own clause holds what “that” would be", () => {
  test.each([
    "I think the harbor is a great venue for that – we have plans for it.",
    "Maybe the old mayor has difficulty doing that because her boats are few.",
    "The captain has been incredibly open about doing this.",
    "The crew has already been given this opportunity twice.",
    "There was no daylight between the two under the old mayor.",
    "The rule for giving away boats is entirely different in our town.",
    "The council and the crew, though, would be surprised by a bridge.",
    "I do not think that all those things are mere luck.",
  ])("%s", (text) => {
    expect(judge(text)).toBe("leans");
  });

  test.each([
    "The captain bought the boat in spring, and this was a mistake.",
    "The harbor deserves everything we can do to it.",
    "This boat that the town sold last year is a wreck.",
    "The council stands with those determined to save the boats.",
    "I will run because those values of the island are fading.",
    "In this election the island will vote for a bridge.",
    "This ruling is a victory for every boat in town.",
    "You know, in my household, when a child behaves that way, the harbor laughs.",
    "Pilots dare to be different, and really they are different,",
  ])("but not in: %s", (text) => {
    expect(judge(text)).not.toBe("leans");
  });

  test("nor in what somebody wishes those who hear it, or says of the news itself", () => {
    expect(judge("Ich wünsche Ihnen, dass die Boote heil zurückkehren.", { language: "de" })).toBe("alone");
    const before = "Port Hale schließt den alten Anleger. ";
    const headline = "Port Hale schließt alten Anleger";
    const text = "Die Stadt muss dieser besorgniserregenden Entwicklung entschlossen begegnen.";
    expect(judge(text, { language: "de", before, headline })).toBe("shown");
    expect(judge(text, { language: "de" })).toBe("leans");
  });

  test("a word is named only by itself", () => {
    const summary = "The Frauenarzt of Hale retires.";
    expect(judge("Diese Frauen warten lange auf Hilfe.", { language: "de", headline: "Hale", summary })).toBe("leans");
    expect(judge("Diese Frau wartet lange auf Hilfe.", { language: "de", headline: "Frauen warten" })).toBe("shown");
  });
});

describe("a quote stands alone when", () => {
  test.each([
    "We will build a new crossing before winter comes.",
    "It is hard to find people who can repair a ferry.",
    "It is very exciting times for a small town.",
    "It is not only useful but also odd – a ferry without a keel.",
    "I think that in the end everybody will gain.",
    "This year has been the hardest for this town.",
    "Those who live on the island will need a boat.",
    "We closed the bakery after forty years, and this still hurts.",
    "So far nobody has complained.",
    "Our boat is half the size of a bus.",
  ])("nothing in it points back: %s", (text) => {
    expect(judge(text)).not.toBe("leans");
  });

  test("the headline names what it points to", () => {
    expect(judge("This old pier has served us for ninety years.")).toBe("shown");
  });

  test("the summary names what it points to", () => {
    expect(judge("Those fears kept us awake for a whole winter.", { summary: "The fears of islanders grew." })).toBe(
      "shown",
    );
  });

  test("headline and the words before it name the person a pronoun stands for", () => {
    const headline = "Joris Venn leaves the council";
    expect(judge("He has served us well.", { before: "Venn wept. ", headline })).toBe("shown");
    expect(judge("He has served us well.", { before: "Ada Moor wept. ", headline })).toBe("leans");
  });
});

test.each([
  ["de", "Noch haben wir zu viel davon."],
  ["es", "Eso significa que el barco no sale."],
  ["pt", "Isso significa que o barco não sai."],
  ["fr", "Cela veut dire que le bateau ne part pas."],
  ["fr", "Ca m'étonnerait fort qu'il y ait eu un bateau."],
  ["fr", "Cette évaluation pourrait motiver une interruption du port."],
  ["it", "Ciò vuol dire che la barca non parte."],
  ["ru", "Во-вторых, лодка не пришла."],
  ["pl", "Po drugie, łódź nie przypłynęła."],
  ["nl", "Ten tweede is de boot niet gekomen."],
  ["sv", "Dessa farhågor höll oss vakna."],
  ["tr", "Bu kaygılar bizi uyutmadı."],
  ["ar", "هذه المخاوف أبقتنا مستيقظين."],
  ["ja", "それは船の話ではない。"],
  ["zh", "这是船的故事。"],
])("words that point back are known in %s: %s", (language, text) => {
  expect(judge(text, { language, headline: "Port Hale" })).toBe("leans");
});

test("what a clause behind it explains does not point back", () => {
  expect(judge("Niemand hat etwas davon, dass die Fähre fährt.", { language: "de" })).toBe("alone");
});

test("demonstratives of other languages point back too", () => {
  expect(judge("Diese Sorgen hielten uns wach.", { language: "de", headline: "Hafen schließt" })).toBe("leans");
  expect(judge("Diese Sorgen hielten uns wach.", { language: "de", headline: "Sorgen um den Hafen" })).toBe("shown");
  expect(judge("Estas dudas nos quitaron el sueño.", { language: "es", headline: "Cierra el puerto" })).toBe("leans");
  expect(judge("Il faut sauver le port.", { language: "fr", headline: "Le quai ferme" })).toBe("alone");
});

describe("a quote leans on what is not shown when it has, in the middle,", () => {
  test.each([
    "Nobody wants to go through that process twice.",
    "Nobody was let on that boat.",
    "We built that boat, and nobody paid for it.",
    "A long life is made of daily habits like these.",
  ])("%s", (text) => {
    expect(judge(text)).toBe("leans");
  });

  test.each(["We know that boats sink.", "The council said that in May nobody rowed."])("but not in: %s", (text) => {
    expect(judge(text)).not.toBe("leans");
  });
});
