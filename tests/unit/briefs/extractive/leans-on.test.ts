/** Sentences that lean on what stood before: openings that point back, the other side of a matter, somebody called by an age. */

import { describe, expect, test } from "vitest";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";

const boundOf = (text: string, before = "A pier closed in Ostrel."): string | null =>
  readUnits({ text: `${before} ${text}`, language: "en" }).at(-1)?.bound?.to ?? null;

describe("an opening that points back", () => {
  test.each([
    "Amid all this, a story has gone around in Ostrel.",
    "While this method is cheap, it is slow for most boats.",
    "Given these costs, the firm sold its ferries to Varen.",
    "Unlike those boats, the ferry of Ostrel has an engine.",
  ])("%s", (text) => {
    expect(boundOf(text)).toBe("sentence");
  });

  test.each([
    "The man's signs worsened after that visit, the doctors of Ostrel found.",
    "The firm of Ada Moor put its hopes in these boats from Varen.",
  ])("%s", (text) => {
    expect(boundOf(text)).toBe("sentence");
  });

  test.each([
    "The visit was short, and after that visit the firm closed.",
    "Among those who row, the number of falls dropped by a half.",
    "The firm closed its pier at that time of year.",
    "In this country, boats are cheap and easy to buy.",
    "Despite this year's losses, the firm of Ada Moor grew.",
    "During these weeks the pier of Ostrel stays closed.",
    "While the method is cheap, it is slow for most boats.",
  ])("points to nothing said before: %s", (text) => {
    expect(boundOf(text)).toBeNull();
  });
});

describe("what is said only of a second one", () => {
  test.each([
    "For long trips, the Lantern is another cheap choice.",
    "What your brother Jon is saying is wrong in many ways.",
    "Ada Moor accused the firm of also selling the old pier.",
    "On the new boat, that corner is still the hottest one.",
  ])("%s", (text) => {
    expect(boundOf(text)).toBe("sentence");
  });

  test("not of what a clause opens with", () => {
    expect(boundOf("The mayor of Varen said that boats are slow in winter.")).toBeNull();
  });

  test("not of another matter", () => {
    expect(boundOf("The price of the pier in Ostrel is another matter.")).toBeNull();
  });
});

test("people that only an earlier sentence brought in, behind a phrase", () => {
  expect(boundOf("According to The Lantern, the men wore shirts of one color.")).toBe("sentence");
  expect(boundOf("According to the men of the Lantern, the harbor is open.")).toBeNull();
  expect(boundOf("Both Ada Moor and Joris Venn said that they row for Varen.")).toBeNull();
});

test("a number that only an earlier sentence told", () => {
  expect(boundOf("A count of the harbor office shows that number could fall by a half.")).toBe("sentence");
  expect(boundOf("The port has 40 boats, and that number could fall by a half.")).toBeNull();
});

test("the sailors of a phrase are who the pronoun behind it stands for", () => {
  const isLed = (text: string) =>
    readUnits({ text: `A pier fell.\n\n${text}`, language: "en" }).at(-1)?.faults.isPronounLed;
  expect(isLed("When the harbor guards opened the chest, they found nine old coins.")).toBe(false);
  expect(isLed("When the ship crosses the strait, they found nine old coins.")).toBe(true);
  expect(isLed("When the harbor guards opened the chest, she found nine old coins.")).toBe(true);
});

test("the first sentence of all leans on nothing, where it names whose phrase opens it", () => {
  const isLed = (text: string) => readUnits({ text, language: "en" }).at(-1)?.faults.isPronounLed;
  expect(isLed("Repeating her earlier words, Ylva Venn, who ran the ferry, told the court of the storm.")).toBe(false);
  expect(isLed("It was less than three years ago that Ada Moor said the pier would hold.")).toBe(false);
  expect(isLed("He was nine when he first rowed to the island.")).toBe(true);
  expect(isLed("Repeating her earlier words, the captain told the court of the storm.")).toBe(true);
  expect(isLed("A storm rose.\n\nRepeating her earlier words, Ylva Venn told the court of it.")).toBe(true);
});

