/** Names and roles in the fullest form that an article surely gives. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const read = (text: string, language = "en") =>
  findQuotes(text, { language }).map(({ speaker }) => [speaker?.name ?? null, speaker?.role ?? null]);

describe("a half-named speaker", () => {
  test("whose two last names end one longer name", () => {
    const text = "Kathleen Hawk Tallow will lead the harbor. “We will hire more pilots this year,” Hawk Tallow said.";
    expect(read(text)).toEqual([["Kathleen Hawk Tallow", null]]);
  });

  test("stays half-named where two longer names end so", () => {
    const text =
      "Kathleen Hawk Tallow and Jessica Hawk Tallow will lead the harbor. “We will hire more pilots,” Hawk Tallow said.";
    expect(read(text)[0]?.[0]).toBe("Hawk Tallow");
  });

  test("whose first name stands in brackets", () => {
    const text = "Coach (Frank) Tallow praised the crew. “We wanted to win the race for the town,” Tallow said.";
    expect(read(text)[0]?.[0]).toBe("Frank Tallow");
  });

  test("is a house whose name goes on as it began", () => {
    const text = "“We will sail again in May,” the Federation of Tide Mills of Varen said in a statement.";
    expect(read(text)[0]?.[0]).toBe("Federation of Tide Mills of Varen");
  });

  test("is the one studio that was reported", () => {
    const text =
      "Hale Games made a ferry game, Tarl Records its songs, and files of it leaked. “We are sad about it,” Hale Games wrote.\n\n“We have looked after each other for a week,” the studio wrote.";
    expect(read(text).at(-1)?.[0]).toBe("Hale Games");
  });
});

describe("a role", () => {
  test("with whom somebody works for behind a comma", () => {
    const text = "“We saw the boats arrive one by one,” said Paul Tallow, senior director of engineering, Varen Cloud.";
    expect(read(text)).toEqual([["Paul Tallow", "senior director of engineering, Varen Cloud"]]);
  });

  test("ends before the next name", () => {
    const text =
      "“We saw the boats arrive one by one,” said Paul Tallow, director of engineering, Anna Moor and others.";
    expect(read(text)[0]?.[1]).not.toContain("Anna");
  });

  test("that a sentence of its own tells", () => {
    const text =
      "Josh Tallow is a professor of engineering at the University of Varen. “The air is worse than we thought,” Tallow said.";
    expect(read(text)).toEqual([["Josh Tallow", "a professor of engineering at the University of Varen"]]);
  });

  test("is not what somebody is called in passing", () => {
    expect(read("Josh Tallow is a fighter. “The air is worse than we thought,” Tallow said.")[0]?.[1]).toBeNull();
  });

  test("begins behind the country somebody was sent to", () => {
    const text =
      "The former special envoy to Norway Kurt Tallow shifted his account. “I think all of us thought it was wrong,” Tallow said.";
    expect(read(text)[0]?.[0]).toBe("Kurt Tallow");
  });
});

test("the place of an office is no part of the name behind it", () => {
  const text = "Another diplomat, former envoy to Norway Paul Tallow, spoke. “It was a mistake,” Tallow said.";
  expect(read(text)[0]?.[0]).toBe("Paul Tallow");
});

test("a pronoun means who acts in the sentence, though an aside between dashes explains him", () => {
  const text =
    "Walter Moor says to save. Many people do so.\n\nTommy — who only goes by his first name — retired nearly 10 years ago at age 51, after a career at sea. He never earned a large salary, but focused on saving, he wrote. One of his regrets? Not selling his boat before.\n\n“So much of a great retirement is in the mind. Being free adds another level of freedom,” he wrote.";
  expect(read(text)[0]?.[0]).toBe("Tommy");
});

test("an office in capitals is held by the name behind its comma", () => {
  const text = "The U.S. Attorney for the District of Varen, Paul Tallow Jr., said: “The threat was taken seriously.”";
  expect(read(text)).toEqual([["Paul Tallow Jr.", "U.S. Attorney for the District of Varen"]]);
});
