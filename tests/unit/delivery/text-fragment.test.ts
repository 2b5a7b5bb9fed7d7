import { expect, test } from "vitest";
import { toTextFragmentUrl } from "../../../src/delivery/text-fragment.ts";
import { fc } from "../../helpers/property.ts";

const URL_OF_PAGE = "https://harbor.example/ferry";

test.each([
  ["We cannot sail", `${URL_OF_PAGE}#:~:text=We%20cannot%20sail`],
  ["a well-kept, quiet & dry place", `${URL_OF_PAGE}#:~:text=a%20well%2Dkept%2C%20quiet%20%26%20dry%20place`],
  ["我们不能开船", `${URL_OF_PAGE}#:~:text=${encodeURIComponent("我们不能开船")}`],
])("a short quote is named whole: %s", (quote, expected) => {
  expect(toTextFragmentUrl(URL_OF_PAGE, quote)).toBe(expected);
});

test("a long quote is named by its first and last words", () => {
  const quote = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
  expect(toTextFragmentUrl(URL_OF_PAGE, quote)).toBe(
    `${URL_OF_PAGE}#:~:text=one%20two%20three%20four%20five,ten%20eleven%20twelve%20thirteen%20fourteen`,
  );
});

test("a quote over two paragraphs is named by the words of its edges, never across the break", () => {
  expect(toTextFragmentUrl(URL_OF_PAGE, "First words here.\n\nLast words there.")).toBe(
    `${URL_OF_PAGE}#:~:text=First%20words%20here.,Last%20words%20there.`,
  );
});

test("a page's own fragment is kept, an earlier directive is not", () => {
  expect(toTextFragmentUrl(`${URL_OF_PAGE}#part`, "sail")).toBe(`${URL_OF_PAGE}#part:~:text=sail`);
  expect(toTextFragmentUrl(`${URL_OF_PAGE}#part:~:text=old`, "sail")).toBe(`${URL_OF_PAGE}#part:~:text=sail`);
});

test("whatever the quote, the link is an address whose terms decode to words of the quote", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }), (quote) => {
      const url = toTextFragmentUrl(URL_OF_PAGE, quote);
      expect(URL.canParse(url)).toBe(true);
      const [, directive] = url.split(":~:text=");
      for (const term of (directive ?? "").split(",").filter((each) => each !== "")) {
        const words = decodeURIComponent(term);
        expect(quote.toWellFormed().replace(/\s+/g, " ")).toContain(words);
      }
    }),
  );
});
