/** Which stretches between marks are taken for quotations where an article's marks are its own style, or are lost. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const found = (text: string) =>
  findQuotes(text, { language: "en" }).map((quote) => [quote.text, quote.speaker?.name ?? null]);

describe("in an article of single marks", () => {
  test("double marks nested in a quotation do not hide all the others", () => {
    const text =
      "‘The lamp is older than the street,’ said Orla Finch, the keeper. ‘Nobody dares to paint it.’\n\n‘My grandfather told me, “Leave it as it is”,’ said Pell Harrow, who sweeps the stairs. ‘So I did.’";
    expect(found(text)).toEqual([
      ["The lamp is older than the street,", "Orla Finch"],
      ["Nobody dares to paint it.", "Orla Finch"],
      ["My grandfather told me, “Leave it as it is”,", "Pell Harrow"],
      ["So I did.", "Pell Harrow"],
    ]);
  });

  test("a quotation that runs over paragraphs is found although only its last one closes", () => {
    const text =
      "Orla Finch read out a letter on the stairs of the town hall on Monday evening, in the rain and without an umbrella, as the council looked on.\n\n‘I have painted what was not mine to paint.\n\n‘I will pay for the white.’\n\n‘She meant it,’ said Pell Harrow.";
    expect(found(text).map(([quote]) => quote)).toEqual([
      "I have painted what was not mine to paint.",
      "I will pay for the white.",
      "She meant it,",
    ]);
  });

  test("apostrophes open and close nothing", () => {
    const text =
      "The keepers’ lamp didn’t go out in the ’60s, and it’s the town’s pride. ‘It’s the last one,’ said Orla Finch.";
    expect(found(text)).toEqual([["It’s the last one,", "Orla Finch"]]);
  });
});

test("in an article of double marks, single ones inside them stay inside", () => {
  const text =
    "“We were told, ‘Wait.’ So we waited,” said Orla Finch.\n\n“They said ‘tomorrow,’ and ‘tomorrow’ came,” Pell Harrow said.";
  expect(found(text).map(([quote]) => quote)).toEqual([
    "We were told, ‘Wait.’ So we waited,",
    "They said ‘tomorrow,’ and ‘tomorrow’ came,",
  ]);
});

test("words opened in mid-sentence and never closed are left out, though the next paragraph opens again", () => {
  const text =
    "According to the port, the crane finally “turned by itself.\n\n“It was the wind and not us,” said Orla Finch, who runs it.";
  expect(found(text)).toEqual([["It was the wind and not us,", "Orla Finch"]]);
});

test("a nickname between marks is part of the name, not a quotation", () => {
  const text =
    "Orla “Lantern” Finch, the keeper, climbed the stairs on Monday.\n\n“I never count the steps,” Finch said. “They would only get more.”";
  expect(found(text)).toEqual([
    ["I never count the steps,", "Orla Finch"],
    ["They would only get more.", "Orla Finch"],
  ]);
});

test("in a script without spaces a mark left open takes only its own sentence along", () => {
  const text = "市长陈伟说：“桥将在五月关闭。”他还说：“没有人会被遗忘。\n\n居民李娜说：“我们等了九年，终于有了桥。”";
  const quotes = findQuotes(text, { language: "zh" }).map((quote) => quote.text);
  expect(quotes).toEqual(["桥将在五月关闭。", "我们等了九年，终于有了桥。"]);
});
