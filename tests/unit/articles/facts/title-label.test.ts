import { expect, test } from "vitest";
import { addTitleLabel } from "../../../../src/articles/facts/title-label.ts";
import { findForm } from "../../../../src/delivery/article-form.ts";

test.each([
  ["Opinion: The mayor of Hale is a thief", "opinion"],
  ["Kommentar: Der Pier muss weg", "opinion"],
  ["Guest column – Why I row", "opinion"],
  ["Review: The Drowned Skipper", "review"],
  ["Tribune : il faut sauver la jetée", "opinion"],
])("a headline that says what it is makes its post say so: %s", (title, form) => {
  const categories = addTitleLabel(title, ["Hale"]);
  expect(findForm({ url: "https://hale.example/2031/pier", categories })).toBe(form);
});

test.each(["Hale: the pier is shut", "The pier is shut", "Opinion polls: Lund leads", ":".repeat(200_000)])(
  "any other adds nothing: %s",
  (title) => {
    expect(addTitleLabel(title, ["Hale"])).toEqual(["Hale"]);
  },
);
