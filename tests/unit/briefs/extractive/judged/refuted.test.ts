import { describe, expect, test } from "vitest";
import { createExtractiveSummarizer } from "../../../../../src/briefs/extractive/summarize.ts";
import { SUMMARY_BUDGET } from "../../../../../src/domain/article.ts";

async function tell(title: string, paragraphs: readonly string[], language = "en"): Promise<string> {
  const article = { title, text: paragraphs.join("\n\n"), language, publishedAt: new Date("2031-11-18T12:00:00Z") };
  const sentences = await createExtractiveSummarizer().summarize(article, [], SUMMARY_BUDGET);
  return sentences.map(({ text }) => text).join(" | ");
}

const REST =
  "The pier belongs to the town of Hale, which has kept it since 1904, the harbor office said in a letter to the council.";

describe("a claim that the page refutes is not told as fact", () => {
  test.each([
    [
      "en",
      "CLAIM: The Hale pier was sold to Tarvia in October for a crown.",
      "ASSESSMENT: False. Nobody has sold a pier.",
    ],
    ["en", "Claim: The Hale pier was sold to Tarvia in October for a crown.", "Rating: False"],
    ["en", "Myth: The Hale pier was sold to Tarvia in October. Fact: It was not.", "It was painted in October."],
    ["en", "Rumor #2: The Hale pier was sold to Tarvia in October for a crown.", "Verdict: Mostly false."],
    [
      "en",
      "The Hale pier was sold to Tarvia on Monday. The mayor signed the deal.",
      "All of this is false, Hale says.",
    ],
    ["en", "The Hale pier was sold to Tarvia on Monday. The mayor signed.", "None of this is true."],
    ["en", "The Hale pier was sold to Tarvia, forty thousand people read.", "The report was false."],
    ["en", "The Hale pier was sold to Tarvia on Monday.", "Or so he told the harbor office. It was painted."],
    ["en", "The Hale pier was sold to Tarvia on Monday.", "That, at least, was the story that went around."],
    ["en", "Early reports said the pier was sold to Tarvia.", "Both reports proved untrue, Hale said."],
    ["en", "The Hale pier was sold to Tarvia, Bo Lund said.", "The boy has since admitted that he made it up."],
    ["fr", "La jetée de Halle a été vendue lundi (sold).", "C'est du moins ce que raconte le port. Tout est faux."],
    ["de", "Behauptung: Der Pier von Hale wurde an Tarvia verkauft.", "Bewertung: Falsch. Er gehört der Stadt."],
    ["de", "Der Pier wurde am Montag an Tarvia verkauft (sold).", "Nichts davon ist wahr."],
    ["fr", "La jetée de Halle a été vendue lundi à la Tarvie (sold).", "Tout cela est faux."],
    ["es", "El muelle de Hale fue vendido el lunes a Tarvia (sold).", "Nada de esto es cierto."],
  ])("%s: %s %s", async (language, claim, verdict) => {
    const told = await tell("Hale pier", [claim, verdict, REST], language);
    expect(told).not.toMatch(/sold to|verkauft|sold\)/u);
    expect(told).toContain("1904");
  });

  test("nor when the line before says so", async () => {
    const told = await tell("Hale pier", ["What was claimed", "The Hale pier was sold to Tarvia in October.", REST]);
    expect(told).not.toContain("sold to Tarvia");
  });
});

test.each([
  ["The Hale pier was sold to Tarvia on Monday, the council said.", "The price was wrong in an earlier notice."],
  [
    "The Hale pier was sold to Tarvia on Monday, the council said.",
    "It was a lie that cost the last mayor his office.",
  ],
  ["Claims: the Hale pier was sold to Tarvia for what insurers call a fair sum.", "They will pay in spring."],
])("what nobody refutes is told: %s %s", async (claim, next) => {
  const told = await tell("Hale pier sold to Tarvia", [claim, next, REST]);
  expect(told).toContain("sold to Tarvia");
});

test("a verdict is looked for in one endless word, in linear time", async () => {
  await expect(tell("Hale pier", [`Claim: ${"a".repeat(150_000)}`, REST])).resolves.not.toContain("aaaa");
});
