/** Which quotes say all of themselves: those are shown though one is a little less sure of them. */

import { describe, expect, test } from "vitest";
import type { Quote, Speaker } from "../../../../src/domain/article.ts";
import { standsAlone } from "../../../../src/quotes/choosing/stands-alone.ts";
import { toWorthContext } from "../../../../src/quotes/choosing/worth-context.ts";

function judge(text: string, { behind = "” Nell Orr said.", language = "en", kind = "person" } = {}): boolean {
  const start = 1;
  const speaker: Speaker = {
    mention: "Nell Orr",
    start: 0,
    end: 1,
    name: "Nell Orr",
    role: null,
    kind: kind as Speaker["kind"],
  };
  const end = start + text.length;
  const cue = { text: "said", start: end + 1, end: end + 5 };
  const quote: Quote = { text, start, end, type: "direct", speaker, cue, group: 0 };
  return standsAlone(
    quote,
    toWorthContext([quote], { headline: "Pier closes", text: `“${text}${behind}`, language, sentences: [] }),
  );
}

describe("a quote stands alone", () => {
  test.each([
    ["en", "A ferry is a bridge that takes its time,"],
    ["en", "My aunt said he would never sell the boat,"],
    ["en", "It is hard to find people who can repair a ferry,"],
    ["de", "Wir legen den Hafen nicht wegen einer Welle still"],
    ["es", "Las barcas se arreglan; la confianza, no"],
    ["fr", "Notre voisin n’a rien contre les mouettes"],
  ])("(%s) %s", (language, text) => {
    expect(judge(text, { language, behind: "”, Nell Orr." })).toBe(true);
  });

  test("though its script has no capitals and does not part words", () => {
    expect(
      judge("船の廃止の日、子どもに船はどこへ行くのかと聞かれた", { language: "ja", behind: "」と話した。" }),
    ).toBe(true);
  });
});

describe("a quote does not stand alone", () => {
  test.each([
    ["of few words", "We shall see,"],
    ["that repeats itself", "Oh no. Oh no, oh no. Oh no, oh no."],
    ["with a pronoun before anybody it may stand for", "The whole town knows he never wanted a boat,"],
    ["that opens on a thing not named", "It moved in the middle of the night,"],
    ["in a place nobody named", "We have waited over there since the morning,"],
    ["that adds to what was said", "We also want a longer pier for the boats,"],
    ["that asks", "Can we have a longer pier for our boats?"],
    ["that opens in the middle of a sentence", "a longer pier for the boats of our children,"],
  ])("%s: %s", (_, text) => {
    expect(judge(text)).toBe(false);
  });

  test("when its sentence goes on behind the marks", () => {
    expect(judge("How strange that the old pier", { behind: "” should be sold, Nell Orr said." })).toBe(false);
  });

  test("when nobody is named for it", () => {
    expect(judge("A ferry is a bridge that takes its time,", { kind: "unnamed" })).toBe(false);
  });
});
