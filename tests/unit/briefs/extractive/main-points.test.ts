/** Pages whose shape says where their point stands: a verdict, a winner, an announcement, a thesis, the answer to a letter. */

import { expect, test } from "vitest";
import { createBrief } from "../../../../src/briefs/create-brief.ts";

async function shown(title: string, text: string, language = "en"): Promise<string> {
  const brief = await createBrief({ title, text, language, publishedAt: null });
  return brief.sentences.map((sentence) => sentence.text).join("\n");
}

const FACTS = [
  "The harbor of Varen was built in 1911 by workers from Ostrel.",
  "The pier has been closed to carts since the storm of last spring.",
  "The council keeps a list of every boat that lands at the old quay.",
  "The keepers of the list are paid by the town and by the guild.",
  "The guild was founded by three families of rope makers.",
  "The ferry to Ostrel carries salt, rope and sheep in all weathers.",
];

test("what a review comes to is told", async () => {
  const end = "With a dry cabin and a long keel, the Varen Skiff is unquestionably a great choice for rivers.";
  const text = [
    "The Varen Skiff came out in May, three years after the last boat of the yard.",
    ...FACTS,
    "The keel of the skiff is longer than that of the boat from 2031.",
    end,
    "The yard has sold forty of them.",
  ].join("\n\n");
  expect(await shown("Varen Skiff review: small boat, long keel", text)).toContain(end);
});

test("the winner of a comparison is told, in the words of whoever compared", async () => {
  const text = [
    "A boat is a good friend on a river, and there are many kinds.",
    "The Varen Skiff is our favorite overall model.",
    ...FACTS,
    "For those who have less money, the Ostrel Punt is a good boat that also lasts.",
  ].join("\n\n");
  expect(await shown("The best boats of 2031", text)).toContain("The Varen Skiff is our favorite overall model.");
});

test("the verdict of a fact check is told, with the words that were checked", async () => {
  const text = [
    "In May the rope maker Ada Moor spoke about the port at a meeting in Varen.",
    ...FACTS,
    'Moor said that "nine of ten boats in Varen leak."',
    "The list of the council has 40 boats, of which four leak.",
    "We rate this claim False.",
  ].join("\n\n");
  const brief = await shown("How many boats in Varen leak?", text);
  expect(brief).toContain("We rate this claim False.");
  expect(brief).toContain('"nine of ten boats in Varen leak."');
});

test("a German verdict is told", async () => {
  const text = [
    "In Tannerau wird seit Mai über den Hafen gestritten, den niemand bezahlen will.",
    "Der Hafen wurde 1911 von Arbeitern aus Ostrel gebaut und später erweitert.",
    "Die Liste des Rates nennt vierzig Boote, von denen vier ein Leck haben.",
    "Die Zunft wurde von drei Familien gegründet, die Seile flochten.",
    "Der Steg ist seit dem Sturm im Frühjahr für Karren gesperrt worden.",
    "Die Fähre nach Ostrel trägt Salz, Seile und Schafe bei jedem Wetter.",
    "Die Behauptung ist damit falsch, wie die Liste der Boote zeigt.",
  ].join("\n\n");
  expect(await shown("Sind neun von zehn Booten undicht?", text, "de")).toContain("Die Behauptung ist damit falsch");
});

test("a ranking tells its winner, by a sentence or else by its heading", async () => {
  const lead = "Boats have changed a lot since the first of them were built of reeds.";
  const picked = [lead, ...FACTS, "The Moor Skiff II is our top pick for most people who row to Ostrel."].join("\n\n");
  expect(await shown("The best boats of the year", picked)).toContain("The Moor Skiff II is our top pick");
  const headed = [lead, ...FACTS, "Best Small Boat: Moor Skiff II", "It is light and dry."].join("\n\n");
  expect(await shown("The best boats of the year", headed)).toContain("Best Small Boat: Moor Skiff II");
  const behind = [lead, ...FACTS, "Ostrel Canoe – Best boat for rivers", "Best boat for lakes: Varen Punt"].join(
    "\n\n",
  );
  expect(await shown("The best boats of the year", behind)).toContain("Ostrel Canoe – Best boat for rivers");
  expect(await shown("Boats of Varen", headed)).not.toContain("Best Small Boat");
});

test("what a house announces on its own page is told, and nobody else's we", async () => {
  const announced = "We are excited to introduce Ropewalk, a light winch for small boats.";
  const house = [
    "More rope in less time.",
    announced,
    "Our winch runs on one battery for a day.",
    ...FACTS,
    "We tested it on the ferry to Ostrel.",
    "Our shop in Varen sells it from June.",
  ].join("\n\n");
  expect(await shown("Ropewalk: a winch for small boats", house)).toContain(announced);
  const other = ["A new winch is sold in Varen.", announced, ...FACTS].join("\n\n");
  expect(await shown("A winch for small boats", other)).not.toContain(announced);
});

test("a column tells its thesis, without the words that lead to it", async () => {
  const text = [
    "Rope has been a matter of debate in Varen for years, and so have the people who make it.",
    ...FACTS,
    "All of this is to say that a rope list is a needed part of a safe port, but not nearly enough.",
  ].join("\n\n");
  expect(await shown("Rope lists are needed in a port", text)).toContain(
    "A rope list is a needed part of a safe port, but not nearly enough.",
  );
});

test("of a reader's letter the answer is told", async () => {
  const text = [
    "My sister moved into my house in May and I do not know what to do.",
    "I have asked her twice to leave my kitchen alone.",
    "My mother says that I should be patient, but I am tired.",
    "There was no agreement.",
    "I fear that I will lose my temper.",
    "Your sister is a guest, and a guest keeps to the rules of your house.",
    "Write down what you want and give it to her by the end of the week.",
    "A lawyer in Varen says that your house stays yours whoever sleeps in it.",
    "You owe nobody a kitchen, and you may change the lock of your pantry.",
  ].join("\n\n");
  const brief = await shown("My sister has taken over my kitchen", text);
  expect(brief).toMatch(/guest|lawyer|lock/);
  expect(brief).not.toContain("There was no agreement.");
});

test("the first sentence may open with whose something is, and so may what the headline names", async () => {
  const lead = "Their savings spent and their boats sold, forty sailors came home to Varen on foot.";
  expect(await shown("Sailors come home to Varen", [lead, ...FACTS].join("\n\n"))).toContain(lead);
  const named = "Its Moor Lamp II: Night takes its light from whale oil and from a lens cut in Ostrel.";
  const text = ["The lamp house of Varen builds a lamp every year.", named, ...FACTS].join("\n\n");
  expect(await shown("Lamp of the week: Moor Lamp II", text)).toContain(named);
});

test("a caption with its credit glued on is not told", async () => {
  const caption = "The logo of the ferry line is seen at the pier in Varen.Lantern";
  const text = [caption, ...FACTS].join("\n\n");
  expect(await shown("The ferry line of Varen", text)).not.toContain("is seen at the pier");
});
