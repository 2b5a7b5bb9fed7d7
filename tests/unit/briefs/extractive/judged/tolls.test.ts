/** How many died is told with the disaster. */

import { expect, test } from "vitest";
import { createExtractiveSummarizer } from "../../../../../src/briefs/extractive/summarize.ts";
import { SUMMARY_BUDGET } from "../../../../../src/domain/article.ts";

const TOLL = "Police later said at least 14 people were killed and more than 20 injured.";

async function tell(toll: string): Promise<string> {
  const text = [
    "Riders have described scenes of panic inside and outside the Hale ferry hall after gunshots rang out in the heart of the old harbor of Varen.",
    "The shooting began shortly after Joris Venn, a pilot and a student of the harbor school, came to sit his last exam. It was just him and the teacher in the small room, he said. Both of them froze, unsure what to do.",
    "Venn locked the door and the two put up a barricade, frantically shoving tables, chairs and anything else they could find against it.",
    "“I think the shooter went from the inside of the hall to the roof, where he was shooting at people outside,” he said.",
    "Several pictures showed what appeared to be riders crouching on a ledge near the roof of the hall, seemingly attempting to hide.",
    toll,
    "Soon after the barricade was in place, Venn said he heard someone trying to open the door of the room he was in. “We locked our door just five minutes before he tried to open it,” he said.",
  ].join("\n\n");
  const title = "Riders describe scenes of panic as Varen gunman roamed ferry hall";
  const article = { title, text, language: "en", publishedAt: new Date("2031-11-18T12:00:00Z") };
  const sentences = await createExtractiveSummarizer().summarize(article, [], SUMMARY_BUDGET);
  return sentences.map((sentence) => sentence.text).join(" | ");
}

test("how many died is told, though it stands far down and is said plainly", async () => {
  expect(await tell(TOLL)).toContain(TOLL);
});

test("but not how many died another time", async () => {
  expect(await tell("In 2011 a fire killed nine people on the pier.")).not.toContain("2011");
});
