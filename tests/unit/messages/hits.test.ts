import { expect, test } from "vitest";
import { splitAtHits, toHitWords } from "../../../src/messages/hits.ts";
import { parseSearch } from "../../../src/typed/search-text.ts";
import { fc } from "../../helpers/property.ts";

const mark = (text: string, search: string): string =>
  splitAtHits(text, toHitWords(parseSearch(search), [text], "en"))
    .map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text))
    .join("");

test.each([
  ["The ferry to Łódź", "lodz ferry", "The [ferry] to [Łódź]"],
  ["New FERRIES and a ferry", "ferry", "New [FERRIES] and a [ferry]"],
  ["It is an IT firm of the US, not us", "IT US", "It is an [IT] firm of the [US], not us"],
  ["in Katowice, Katowicach", "katowic*", "in [Katowice], [Katowicach]"],
  ["ferryman and ferry", "ferry", "ferryman and [ferry]"],
  ["the port authority said", '"port authority"', "the [port authority] said"],
  ["the harbor of the Harbor-Toll, a toll", '"harbor toll"', "the harbor of the [Harbor-Toll], a toll"],
  ["send e-mail, not mail", "e-mail", "send [e-mail], not mail"],
  ["new harbor toll road", '"harbor toll" "toll road"', "new [harbor toll road]"],
  ["no football here", "here -football", "no football [here]"],
  ["北京市の図書館", "図書館", "北京市の[図書館]"],
  ["図書室と2026年の図書館", '"図書館" 2026', "図書室と[2026]年の[図書館]"],
  ["nothing", "else", "nothing"],
  ["", "ferry", ""],
])("in %s the words of %s are marked", (text, search, expected) => {
  expect(mark(text, search)).toBe(expected);
});

test("nothing is lost or changed, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (text, search) => {
      const pieces = splitAtHits(text, toHitWords(parseSearch(search), [text], "en"));
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    }),
  );
});

test("a text full of hits is marked a few times", () => {
  expect(splitAtHits("ferry ".repeat(500), ["ferry"]).filter((piece) => piece.isHit)).toHaveLength(8);
});
