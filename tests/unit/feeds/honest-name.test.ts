import { expect, test } from "vitest";
import { toHonestName } from "../../../src/feeds/honest-name.ts";
import { buildFeed } from "../../helpers/build.ts";

const FEEDS = [
  buildFeed({
    title: "Harbor Wire",
    url: "https://feeds.wire.example/all.xml",
    homepage: "https://harbor-wire.example/",
  }),
];

test.each([
  ["https://evil.example/1", "Harbor Wire", "evil.example"],
  ["https://www.evil.example/1", "The  HARBOR wire", "evil.example"],
  ["https://harbor-wire.example.evil.example/1", "Harbor Wire", "harbor-wire.example.evil.example"],
  ["https://harbor-wire.example/1", "Harbor Wire", "Harbor Wire"],
  ["https://news.harbor-wire.example/1", "Harbor Wire", "Harbor Wire"],
  ["https://feeds.wire.example/x.xml", "Harbor Wire", "Harbor Wire"],
  ["https://evil.example/1", "Harbor Wire Fans", "Harbor Wire Fans"],
  ["no address", "Harbor Wire", "Harbor Wire"],
])("at %s what calls itself “%s” is called “%s”", (url, name, shown) => {
  expect(toHonestName(name, url, FEEDS)).toBe(shown);
});

test("a name that only an added feed has is nobody's", () => {
  const added = [buildFeed({ title: "Tide Daily", origin: "added" })];
  expect(toHonestName("Tide Daily", "https://evil.example/1", added)).toBe("Tide Daily");
});
