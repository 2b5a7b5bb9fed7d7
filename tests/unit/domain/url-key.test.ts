import { expect, test } from "vitest";
import { toPageKey, toUrlKey } from "../../../src/domain/url-key.ts";

test.each([
  "https://news.example/feed",
  "http://news.example/feed",
  "https://www.news.example/feed/",
  " HTTPS://News.Example:443/feed#top",
  "https://news.example./feed?utm_source=rss&utm_medium=x",
])("%s is one form of an address", (url) => {
  expect(toUrlKey(url)).toBe("news.example/feed");
});

test.each([
  ["https://news.example/Feed", "news.example/Feed"],
  ["https://news.example:8443/feed", "news.example:8443/feed"],
  ["https://news.example/feed?a=%20b&utm_id=1", "news.example/feed?a=+b"],
  ["https://news.example/feed?a=%20b", "news.example/feed?a=%20b"],
  ["https://wwww.example", "wwww.example"],
  ["https://www.example/", "example"],
  ["no address", "no address"],
])("%s is another: %s", (url, key) => {
  expect(toUrlKey(url)).toBe(key);
});

test.each([
  ["https://www.news.example/a/?utm_source=x&b=1&fbclid=y#:~:text=words", "news.example/a?b=1"],
  ["http://news.example/#!/a:~:text=words", "news.example/#!/a"],
  ["no address", "no address"],
])("the page at %s is %s", (url, key) => {
  expect(toPageKey(url)).toBe(key);
});
