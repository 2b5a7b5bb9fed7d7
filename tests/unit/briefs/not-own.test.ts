/** What stands on a page and is not its article, nor any longer so. */

import { describe, expect, it } from "vitest";
import { createBrief } from "../../../src/briefs/create-brief.ts";
import { findNotOwn } from "../../../src/briefs/not-own.ts";

const publishedAt = new Date("2031-03-05T12:00:00Z");

async function tell(title: string, paragraphs: readonly string[], language = "en"): Promise<string> {
  const brief = await createBrief({ title, text: paragraphs.join("\n\n"), language, publishedAt });
  return [...brief.sentences, ...brief.quotes].map(({ text }) => text).join(" | ");
}

const FILLER = [
  "The council of Tarnby meets twice a month in the old customs house.",
  "The ferry to Orrin leaves every two hours and was not affected.",
  "About 4,000 people live around the harbor, most of them above the quay.",
];

describe("a page that is written on while things happen", () => {
  it("is told by its newest entry, not by what was thought before", async () => {
    const told = await tell("Harbor fire live: as it happened", [
      "The fire in the Tarnby warehouse is out, and nobody was hurt, the fire chief said.",
      "Three people are missing in the Tarnby warehouse, a neighbor said.",
      "Smoke has been seen over the Tarnby warehouse, and the quay is closed.",
      ...FILLER,
    ]);
    expect(told).toContain("nobody was hurt");
    expect(told).not.toMatch(/missing|Smoke/u);
  });

  it("has its newest entry last where its clocks go on", () => {
    const text = "The council votes today.\n\n10:15: The pier will be built.\n\n11:40: The council rejects the pier.";
    expect(
      findNotOwn({ title: "Live updates: the vote in Tarnby", text }).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(["10:15: The pier will be built."]);
  });

  it.each([
    ["en", "Live: Tarnby v Orrin"],
    ["en", "The Tarnby verdict – live"],
    ["de", "Sturm über Tarnby im Liveticker"],
    ["de", "Newsblog: Sturm über Tarnby"],
    ["fr", "DIRECT. Tempête sur Tarnby"],
    ["es", "Tormenta en Tarnby, minuto a minuto"],
    ["it", "Tempesta su Tarnby, la diretta"],
    ["pt", "Tempestade em Tarnby, ao minuto"],
  ])("is known by its headline (%s: %s)", (_, title) => {
    expect(findNotOwn({ title, text: "It is over now.\n\nIt has begun.\n\nIt will begin soon." })).toHaveLength(2);
  });

  it.each([
    "Seals live longer near Tarnby",
    "How to live by the sea",
    "Tarnby choir to sing live at the harbor",
    "Where eels live: a study",
  ])("is not meant by whoever lives or sings (%s)", (title) => {
    expect(findNotOwn({ title, text: "It is over now.\n\nIt has begun.\n\nIt will begin soon." })).toEqual([]);
  });

  it("is known by clocks that go back, and a list that counts down is none", () => {
    const at = (...heads: readonly string[]): string => heads.map((head) => `${head}: The pier moves.`).join("\n\n");
    expect(findNotOwn({ title: "The pier", text: at("14:20", "13:05", "9:10") })).toHaveLength(2);
    expect(findNotOwn({ title: "The pier", text: at("9:10", "13:05", "14:20") })).toEqual([]);
    expect(findNotOwn({ title: "The pier", text: at("10", "9", "8", "7") })).toEqual([]);
  });
});

describe("what readers wrote below an article", () => {
  it("is not told as news", async () => {
    const told = await tell("Tarnby to get a new pier", [
      "Tarnby will get a new pier by June, the council said on Tuesday.",
      ...FILLER,
      "Readers' comments",
      "Bosun of Orrin: The mayor of Tarnby owns the land the new pier is built on.",
      "Lia K: The mayor was drunk when the pier was opened.",
    ]);
    expect(told).toContain("new pier by June");
    expect(told).not.toMatch(/owns the land|drunk/u);
  });

  it("is known by an account's name, too", () => {
    const text = "The pier is closed.\n\nPierFan77 says: The mayor did it.\n\nNobody was hurt.";
    expect(findNotOwn({ title: "Pier closed", text }).map(({ start, end }) => text.slice(start, end))).toEqual([
      "PierFan77 says: The mayor did it.",
    ]);
  });

  it("is not what an interview or a dialogue says", () => {
    const text = "We met the mayor.\n\nHarbor Post: Who pays?\n\nAda Moor: The city does.\n\nMcArdle says: never.";
    expect(findNotOwn({ title: "The mayor speaks", text })).toEqual([]);
  });
});

describe("text that a machine or an advertiser wrote", () => {
  it("a machine's summary is not told where the page says that a machine made it", async () => {
    const told = await tell("Harbor master stays", [
      "Summary",
      "Harbor master Ada Moor lost a vote of the council and resigned.",
      "This summary was written by AI and may be wrong.",
      "Harbor master Ada Moor survived a vote of the Tarnby council on Tuesday by 21 votes to 20.",
      ...FILLER,
    ]);
    expect(told).toContain("survived a vote");
    expect(told).not.toMatch(/resigned|by AI/u);
  });

  it.each([
    ["en", "Sponsored: Doctors in Tarnby have found a way to end gout in 14 days."],
    ["de", "Anzeige: Ärzte in Tarnby haben einen Weg gefunden, die Gicht zu heilen."],
    ["fr", "Publicité : Des médecins de Tarnby ont vaincu la goutte en 14 jours."],
  ])("an advert between paragraphs is not told (%s)", (_, advert) => {
    const text = ["A flood cut the road to Tarnby on Tuesday.", advert, "Cars are sent by Orrin."].join("\n\n");
    expect(findNotOwn({ title: "Flood", text })).toHaveLength(1);
  });

  const paid: readonly (readonly [string, readonly string[]])[] = [
    ["Brand post.", ["Brand post. Quay Homes offers the best flats in Tarnby.", ...FILLER]],
    ["Advertorial", ["Advertorial: Quay Homes offers the best flats in Tarnby.", ...FILLER]],
    ...[
      "This content was paid for by Quay Homes.",
      "Disclaimer: The above is an advertorial and the newspaper's staff were not involved.",
      "#ad Terms apply.",
      "In association with Quay Homes.",
    ].map((note) => [note, ["Quay Homes offers the best flats in Tarnby.", ...FILLER, note]] as const),
  ];
  it.each(paid)("a page that was paid for says that alone: %s", async (note, paragraphs) => {
    expect(await tell("Why flats in Tarnby are worth it", paragraphs)).toBe(note);
  });

  it.each([
    "Sponsored content: Why flats in Tarnby are worth it",
    "Why flats in Tarnby are worth it | Partner content",
  ])("a headline says so (%s)", async (title) => {
    expect(await tell(title, ["Quay Homes offers the best flats in Tarnby.", ...FILLER])).toBe("");
  });

  it.each([
    "The council said the march was paid for by Quay Homes.",
    "This festival was sponsored by Quay Homes, which gave 4,000 crowns.",
  ])("news of who paid is news (%s)", async (sentence) => {
    expect(await tell("Who paid for the march", ["The march in Tarnby drew 4,000 people.", sentence])).not.toBe("");
  });
});

describe("what a page puts between its paragraphs", () => {
  it.each([
    "Coming up on Sunday: an interview with the skipper who lost his memory.",
    "Last week in this series: the rower who was bitten by a seal.",
    "More from this section: A bishop has been charged with fraud.",
    "Trending: A skipper was found dead in Orrin on Monday.",
    "On the podcast this week: The senator who hid a second boat tells all.",
    "Top comment: Kids there sell eels by phone.",
    "Paid content: Doctors say a new pillow ends snoring.",
    "Gamble responsibly. The Herrings are 1.40 to win with BetQuay.",
    "Quick read (generated by AI): The court removed the mayor.",
    "Lesen Sie auch: Bischof von Tarnby angeklagt",
    "À lire aussi : un évêque accusé de fraude",
  ])("is not told: %s", (line) => {
    const text = `The pier reopened on Monday.\n\n${line}\n\nTickets cost 4 crowns.`;
    expect(findNotOwn({ title: "Pier reopens", text }).map(({ start, end }) => text.slice(start, end))).toEqual([line]);
  });

  it.each([
    "The author, Rita Fenn, is a professor of biology.",
    "The writer is chief executive of Quay Bank.",
    "Rita Fenn writes about nature for the Tidings.",
    "Der Autor ist Professor für Biologie.",
  ])("nor is who wrote it, at its foot: %s", (line) => {
    const text = `The pier reopened on Monday.\n\n${line}`;
    expect(findNotOwn({ title: "Pier reopens", text })).toHaveLength(1);
  });

  it.each([
    "The author was arrested on Monday in Tarnby.",
    "The writer is survived by two sons.",
    "Last week in Tarnby, the pier reopened.",
    "Watch sales fell: half of the shops closed.",
    "Trending topics were the pier and the eels.",
  ])("news that sounds like it is told: %s", (line) => {
    expect(findNotOwn({ title: "Pier reopens", text: `The pier reopened.\n\n${line}` })).toEqual([]);
  });

  it("one endless word is answered at once", () => {
    for (const word of ["a".repeat(200_000), "Aa_".repeat(60_000), "update ".repeat(30_000), "1:".repeat(90_000)])
      expect(findNotOwn({ title: word, text: `${word}\n\n${word}` })).toBeDefined();
  });
});
