/** Commands in the bot's own texts become mentions one can press; addresses, links and strangers' words stay as they are. */

import { expect, test } from "vitest";
import { linkCommands, linkMessage } from "../../../../src/platforms/discord/command-links.ts";

const IDS = new Map([
  ["search", "11"],
  ["edit", "22"],
]);

test.each([
  ["/search finds it.", "</search:11> finds it."],
  ["Use “/edit 1 digest:weekly”, then /search.", "Use “</edit:22> 1 digest:weekly”, then </search:11>."],
  ["https://news.example/search and/search", "https://news.example/search and/search"],
  ["[/search](https://news.example/search)", "[/search](https://news.example/search)"],
  ["/searching /weather /search:x", "/searching /weather /search:x"],
])("%j is shown as %j", (text, shown) => {
  expect(linkCommands(text, IDS, 2000)).toBe(shown);
});

test("what would grow too long stays, and so does an outlet's text", () => {
  expect(linkCommands("/search", IDS, 10)).toBe("/search");
  const embeds = [{ description: "/search" }, { description: "/search", author: { name: "Harbor Wire" } }];
  const linked = linkMessage({ content: "/edit", embeds }, IDS);
  expect(linked).toEqual({ content: "</edit:22>", embeds: [{ description: "</search:11>" }, embeds[1]] });
});
