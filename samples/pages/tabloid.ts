/** The Karnseer Tagblatt's pages: German, teasers between the paragraphs, microdata, an agency line under the text. */

import {
  escapeHtml,
  type Furniture,
  type PageInput,
  toBody,
  toInline,
  toLinks,
  toScriptJson,
  toTime,
} from "../markup.ts";

const FURNITURE: Furniture = {
  see: (text) => `<p class="see-also"><b>Siehe auch:</b> <a href="#">${toInline(text)}</a></p>`,
  more: (text) =>
    `<div class="teaser-inline"><span class="kicker">Mehr zum Thema</span><a href="#">${toInline(text)}</a></div>`,
  ad: (text) => `<div class="anzeige"><small>Anzeige</small> ${toInline(text)}</div>`,
  newsletter: (text) =>
    `<div class="newsletter-box"><h4>Newsletter</h4><p>${toInline(text)}</p><button>Jetzt anmelden</button></div>`,
};

export function toTabloidPage(page: PageInput): string {
  const { article, outlet } = page;
  const facts = {
    "@context": "https://schema.org",
    "@graph": [
      { "@type": "Organization", name: outlet.title },
      {
        "@type": "NewsArticle",
        headline: article.title,
        datePublished: page.publishedAt.toISOString(),
        inLanguage: "de",
      },
    ],
  };
  return `<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="${article.charset}">
<title>${escapeHtml(article.title)} - ${escapeHtml(outlet.title)}</title>
<meta property="og:site_name" content="${escapeHtml(outlet.title)}">
<link rel="canonical" href="${escapeHtml(page.url)}">
<script type="application/ld+json">${toScriptJson(facts)}</script>
</head>
<body>
<div class="cookie-layer"><p>Wir brauchen Ihre Zustimmung. „Alle akzeptieren“ erlaubt uns und 180 Partnern die Nutzung Ihrer Daten.</p><button>Alle akzeptieren</button></div>
<header><a href="${escapeHtml(page.homepage)}">${escapeHtml(outlet.title)}</a> <span>${escapeHtml(outlet.tagline)}</span>
<nav><a href="#">Stadt</a> <a href="#">Region</a> <a href="#">Sport</a> <a href="#">Kultur</a> <a href="#">E-Paper</a> <a href="#">Abo</a></nav></header>
<div class="breaking">Eilmeldung: <a href="${escapeHtml(page.others[0]?.url ?? "#")}">${escapeHtml(page.others[0]?.title ?? "")}</a></div>
<article itemscope itemtype="https://schema.org/NewsArticle">
<span class="dachzeile">${escapeHtml(article.topics[0] ?? "")}</span>
<h1 itemprop="headline">${escapeHtml(article.title)}</h1>
<div class="meta">${article.byline === null ? "" : `Von <span itemprop="author">${escapeHtml(article.byline)}</span> `}<time itemprop="datePublished" datetime="${page.publishedAt.toISOString()}">${toTime(page.publishedAt, "de-DE")} Uhr</time></div>
<div class="tools"><a href="#">Merken</a> <a href="#">Teilen</a> <a href="#">Drucken</a></div>
<div itemprop="articleBody">
${toBody(article, FURNITURE)}
</div>
<div class="feedback">Hat Ihnen der Artikel gefallen? <button>Ja</button> <button>Nein</button></div>
</article>
<section class="meistgelesen"><h3>Meistgelesen</h3><ol>
${toLinks(page.others.slice(1, 7))}
</ol></section>
<footer><a href="#">Impressum</a> <a href="#">Datenschutz</a> <a href="#">AGB</a></footer>
</body>
</html>`;
}
