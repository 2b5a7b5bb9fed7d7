/** Who hears words, is told them, gets them or reads them out is not their speaker; who does so and then speaks is. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakerOf = (text: string, language = "en") =>
  findQuotes(text, { language }).find((quote) => quote.text.includes("boat"))?.speaker?.name ?? null;

describe("a hearer or reader is no speaker", () => {
  test.each([
    ["en", "Ada Moor heard a man shout on Tuesday: “Nobody leaves this boat alive.”"],
    ["en", "“Nobody leaves this boat alive,” Ada Moor heard a man say."],
    ["en", "Ada Moor watched as the man shouted, “Nobody leaves this boat alive.”"],
    ["en", "Ada Moor was told: “Nobody leaves this boat alive.”"],
    ["en", "Ada Moor remembers being told, “Nobody leaves this boat alive.”"],
    ["en", "Ada Moor received a text that read: “Nobody leaves this boat alive.”"],
    ["en", "Ada Moor held up a sign that read: “Nobody leaves this boat alive.”"],
    ["en", "Ada Moor read out a message that Joss Hale had sent: “Nobody leaves this boat alive.”"],
    ["en", "“Nobody leaves this boat alive,” Ada Moor read from a letter."],
    ["en", "Ada Moor quoted her teacher as saying, “Nobody leaves this boat alive.”"],
    ["en", "Ada Moor heard cries of “nobody leaves this boat alive” as she left."],
    ["de", "Ada Moor hörte einen Mann rufen: „Das boat verlässt hier niemand lebend.“"],
    ["de", "Ada Moor las eine Nachricht von Joss Hale vor: „Das boat verlässt hier niemand lebend.“"],
    ["fr", "Ada Moor a entendu un homme crier : « Personne ne quitte ce boat vivant. »"],
    ["es", "Ada Moor oyó a un hombre gritar: “Nadie sale vivo de este boat de pesca”."],
  ])("%s: %s", (language, text) => {
    expect(speakerOf(text, language)).not.toBe("Ada Moor");
  });
});

describe("still the speaker", () => {
  test.each([
    ["Ada Moor heard the news and said: “Nobody leaves this boat alive.”"],
    ["“Nobody leaves this boat alive,” Ada Moor said when she was told of it."],
    ["Ada Moor sent him a text that read: “Nobody leaves this boat alive.”"],
    ["Ada Moor, who heard a man shout, said: “Nobody leaves this boat alive.”"],
    ["Ada Moor read the report. “Nobody leaves this boat alive,” she said."],
    ["When she heard him shout, Ada Moor said, “Nobody leaves this boat alive.”"],
  ])("%s", (text) => {
    expect(speakerOf(text)).toBe("Ada Moor");
  });

  test("who is heard by name", () => {
    expect(speakerOf("Ada Moor heard Joss Hale shout: “Nobody leaves this boat alive.”")).toBe("Joss Hale");
  });
});