test("at the head of all a pronoun stands for whoever its sentence names behind a comma", () => {
  const isLed = (text: string) => readUnits({ text, language: "en" }).at(-1)?.faults.isPronounLed;
  expect(isLed("He may be far behind in Varen, but Mayor Joris Venn has not stopped writing his speech.")).toBe(false);
  expect(isLed("Months after she mocked him on the pier, Ylva Venn tells the council that boats sink.")).toBe(false);
  expect(isLed("In his first talk after the vote, Varen Chief Minister Joris Venn said that boats sink.")).toBe(false);
  expect(isLed("Even if its ropes are old, Harbor Race Varen finds a use for them.")).toBe(false);
  expect(isLed("They rowed together for years, and nobody in Varen saw it.")).toBe(true);
  expect(isLed("When he came home, his boat was gone and the pier, too.")).toBe(true);
  expect(isLed("In her first talk after the vote, Joris Venn's brother said that boats sink.")).toBe(true);
  expect(isLed("HARBOR NOTES\n\nMonths after she mocked him, Ylva Venn tells the council that boats sink.")).toBe(
    false,
  );
  expect(isLed("A pier fell.\n\nMonths after she mocked him, Ylva Venn tells the council that boats sink.")).toBe(true);
});

test("at the head of all a name of the headline leans on nobody, though a pronoun stands right behind it", () => {
  const isLed = (text: string, title = "Orsolya sings at Hale pier") =>
    readUnits({ text, title, language: "en" }).at(-1)?.faults.isPronounLed;
  expect(isLed("Orsolya made her riders happy with a song on the pier.")).toBe(false);
  expect(isLed("Critics said her song was too long for the pier.")).toBe(true);
  expect(isLed("When she sang, the riders were happy.", "When She Sang at Hale Pier")).toBe(true);
  expect(isLed("A pier fell.\n\nCritics said her song was too long for the pier.")).toBe(true);
});

test("“, that he had” tells what somebody said, and points to nothing", () => {
  const boundOf = (text: string) =>
    readUnits({ text: `A pier fell.\n\n${text}`, language: "en" }).at(-1)?.bound?.to ?? null;
  expect(boundOf("Mara Hale told riders in Varen, Tarvia, that she had given up the ferry.")).toBe(null);
  expect(boundOf("Mara Hale said, at the pier, that nobody will row before May.")).toBe(null);
  expect(boundOf("Where the river bends, that area is home to nine ferries.")).toBe("sentence");
});

test.each([
  ["It’s no secret that the fishers of Varen dislike the mayor.", false],
  ["It is increasingly unlikely the pier will hold.", false],
  ["It takes 40 votes to close the pier.", false],
  ["It won’t be easy to get rid of the old boats.", false],
  ["It is unlikely to hold another winter.", true],
  ["It takes the boats to the pier.", true],
  ["It won’t be rowed by anybody else.", true],
])("whether it stands for something: %s", (text, isLed) => {
  expect(readUnits({ text: `A pier fell.\n\n${text}`, language: "en" }).at(-1)?.faults.isPronounLed).toBe(isLed);
});

test("a bare number of people stands for those of an earlier sentence, unless they are named or the headline counts them", () => {
  const SENTENCE = "After a chase of the five, the police found a boat at Varen.";
  expect(boundOf(SENTENCE)).toBe("sentence");
  expect(boundOf("After a chase of the five men, the police found a boat at Varen.")).toBeNull();
  expect(boundOf("Police chased Joris Venn and Ada Moor, and of the three, only Moor got away.")).toBeNull();
  const inTitle = (title: string) =>
    readUnits({ title, text: `A pier closed.\n\n${SENTENCE}`, language: "en" }).at(-1)?.bound ?? null;
  expect(inTitle("5 held in Varen")).toBeNull();
  expect(inTitle("Five held in Varen")).toBeNull();
  expect(inTitle("Thieves held in Varen")).not.toBeNull();
});

