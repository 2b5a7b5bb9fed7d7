/** What is taken off a sentence, and what must stay on it. */

import { describe, expect, test } from "vitest";
import { findInnerConnective, findTrims, toSentence } from "../../../../src/briefs/mending/trim.ts";

const trim = (text: string, language = "en", isFirst = true) => {
  const span = { start: 0, end: text.length };
  return toSentence(text, span, findTrims(text, span, language, isFirst));
};

describe("is taken off", () => {
  test.each([
    ["(CNN)The port opened again on Friday.", "The port opened again on Friday."],
    ["(CNN) -- The port opened again on Friday.", "The port opened again on Friday."],
    ["PORT ELLORY (Reuters) - The port opened again.", "The port opened again."],
    ["Port Ellory, Marland (AP) — The port opened again.", "The port opened again."],
    ["NEW OSTREL, Aug 3 (PTI): The port opened again.", "The port opened again."],
    ["OSTREL, Marland (Harbor Wire) – The port opened again.", "The port opened again."],
    ["(Lisbon) The minister left for talks abroad.", "The minister left for talks abroad."],
    ["OSTREL: The port opened again after a week.", "The port opened again after a week."],
    ["But the mayor refused to sign the deal.", "The mayor refused to sign the deal."],
    ["However, the mayor refused to sign.", "The mayor refused to sign."],
    ["To tackle this pressing problem, a team from Ostrel mended the pier.", "A team from Ostrel mended the pier."],
    ["In response to this wave of thefts, the port shut its gates.", "The port shut its gates."],
    ["In short, the new pier is longer than the old one.", "The new pier is longer than the old one."],
    ["The mayor (pictured) refused to sign it.", "The mayor refused to sign it."],
  ])("%s", (text, expected) => {
    expect(trim(text)).toMatchObject({ text: expected, edited: true });
  });

  test("a French connective", () => {
    expect(trim("Par ailleurs, le maire a signé hier.", "fr").text).toBe("Le maire a signé hier.");
  });
});

describe("stays on", () => {
  test.each([
    "The (small) port opened again on Friday.",
    "But for the rain, the port would have opened.",
    "Still waters run deep in Ostrel.",
    "Andrea Vale: the mayor who refused to sign.",
    "The port said (CNN) was wrong about it.",
  ])("%s", (text) => {
    expect(trim(text)).toMatchObject({ text, edited: false });
  });

  test("a place in brackets further down the article", () => {
    expect(trim("(Lisbon) The minister left for talks.", "en", false).edited).toBe(false);
  });
});

test("a sentence trimmed at its head only is still the article's own characters", () => {
  const text = "(CNN)The port opened again on Friday.";
  const sentence = trim(text);
  expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
});

describe("what answers another sentence, behind the subject", () => {
  const without = (text: string): string => {
    const span = { start: 0, end: text.length };
    const edit = findInnerConnective(text, span, "en");
    return toSentence(text, span, edit === null ? [] : [edit]).text;
  };

  test("is found with both its commas", () => {
    expect(without("The harbor master, however, voted against it.")).toBe("The harbor master voted against it.");
  });

  test.each([
    "The port, however small, opened again on Friday.",
    "“The port, however, is shut,” the mayor said on Friday.",
    "After the storm, the port, however, opened again.",
  ])("is not: %s", (text) => {
    expect(without(text)).toBe(text);
  });
});
