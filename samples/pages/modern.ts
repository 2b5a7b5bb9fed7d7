/** Pages of the Northmark Post and La Gazette d’Orvel: deep divs, good meta tags, no JSON-LD, related boxes inside the text. */

import { escapeHtml, type Furniture, type PageInput, toBody, toInline, toLinks, toTime } from "../markup.ts";

interface Words {
  readonly sections: readonly string[];
  readonly see: string;
  readonly more: string;
  readonly latest: string;
  readonly share: string;
  readonly ad: string;
  readonly by: string;
  readonly newsletter: string;
  readonly cookies: string;
}

const ENGLISH: Words = {
  sections: ["Politics", "Business", "Culture", "Opinion", "Sport"],
  see: "See also:",
  more: "Related",
  latest: "Most viewed",
  share: "Share on",
  ad: "Advertisement",
  by: "By",
  newsletter: "Sign up to The Morning Bell",
  cookies: "We use cookies to make the site work and, if you let us, to count visits.",
};

const FRENCH: Words = {
  sections: ["Politique", "Économie", "Culture", "Sports", "Opinions"],
  see: "Voir aussi :",
  more: "À lire aussi",
  latest: "Les plus lus",
  share: "Partager sur",
  ad: "Publicité",
  by: "Par",
  newsletter: "Recevez la lettre du matin",
  cookies: "Nous utilisons des cookies pour mesurer l’audience. Vous pouvez refuser.",
};

const toFurniture = (words: Words): Furniture => ({
  see: (text) => `<p class="css-1x9see"><em>${words.see} <a href="#">${toInline(text)}</a></em></p>`,
  more: (text) =>
    `<div class="css-rel related"><span>${words.more}</span><a href="#"><div>${toInline(text)}</div></a></div>`,
  ad: (text) => `<div class="css-ad" data-ad-slot="mid"><small>${words.ad}</small><div>${toInline(text)}</div></div>`,
  newsletter: (text) =>
    `<div class="css-nl newsletter"><div>${words.newsletter}</div><div>${toInline(text)}</div><button>OK</button></div>`,
});

export function toModernPage(page: PageInput): string {
  const { article, outlet } = page;
  const words = article.language === "fr" ? FRENCH : ENGLISH;
  const locale = article.language === "fr" ? "fr-FR" : "en-GB";
  const byline =
    article.byline === null
      ? ""
      : `<div class="css-by" itemprop="author">${words.by} ${escapeHtml(article.byline)}</div>`;
  return `<!DOCTYPE html>
<html lang="${locale}" data-theme="light">
<head>
<meta charset="utf-8"/>
<title>${escapeHtml(article.title)} – ${escapeHtml(outlet.title)}</title>
<meta property="og:title" content="${escapeHtml(article.title)}"/>
<meta property="og:site_name" content="${escapeHtml(outlet.title)}"/>
<meta property="og:url" content="${escapeHtml(page.url)}"/>
<meta property="og:locale" content="${locale.replace("-", "_")}"/>
<meta property="article:published_time" content="${page.publishedAt.toISOString()}"/>
${article.byline === null ? "" : `<meta name="author" content="${escapeHtml(article.byline)}"/>`}
<link rel="canonical" href="${escapeHtml(page.url)}"/>
<style>.css-body p{margin:1em 0}</style>
</head>
<body>
<div id="root"><div class="css-0"><div class="css-consent"><div>${words.cookies}</div><button>OK</button></div>
<div class="css-header"><div class="css-logo"><a href="${escapeHtml(page.homepage)}">${escapeHtml(outlet.title)}</a></div><div class="css-nav">${words.sections.map((each) => `<a href="#">${each}</a>`).join("")}</div></div>
<div class="css-main"><article>
<header><h1>${escapeHtml(article.title)}</h1><p class="css-stand standfirst">${escapeHtml(article.summary)}</p>${byline}
<time datetime="${page.publishedAt.toISOString()}">${toTime(page.publishedAt, locale)}</time>
<ul class="css-share share"><li><a href="#">${words.share} Chirp</a></li><li><a href="#">${words.share} Lantern</a></li></ul></header>
<div class="css-body">
${toBody(article, toFurniture(words))}
</div>
${article.bio === null ? "" : `<div class="css-bio about-author"><b>${escapeHtml(article.byline ?? "")}</b><p>${escapeHtml(article.bio)}</p></div>`}
<ul class="css-tags">${article.topics.map((topic) => `<li><a href="#">${escapeHtml(topic)}</a></li>`).join("")}</ul>
</article></div>
<div class="css-rail"><div>${words.latest}</div><ol>
${toLinks(page.others.slice(0, 8))}
</ol></div>
<div class="css-footer"><a href="#">${escapeHtml(outlet.title)}</a><small>${escapeHtml(outlet.tagline)}</small></div>
</div></div>
<script>window.__STATE__={"user":null,"note":"he said \\"hello\\""};</script>
</body>
</html>`;
}
