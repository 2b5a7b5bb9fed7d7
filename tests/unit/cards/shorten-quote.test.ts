/** Long quotes are shortened by meaning: whole sentences or clauses of the quote itself, and a mark where something is missing. */

import { describe, expect, test } from "vitest";
import { LEFT_OUT, listShortened } from "../../../src/cards/shorten-quote.ts";

const shorten = (text: string, language = "en"): readonly string[] => [...listShortened(text, language)];

describe("what may stand for a long quote", () => {
  test("the quote itself goes first, then its sentences from the beginning, the most of them first", () => {
    const text = "The pier is closed. We open it in May. The ferry sails from the old quay.";
    expect(shorten(text).slice(0, 3)).toEqual([
      text,
      `The pier is closed. We open it in May. ${LEFT_OUT}`,
      `The pier is closed. ${LEFT_OUT}`,
    ]);
  });

  test("a sentence that the next one takes back does not stand without it", () => {
    const text = "We will close the school. But only if the council sells the land. Nobody wants that.";
    expect(shorten(text)).not.toContain(`We will close the school. ${LEFT_OUT}`);
    const german = "Wir schließen die Schule. Aber nur, wenn der Rat das Gelände verkauft. Das will niemand.";
    expect(shorten(german, "de")).not.toContain(`Wir schließen die Schule. ${LEFT_OUT}`);
  });

  test("one long sentence ends at a clause", () => {
    const text =
      "The harbor of the old town will be open to every ferry in May; the islands get their library ship back in June";
    expect(shorten(text)).toContain(`The harbor of the old town will be open to every ferry in May ${LEFT_OUT}`);
  });

  test.each([
    "He took every coin out of the harbor office, unless the clerk who told us so was lying to the whole council",
    "The mayor has promised us a new pier three times, but nobody in this town believes a word of it",
    "The engine will surely come from Kesten by train, if the line is ever opened again by those who closed it",
    "The engine will surely come from Kesten by train, which is not what anybody in the harbor office believes",
  ])("no clause is left out that denies or limits what stands before: %s", (text) => {
    expect(shorten(text)).toEqual([text]);
  });

  test("where a language's words for denying are not known, commas part nothing", () => {
    const text =
      "Pelabuhan kota tua akan dibuka untuk semua feri pada bulan Mei, dan pulau mendapat kapal perpustakaan";
    expect(shorten(text, "id")).toEqual([text]);
  });

  test("brackets and marks opened in the part shown are closed in it", () => {
    const text =
      "The engine (it comes from Kesten. By train, they say. Or by road) is late. We wait for it all the same.";
    for (const each of shorten(text).slice(1)) {
      expect((each.match(/\(/g) ?? []).length).toBe((each.match(/\)/g) ?? []).length);
    }
  });

  test("sentences of scripts without spaces are sentences too", () => {
    const text = "港口需要一台新发动机。图书馆的船明年春天就要开到岛上去。我们等待渡轮。";
    expect(shorten(text, "zh")[1]).toBe(`港口需要一台新发动机。图书馆的船明年春天就要开到岛上去。 ${LEFT_OUT}`);
  });

  test("everything but the mark stands in the quote as it is", () => {
    const texts = [
      [
        "en",
        "We waited, as we said we would, for three months; the engine came in May. Nobody thanked us. Dr. Moor did.",
      ],
      ["fr", "Le bac est là ; le port aussi. Nous attendons le moteur. Mais personne ne vient."],
      ["ar", "كانت هذه السفينة تنقل الإسمنت؛ واليوم تنقل الكتب إلى الجزر. ننتظر المحرك منذ ثلاثة أشهر."],
    ] as const;
    for (const [language, text] of texts) {
      for (const each of shorten(text, language)) {
        const shown = each.replace(LEFT_OUT, "").trimEnd();
        expect(text.startsWith(shown)).toBe(true);
        expect(each === text || each.endsWith(LEFT_OUT)).toBe(true);
      }
    }
  });
});