test("what it responds to is said", () => {
  expect(boundOf("In response to Ada Moor's ban, the boats of Varen stayed out.")).toBeNull();
  expect(boundOf("In response, the boats of Varen stayed out.")).toBe("sentence");
});

test("who is explained right there is not known from before", () => {
  expect(boundOf("The men and women who would sail to Ostrel prefer the old captain.")).toBeNull();
  expect(boundOf("The men would sail to Ostrel with the old captain.")).toBe("sentence");
  expect(boundOf("While the price at this stage of the season is low, Varen pays more.")).toBeNull();
});

test("neither the first word nor a month is one of the four", () => {
  expect(boundOf("Starting in June, the tour brings the foursome to Ostrel.")).toBe("sentence");
  expect(boundOf("Ada Moor and Joris Venn say that the foursome will come to Ostrel.")).toBeNull();
});

test("the other side of a matter stands before, unless the sentence has both", () => {
  expect(boundOf("The courts of Ostrel, however, have called the pier legal.")).toBe("sentence");
  expect(boundOf("The Lantern, on the other hand, works without a fee.")).toBe("sentence");
  expect(boundOf("The mayor agreed; the courts of Ostrel, however, did not.")).toBeNull();
});

test("the other side of a matter stands alone where the headline is about it", () => {
  const text = "A pier closed in Ostrel. The courts of Ostrel, however, have called the pier legal.";
  const [, unit] = readUnits({ title: "Courts back the pier", text, language: "en" });
  expect(unit?.bound).toBeNull();
  expect(unit?.sentence.text).toBe("The courts of Ostrel have called the pier legal.");
});

test("a letter in which something stands was told of before", () => {
  const before = "A letter reached the harbor office.";
  expect(boundOf("In the letter, several faults of the pier were named.", before)).toBe("noun");
  expect(boundOf("In the morning, several faults of the pier were named.", before)).toBeNull();
});

describe("a pair inside the first sentence of all", () => {
  const LEAD = "Members of both parties condemned the raid on the harbor of Ostrel on Friday.";

  test("is one that everybody knows: nothing stands before it", () => {
    expect(readUnits({ text: `${LEAD} The pier was closed.`, language: "en" })[0]?.bound ?? null).toBeNull();
  });

  test("further on stands for whom an earlier sentence named", () => {
    expect(boundOf(LEAD)).toBe("sentence");
  });

  test("at the head of all is nobody known", () => {
    const text = "The two were held on Friday. The pier was closed.";
    expect(readUnits({ text, language: "en" })[0]?.bound?.to).toBe("sentence");
  });
});

test("somebody called by an age alone was named before", () => {
  expect(boundOf("“We ran to the hall at once,” the 25-year-old told the paper.")).toBe("speaker");
});

test("a line with the credit of its picture is a caption", () => {
  const units = readUnits({
    text: "A boat lies in the harbor of Ostrel at noon. (Lantern Photo/Ada Moor)\n\nThe pier of Ostrel closed (see the plan).",
    language: "en",
  });
  expect(
    readUnits({
      text: "The lounge of Moor's is free tonight. Photograph courtesy of Moor's.\n\nEntry is free.",
      language: "en",
    })[0]?.faults.isNoise,
  ).toBe(true);
  expect(units.map(({ faults }) => faults.isNoise)).toEqual([true, expect.anything(), false]);
});

test.each(["OSTREL — ", "OSTREL, N.V. - ", "PORT HALE - "])(
  "a dateline below a line of the page's own is taken off: %s",
  (dateline) => {
    const text = `This story is part of a row of stories.\n\n${dateline}For years the town has had no pier.`;
    expect(readUnits({ text, language: "en" })[1]?.sentence.text).toBe("For years the town has had no pier.");
  },
);
