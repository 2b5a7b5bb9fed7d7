/** Which addresses are taken for pictures of an article. */

import { expect, test } from "vitest";
import { choosePicture, isPictureOfArticle } from "../../../../src/domain/pictures/picture.ts";

const SITE = "https://quayside.example";

test.each([
  "/2031/03/harbor-fire.jpg",
  "/images/ferry%20at%20dawn.webp?w=1200&h=630",
  "/media/EkX12_abc",
  "/cms/bridge-1024x576.png",
  "/img/iconic-lighthouse.jpg",
  "/uploads/Statistics-office.jpg",
  "/fotos/Straße-im-Schnee.avif",
])("%s is one", (path) => {
  expect(isPictureOfArticle({ url: `${SITE}${path}` })).toBe(true);
});

test.each([
  "/pixel.gif",
  "/t/1x1.gif?u=abc",
  "/spacer.png",
  "/img/logo.png",
  "/theme/siteLogo_2.png",
  "/assets/logo-dark@2x.png",
  "/users/avatar/ilan.jpg",
  "/author/ilan-korr.jpg",
  "/emoji/1f600.png",
  "/share-button.png",
  "/images/default-image.jpg",
  "/apple-touch-icon.png",
  "/crest.svg",
  "/favicon.ico",
  "/podcast/episode.mp3",
  "/photo-32x32.jpg",
  "/top-728x90.jpg",
  "/resize?w=16&h=16",
  "/stats/open.gif",
])("%s is none", (path) => {
  expect(isPictureOfArticle({ url: `${SITE}${path}` })).toBe(false);
});

test.each([
  "https://feeds.feedburner.com/~r/quayside/~4/abc",
  "https://pixel.quayside.example/a.jpg",
  "https://stats1.cdn.quayside.example/a.jpg",
  "https://secure.gravatar.com/a/1.jpg",
  "https://ssl-vg03.met.vgwort.de/na/0123",
  "data:image/png;base64,AAAA",
  "javascript:alert(1)",
  "ftp://quayside.example/a.jpg",
])("%s is none", (url) => {
  expect(isPictureOfArticle({ url })).toBe(false);
});

test("declared sizes and kinds are heeded", () => {
  const url = `${SITE}/a.jpg`;
  expect(isPictureOfArticle({ url, width: 1, height: 1 })).toBe(false);
  expect(isPictureOfArticle({ url, width: 64, height: 64 })).toBe(false);
  expect(isPictureOfArticle({ url, width: 970, height: 90 })).toBe(false);
  expect(isPictureOfArticle({ url, width: 240, height: 135 })).toBe(true);
  expect(isPictureOfArticle({ url, type: "image/svg+xml" })).toBe(false);
  expect(isPictureOfArticle({ url, type: "video/mp4" })).toBe(false);
  expect(isPictureOfArticle({ url, type: "image/jpeg; q=1" })).toBe(true);
});

test("the widest is chosen that platforms take; the first where widths are unknown", () => {
  const of = (name: string, width: number | null) => ({ url: `${SITE}/${name}.jpg`, width });
  expect(choosePicture([of("small", 140), of("large", 1200), of("print", 6000)])).toBe(`${SITE}/large.jpg`);
  expect(choosePicture([of("one", null), of("two", null)])).toBe(`${SITE}/one.jpg`);
  expect(choosePicture([of("logo", 600)])).toBeNull();
});
