/** Whom words must not be given to: a kind of thing, a product, a house for "who" or "he", a job without a name. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakers = (text: string): readonly (string | null)[] =>
  findQuotes(text, { language: "en" }).map(({ speaker }) => speaker?.name ?? null);
const last = (text: string): string | null => speakers(text).at(-1) ?? null;

describe("a name is not completed", () => {
  test("by one that only tells what kind of thing another word is", () => {
    const text =
      "The game has maps, which its Northgate RPG stablemates have had for years.\n\n“We have been hard at work on the maps of every town,” Northgate explained to players.";
    expect(last(text)).toBe("Northgate");
    expect(last(text.replace("its Northgate RPG stablemates have", "Northgate Games Group has"))).toBe(
      "Northgate Games Group",
    );
  });

  test("up to half of it, where one “of” has joined it already", () => {
    const text = "The Council of Boat Builders of Varen wrote in a statement: “We mourn the loss of every boat.”";
    expect(last(text)).toBe("Council of Boat Builders of Varen");
  });
});

describe("“he said” is", () => {
  const above =
    "“I was caught at the fence on May 15,” said Singh Balvir, 24, from Kotla. “They sent me home at once,” he said.\n\n";

  test("the one who is reported next, whose first name nobody knows", () => {
    const next =
      "He said he had paid twice. Harlakbir Singh, another deportee, said he had paid an agent. “He sent me north on May 2, by way of the port,” he said.";
    expect(last(`${above}${next}`)).toBe("Harlakbir Singh");
  });

  test("nobody whom nothing in the article speaks for as a person", () => {
    const text =
      "The bill would make Oarly-Bay open on Sundays. “The town is wrong, and it will not go unanswered,” he wrote.";
    expect(last(text)).toBeNull();
  });
});

test("what is called after somebody is no woman", () => {
  const text =
    "In her review, Brandewyn Dowelle got a stunning Ada Wrap Dress. She shared, “It is so soft and I love the top of it.”";
  expect(last(text)).not.toBe("Ada Wrap Dress");
});

test("a cardinal is one, whatever goes on with “which” behind his name", () => {
  const text =
    "Cardinal Yan-Corvin Hollmark spoke. “We all walk together on this road,” said Hollmark, which pleased the room.";
  expect(findQuotes(text, { language: "en" }).at(-1)?.speaker).toMatchObject({ kind: "person", role: "Cardinal" });
});

test("a job is nobody's name", () => {
  const text = "“The speed of it is a joy to all of us here.” -- Senior Principal Engineer\n\nMore follows.";
  expect(last(text)).not.toBe("Engineer");
});

test("nor are they said by the paper that somebody told", () => {
  const text = "The shots came from inside, Tom Leese, 18, told Harborside. “We did not think much of it until then.”";
  expect(last(text)).not.toBe("Harborside");
});

test("a statement is whose verb stands beside it, not of who is told of first", () => {
  const text =
    "Two Northern Isles sailors were hurt, the Harbor Council said in a statement on Friday.\n\n“The cause of the crash is looked into,” the statement said.";
  expect(last(text)).toBe("Harbor Council");
});

test("a house has no role, whoever is told of behind it", () => {
  const text = "According to the Varen Press Agency, one user of Chirp posted: “We are all afraid to go out now.”";
  const { speaker } = findQuotes(text, { language: "en" })[0] ?? {};
  expect(speaker?.kind === "organization" ? speaker.role : null).toBeNull();
});

describe("words that are a sentence of their own are said by whoever the sentence before is credited to", () => {
  test.each([
    [
      "The gap that Bramwell reported is small, says Milo Zale, a pilot in Varen. “It is hard to see how this holds.”",
      "Milo Zale",
    ],
    ["The group was the envy of all, said Ada Moor. “It was the perfect place to be.”", "Ada Moor"],
  ])("%s", (text, name) => {
    expect(last(text)).toBe(name);
  });
});

describe("“he said” names nobody", () => {
  const above = "Felipe Moor came.\n\n“The first to lose would be the harbor,” Moor said. “It is not well.”\n\n";
  const below = "\n\n“When Varen sends its people, they do not send their best,” he said.";

  test("where somebody else has acted since, and he who spoke is not told of", () => {
    expect(last(`${above}Since he came, Joris Hale has taken a firm stance on the pier.${below}`)).toBe(null);
    expect(last(`${above}The pier has been built since.${below}`)).toBe("Felipe Moor");
    expect(last(`${above}He has taken a firm stance on the pier.${below}`)).toBe("Felipe Moor");
    expect(last(`${above}Since then, Joris Hale has built a pier, Moor said.${below}`)).toBe("Felipe Moor");
  });

  test("below somebody whose first name may be his, though it is mostly a woman's", () => {
    const lindsey = "Lindsey Moor told the Tidings of a way.\n\nKim Hale boasted that he could swim to the pier.\n\n";
    expect(last(`${lindsey}Moor said the town would have no choice.${below}`)).toBe(null);
    expect(last(`${lindsey}The town would have no choice.${below}`)).toBe("Kim Hale");
  });

  test("where a house is only spoken to, or owns a show", () => {
    const heard = "“They hate us like nobody has ever seen,” the new candidate said in a talk with";
    expect(last(`${heard} Ivar FM’s “Harbor Daily.”\n\n“We ought to start it up again,” he went on.`)).toBe(null);
    const told =
      "Former trainees who spoke to The Tidings had been let down.\n\nOne described the course as “useless”.";
    expect(last(`${told} They said: “All that you get there is books to read.”`)).toBe(null);
  });

  test("where somebody who is only described has a paragraph in between", () => {
    expect(last(`${above}Meanwhile, the nominee’s love of the pier is old. He has seen it often.${below}`)).toBe(null);
    expect(last(`${above}The nominee’s love of the pier is old. He has seen it often.${below}`)).toBe("Felipe Moor");
    expect(last(`${above}Meanwhile, the pier’s bell is old. He has heard it often.${below}`)).toBe("Felipe Moor");
  });
});

describe("a short name is nobody's for certain", () => {
  test("where another of that name is named before the one who is named more often", () => {
    const text =
      "Carla Moor is expecting a child. Moor, 35, said so on Monday.\n\nTwo years ago Helen Moor ran for mayor. Helen Moor lost, and Helen Moor left.\n\n“We are so glad that it is a girl,” Moor wrote.";
    expect(last(text)).toBe("Moor");
    expect(last(text.replace("Carla Moor is", "Carla Hale is"))).toBe("Helen Moor");
    expect(last(text.replace("Carla Moor is", "Helen Moor is"))).toBe("Helen Moor");
  });
});

describe("an office is not", () => {
  test("that of who holds a lesser one of its name", () => {
    const text = "Vice president Nita Moor came to the pier.\n\n“We shut it for good,” the president said.";
    expect(last(text)).toBe("the president");
    expect(last(text.replace("Vice president", "President"))).toBe("Nita Moor");
  });

  test("what somebody is said not to be", () => {
    const text =
      "Veteran actor Neena Moor asks for work.\n\nNeena feels that she is a singer on stage and not a commercial mainstream actor. “If you do one big film, everybody takes you for that role,” asserts the actor.";
    expect(last(text)).toBe("Neena Moor");
  });
});

describe("nobody is called", () => {
  test("a word that only its sentence gave a capital", () => {
    const text =
      "The art of generative models is old.\n\nGenerative text models, according to AI researcher Dr. John Tarrow, make a list.\n\n“There is a very specific function in it,” he told the Tidings.";
    expect(last(text)).toBe("John Tarrow");
  });

  test("a place, when it is “he”", () => {
    const text =
      "They counted on the North’s neighbor, China, to stop it.\n\n“I prefer the other approach to all of this,” he said.";
    expect(last(text)).toBe(null);
  });
});

test("who spoke last with the same last name was taken for the other, whom the article names more often", () => {
  const text =
    "Ada Moor, the port's director, was not there. Ada Moor is ill.\n\n“It took my nets and my boat,” said Ivo Moor, a fisherman.\n\n“We had no warning at all from the port,” Moor said.";
  expect(last(text)).not.toBe("Ada Moor");
});

test.each(["Moor’s campaign", "The Moor campaign"])("nor by her whose house wrote: %s", (house) => {
  const text = `Hilda Moor runs for mayor. “I like the old pier,” Moor said.\n\n${house} sent out a letter that looked ahead. “We need to make sure that Hilda comes out on top,” the letter said.`;
  expect(last(text)).toBe("the letter");
});

test("what somebody has says nothing, though it has a capital", () => {
  const text =
    "Der Hafenmeister Javo Solane hat viel gesehen. Seine Zuversicht gründet sich auf lange Erfahrung: „Entscheidungen fallen hier immer erst in letzter Minute.“";
  expect(findQuotes(text, { language: "de" }).at(-1)?.speaker?.name).not.toBe("Zuversicht");
});
