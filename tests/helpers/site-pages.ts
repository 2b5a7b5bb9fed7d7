/** Made pages of sites without a feed, as sites of different kinds show their news. */

/** Headlines of an invented harbor town, each long enough to be one. */
export const HEADLINES: readonly string[] = [
  "Ferry to Port Halden stops for a week while its engine is mended",
  "Tarnock council votes for a second tram line along the quay",
  "Beavers move into the old lock at Brume and flood two gardens",
  "Library in Corrow stays open at night until the spring exams",
  "Harbor master asks skippers to slow down near the seal bank",
  "Eskel bakers bake the longest loaf of the northern coast",
];

const SLUG = (title: string): string => title.toLowerCase().split(" ").slice(0, 5).join("-");
export const pathOf = (index: number): string => `/2026/11/${SLUG(HEADLINES[index] ?? "")}`;

export const PAGE_URL = "https://quay.example/";
export const urlOf = (index: number): string => new URL(pathOf(index), PAGE_URL).href;
export const ALL_URLS: readonly string[] = HEADLINES.map((_, index) => urlOf(index));

/** What stands around the news of nearly all sites. */
export const NAVIGATION = `<header><a href="/">Quay Post</a><nav><ul>
  <li><a href="/news">News from the coast and the islands</a></li><li><a href="/sport">Sport from around the bay</a></li>
  <li><a href="/opinion">Opinion and letters to the editor</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>`;
export const FOOTER = `<footer><ul><li><a href="/about-us">About us</a></li><li><a href="/privacy">How we keep your data private</a></li>
  <li><a href="/contact-the-newsroom-by-letter">Write a letter to the newsroom</a></li></ul></footer>`;
export const MOST_READ = `<section class="box"><h2>Most read</h2><ol>${[1, 2, 3, 4]
  .map(
    (n) =>
      `<li><h3><a href="/2020/01/an-old-story-number-${n}">An old story that many people read, number ${n}</a></h3></li>`,
  )
  .join("")}</ol></section>`;

export const toPage = (body: string, head = "<title>Quay Post</title>"): string =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${NAVIGATION}<main>${body}</main>${MOST_READ}${FOOTER}</body></html>`;

export const toCard = (index: number, date = ""): string =>
  `<article class="card card-${index}"><a class="picture" href="${pathOf(index)}"><img src="/p${index}.jpg" alt=""></a>
  <h3 class="title"><a href="${pathOf(index)}">${HEADLINES[index]}</a></h3>${date}<p>What happened, in a sentence.</p>
  <a class="more" href="${pathOf(index)}">Read more</a></article>`;

export const CARDS = HEADLINES.map((_, index) => toCard(index)).join("\n");

export const toData = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
