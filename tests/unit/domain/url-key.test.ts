import { expect, test } from "vitest";
import { isSameSite, toPageKey, toUrlKey } from "../../../src/domain/url-key.ts";

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

test.each([
  ["https://www.news.example/1", "http://feeds.news.example/rss", true],
  ["https://news.example/1", "https://news.example.evil.example/1", false],
  ["https://tide.co.uk/1", "https://wire.co.uk/1", false],
  ["https://www.tide.co.uk/1", "https://news.tide.co.uk/1", true],
  ["http://127.0.0.1:8001/a", "http://127.0.0.1:8002/a", false],
  ["http://127.0.0.1:8001/a", "http://127.0.0.1:8001/b", true],
  ["no address", "no address", false],
])("%s and %s are of one site: %s", (one, other, isOne) => {
  expect(isSameSite(one, other)).toBe(isOne);
});
