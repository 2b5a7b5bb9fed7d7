/** A day has its date also where the chosen sentences would fill the budget to its last words. */

import { expect, test } from "vitest";
import { createExtractiveSummarizer } from "../../../../src/briefs/extractive/summarize.ts";
import { countWords } from "../../../../src/languages/shared/words.ts";

const TEXT = [
  "The harbor council of Ostrel on Thursday closed the northern pier, whose planks had rotted under the ferry hall for years.",
  "Engineers found forty broken beams below the hall and told the council that no boat may land there before the spring.",
  "The ferry firm moves its two lines to the southern quay, where passengers wait in a tent that the navy has lent.",
  "Traders on the northern side fear for their winter, as every second customer came by boat.",
].join("\n\n");

const summarize = (wordsMax: number, text = TEXT) =>
  createExtractiveSummarizer().summarize(
    {
      title: "Ostrel closes its northern pier",
      text,
      language: "en",
      publishedAt: new Date("2026-11-20T10:00:00Z"),
    },
    [],
    { sentencesMax: 3, wordsMax },
  );
const count = (sentences: readonly { readonly text: string }[]): number =>
  sentences.reduce((sum, { text }) => sum + countWords(text), 0);

test("a third of all days stood without their date, as the sentences had taken every word", async () => {
  const roomy = await summarize(200);
  expect(roomy[0]?.text).toContain("on Thursday (19 November) closed");
  // As many words as these sentences have without the date.
  const tight = count(roomy) - 2;
  const shown = await summarize(tight);
  expect(shown[0]?.text).toContain("on Thursday (19 November) closed");
  expect(count(shown)).toBeLessThanOrEqual(tight);
});

test("a day behind a dateline that is not shown stood without its date", async () => {
  const lead =
    "Ada Moor on Thursday had her second run on the pier of Ostrel in a week, when a boat was pulled from below it.";
  const [first] = await summarize(200, TEXT.replace(/^.*$/m, `NEW OSTREL, Nov. 19 (HNS) - ${lead}`));
  expect(first?.text).toBe(lead.replace("Thursday", "Thursday (19 November)"));
});
