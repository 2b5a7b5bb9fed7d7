/** A speaker is named only when certain: what opens a sentence, who only stands near, who is taken up without a name. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakersOf = (text: string): readonly (string | null)[] =>
  findQuotes(text, { language: "en" }).map(({ speaker }) => speaker?.name ?? null);
const lastOf = (text: string): string | null | undefined => speakersOf(text).at(-1);

describe("an adverb that opens a sentence is nobody", () => {
  test.each([
    ["Ada Moor runs the ferry. Remarkably, Moor said the pier would “stand for a hundred years or more.”", "Ada Moor"],
    ["Ada Moor runs the ferry. Additionally, the pier may “fall into the sea in the next storm.”", null],
    // A family name of such letters stays one.
    [
      "“The pier is safe for everybody,” a man said. Connolly, the harbor master, said “nobody need be afraid.”",
      "Connolly",
    ],
  ])("%s", (text, name) => {
    expect(lastOf(text)).toBe(name);
  });
});

describe("a pronoun below somebody whose first name men and women have", () => {
  const told = "“I rowed out at dawn,” Mara Hale says. “The sea was calm.”\n\n";

  test("names nobody above", () => {
    expect(lastOf(`Cameron Moor runs the mill.\n\n${told}Cameron Moor agrees. “The tide was out,” she says.`)).toBe(
      null,
    );
  });

  test("names who was heard last where nobody else acts", () => {
    expect(lastOf(`Cameron Moor runs the mill.\n\n${told}“The tide was out,” she says.`)).toBe("Mara Hale");
  });
});

test("“she” was given to somebody without a name who told of what was his", () => {
  const text =
    "Such crossings have been rare, and, according to our longtime writer Erica Moor, rough.\n\nWhen one pilot told of his crossing of the bay in winter, “the hall of the harbor laughed,” she writes. “Sailors greeted the tale with hoots and threw paper boats at the lamp.”";
  expect(speakersOf(text)).not.toContain("one pilot");
});

describe("“our lead pilot” of a house's own text", () => {
  test("is the one who was called so", () => {
    const text =
      "Ada Moor, our lead pilot, says, “This is the boat I would take to sea.”\n\nOur lead pilot wrote, “I was glad of the oars and of the lamp.”";
    expect(lastOf(text)).toBe("Ada Moor");
  });
});

describe("an office is somebody's only when nobody without a name has it", () => {
  test("“the senator” takes up “a senator”, not the one senator who is named", () => {
    const text =
      "We sat down with a senator of the student council on Monday.\n\n“Nobody has met since the spring, and nothing was paid,” the senator said.\n\nIn the summer senator Joris Venn did the work.";
    expect(speakersOf(text)[0]).not.toBe("Joris Venn");
  });

  test("the one who is named takes up the office", () => {
    const text =
      "The senator Joris Venn rowed across on Monday.\n\n“Nobody has met since the spring, and nothing was paid,” the senator said.";
    expect(speakersOf(text)[0]).toBe("Joris Venn");
  });

  test("a paper that was talked to has no office", () => {
    const text =
      "In an interview with TIDINGS, Varen Secretary of State for Ports Ada Moor, who runs the plan, said it would ensure “clean quays for everybody in the city.”";
    expect(speakersOf(text)[0] ?? "").not.toMatch(/TIDINGS|interview/u);
  });
});

describe("who speaks by the sentence's own verb", () => {
  test.each([
    [
      "Bank of Varen's Ada Moor said Coast Discovery and Bay Pictures are also “likely to be sold in the next years.”",
      "Ada Moor",
    ],
    [
      "The Ferry Project, wrote Ada Moor, author of two books on it, was “driven from the first by hope alone.”",
      "Ada Moor",
    ],
    [
      "“There may be an increased risk of a crash” when the pilot system is engaged, the HBAV wrote last week, according to The Varen Post, “and nobody steers.”",
      "HBAV",
    ],
    ["The harbor master, Ada Moor, said the pier was “not safe at all for anybody.”", "Ada Moor"],
  ])("%s", (text, name) => {
    expect(lastOf(text)).toBe(name);
  });

  test("who is only counted says nothing", () => {
    expect(
      lastOf("Ada Moor knows the crews. Maybe half of those people will “come once and never be seen again.”"),
    ).not.toBe("half");
  });
});

describe("a pronoun", () => {
  test("means whoever the paragraph before is opened by, an age in front of the name aside", () => {
    const text =
      "“I was glad when I saw the play, and so was he,” Ivar Hale said of the actor. Hale added that he had waited for years.\n\nThe 66-year-old Joris Venn told his side in the Tidings on Monday.\n\n“There are good scenes in it for my brothers,” he said.";
    expect(lastOf(text)).not.toBe("Ivar Hale");
  });

  test("means who acts in the words that lead in the quotation", () => {
    const text =
      "“I will work until I am a hundred years old,” Greta Lund said. Clara Tarn, after fifty years on the water, is letting go: At a certain point, “it is somebody else’s turn at the oars,” she said.";
    expect(lastOf(text)).toBe("Clara Tarn");
  });

  test("takes up somebody without a name who spoke last, as the article describes that person", () => {
    const text =
      "Clara Tarn and Greta Lund took pictures of the evening, a friend wrote on her page.\n\nThe singer was heard telling the crowd, “I came because I love you all.” Then she told them, “Everybody be quiet now.”";
    expect(lastOf(text)).toBe("the singer");
  });

  test("means nobody when two are as likely", () => {
    const text =
      "“I was glad on the water,” Quorra Tarn said.\n\nGreta Lund rows as well.\n\n“We saw seals on the rocks and a whale,” she said.";
    expect(lastOf(text)).toBeNull();
  });

  test("of one gender is not taken for somebody the other one meant before", () => {
    const text =
      "Orrin said little. “Growing up, you hear that word every day,” he told his wife.\n\nOrrin later asked Wenna when she had last rowed, to which she said, “Two months ago, to the day.”";
    expect(lastOf(text)).not.toBe("Orrin");
  });

  test("means the only person of the article, however far off", () => {
    const text =
      "For years, Wenna hid it: she rows at night.\n\nWenna, who sells rope, is one of many who do so.\n\nWelcome to the land of slow sports.\n\nIt began with a borrowed boat. Then it grew. Before long, the nights were full.\n\n“You see nothing for an hour, and that is the best of all of it,” she says.";
    expect(lastOf(text)).toBe("Wenna");
  });

  test("is for no country", () => {
    const text =
      "North Korea said it had fired a rocket. North Korea told its neighbors to be calm.\n\n“We will not be moved by it,” he said.";
    expect(lastOf(text)).not.toBe("North Korea");
  });

  test("means a person though an administration has the name", () => {
    const text =
      "The Hale administration wants it settled.\n\n“We will see it through to the end,” Hale said. He called the island a “good story in hard times for all of us.”";
    expect(speakersOf(text)).toEqual(["Hale", "Hale"]);
  });
});

test("a surname that is an office is a name where the full one is printed", () => {
  const text =
    "The council met Howard Dean on Monday.\n\nDean, a former chairman, looked at the plan. He then defended it, saying, “I do not think it is a foolish idea.”";
  expect(lastOf(text)).toBe("Howard Dean");
});

test("a heading makes no name longer", () => {
  const text =
    "Are Wenna and Orrin Still Together?\n\n“We are as happy as on the first day of all,” Orrin said in the harbor on Monday.";
  expect(lastOf(text)).toBe("Orrin");
});

describe("a pronoun is not taken for", () => {
  const told = "“I rowed out at dawn,” said Singh Tarolik, 24, from Varen.\n\n“The sea was calm,” he said.\n\n";

  test("who spoke above, when somebody else was just reported in its own paragraph", () => {
    const text = `${told}He said he owned two boats. Lakwinder Singh, another rower, said he had paid a pilot. “The pilot left me on a rock,” he said.`;
    expect(lastOf(text)).not.toBe("Singh Tarolik");
  });

  test("a man who only chose the one who acts", () => {
    const text =
      "Anders Moor is the 65-year-old harbor master of Varen. Before he was chosen by Bishop Martin Hale in 2011, he was a pilot.\n\nIn welcoming the crews, he noted, “We sit at round tables, and nobody sits at the head.”";
    expect(lastOf(text)).not.toBe("Martin Hale");
  });
});

test("a thing speaks only by a verb of speech", () => {
  const text =
    "I wore a coat made by Tarl-Hale. The moment I put it on, everything changed. It was like: “Now I can show all of them who I am.”";
  expect(lastOf(text)).toBe(null);
});

test("a statement is whose sentence says that it was made in one, not whom it names first", () => {
  const text =
    "Two ferries of North Hale sank off the coast, the Varen navy said in a statement on Monday.\n\n“The cause is not known, and nobody was hurt,” the statement said.";
  expect(lastOf(text)).not.toBe("North Hale");
});

test("a quotation set large on its own line is of whoever says it in the text", () => {
  const text =
    "That’s the hopeful view mouthed by Ada Moor, the chief of Tarl Boats. There are grounds for hope, since the “new Tarl,” as Moor dubbed the house, will be the largest on the coast.\n\n“Since 2008, there hasn’t been a single year of growth in the ferry trade as a whole.”\n\nBut there may be as much reason for doubt.\n\n“Since 2008, there hasn’t been a single year of growth in the ferry trade as a whole,” says veteran shipwright Joris Venn.";
  expect(speakersOf(text).slice(-2)).toEqual(["Joris Venn", "Joris Venn"]);
});

describe("who is of a house that somebody owns speaks, not the last words of its name", () => {
  test.each([
    "Ada Moor of the Varen Citizens' Rope Group said, “Every rain, the gates get damaged by it.”",
    "Ada Moor of the Varen Citizens’ Rope Group (VCRG) said, “Every rain, the gates get damaged by it.”",
    "Ada Moor of Varen's Tide Trust said, “Every rain, the gates get damaged by it.”",
    "Ada Moor of the Varen Rope Group (VRG) said, “Every rain, the gates get damaged by it.”",
    "The Bank of Varen's Ada Moor said, “Every rain, the gates get damaged by it.”",
  ])("%s", (text) => {
    expect(findQuotes(text, { language: "en" })[0]?.speaker?.name).toBe("Ada Moor");
  });

  test("but a house said it where nobody of it is named", () => {
    const text = "Varen's Rope Group said, “Every rain, the gates get damaged by it.”";
    expect(findQuotes(text, { language: "en" })[0]?.speaker?.name).toBe("Rope Group");
  });
});
