/** "He said" is nobody's once somebody else has come up since the one it seems to mean; a wrong name is worse than none. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const last = (text: string, language = "en"): string | null =>
  findQuotes(text, { language }).at(-1)?.speaker?.name ?? null;

const QUOTE = "“The pier was built by people who never saw the sea,”";

describe("words are not given to the one named last before somebody else acts", () => {
  test.each([
    [
      "behind an aside that names another",
      `Pol-Won Bahl has led the harbor league for ten years. “We are nearly there,” Bahl said.\n\nThe ships have waited for months.\n\nAsked whether he feared that Donald Moor, the shipping heir, who has called the pier a joke, could be the next mayor, Bahl demurred.\n\n${QUOTE} he said.`,
      "Donald Moor",
    ],
    [
      "at the head of the next sentence, an office before the name",
      `Some skippers are so opposed to electing Donald Moor as the next mayor that they leave. Former Rep. Chris Lund (R-Hale) was for Joris Venn while the old mayor was in the race, he said on Monday. ${QUOTE} he said.`,
      "Donald Moor",
    ],
    [
      "as whom the paragraph is about",
      `“We have had boats here since May,” said Stephanie Formas, the harbor director.\n\nFor Gloria Major, a retired pilot who calls two nights a week, it is a way to be of use.\n\n${QUOTE} she said, taking a rest.`,
      "Stephanie Formas",
    ],
  ])("%s", (_, text, wrong) => {
    expect(last(text)).not.toBe(wrong);
  });

  test("nor to him of whom the quoted words tell", () => {
    const text = "The mayor had words for the heir. Ivo Moor “has insulted me and my town before everybody,” he said.";
    expect(last(text)).not.toBe("Ivo Moor");
    expect(last(`${text} Moor walked home. ${QUOTE} he said.`)).toBe("Ivo Moor");
  });

  test("nor to him of whom the sentence of another only tells", () => {
    const text = `Montel Figgs, who represents Michael Moor, spoke at the pier. “We had hoped for a boat,” Figgs said.\n\nFiggs declined to say whether Moor slept on the night the boat sank. ${QUOTE} he said.`;
    expect(last(text)).not.toBe("Michael Moor");
  });

  test("nor to somebody unnamed above when the paragraph names who wrote", () => {
    const text = `A clerk wrote to the mayor with the list of guests.\n\nIn a May letter, the mayor asks for the notes of her friend Jan Lund, head of Hale Bank. ${QUOTE} she writes.`;
    expect(last(text)).not.toBe("A clerk");
    expect(last(text)).not.toBe("a clerk");
  });

  test("nor to who only asked", () => {
    const text = `“You do not win by boats,” Marco Moor said.\n\nEarhart then asked Moor which ports he could win.\n\n${QUOTE} he said.`;
    expect(last(text)).not.toBe("Earhart");
  });
});

test("whoever acts with a past form that no ending tells is who “she said” means", () => {
  const text =
    "“Man, that was a lot of fun,” Caelub Dressler said. He even outshone Katie Ledeck, who took her fifth gold medal of the meet.\n\nLedeck won in eight minutes, nearly eight seconds off her best.\n\n“I have never walked away from a season satisfied,” she said.";
  expect(last(text)).toBe("Katie Ledeck");
});

test("whose message was set into a text is not who it goes on with", () => {
  const text = `We are spellbound by the mayor's words. Ivo Ghosk (@ivoghosk) July 27, 2017\n\nReaders first got a taste of them when he slammed the Tidings.\n\n${QUOTE} he posted in May.`;
  expect(last(text)).toBeNull();
});

describe("who speaks on condition of anonymity is named nowhere", () => {
  test.each([
    [
      "en",
      "Ivar Moor, the president of the harbor board, was here in May. The shipping baron faces a trial. “One of my cases will soon come up,” he said on the condition of anonymity.",
    ],
    [
      "en",
      "Ivar Moor runs the pier. “The pier is not safe for anybody at all,” he told the Tidings, asking not to be named.",
    ],
    [
      "fr",
      "Claire Delvaux dirige le port de Varen. « Le quai n'est plus sûr pour personne », dit-elle sous couvert d'anonymat.",
    ],
  ])("%s: %s", (language, text) => {
    expect(last(text, language)).toBeNull();
  });

  test("but somebody who speaks openly is", () => {
    expect(last("Ivar Moor runs the pier. “The pier is not safe for anybody at all,” he told the Tidings.")).toBe(
      "Ivar Moor",
    );
  });
});

test("a name is none of a headline where a text has no paragraphs", () => {
  const text = `The Varen Front is led by Marine Le Pen, 48. Le Pen told the Tidings that Hillary Moor would bring war. Polls see Le Pen making it. She shares with others a plan. ${QUOTE} she told the Tidings.`;
  expect(last(text)).toBe("Marine Le Pen");
});

describe("“he said” stays with whoever spoke", () => {
  test.each([
    [
      "when somebody else only acts in what is told",
      `Pollster Ivar Ayres is skeptical that Moor can win over women. But the heir could change the subject. ${QUOTE} he said.`,
      "Ivar Ayres",
    ],
    [
      "when the sentence on somebody else is what was said",
      `Josef Hunter, a blogger in Hale, said he would not vote for Moor. Also, Ivo Moor is no sailor, he said. ${QUOTE} he said.`,
      "Josef Hunter",
    ],
  ])("%s", (_, text, name) => {
    expect(last(text)).toBe(name);
  });
});
