/** The Port Halden Courier's pages: well marked up, but with every rail, prompt and box a regional daily can fit. */

import {
  escapeHtml,
  type PageInput,
  PLAIN_FURNITURE,
  toBody,
  toDay,
  toLinks,
  toScriptJson,
  toTime,
} from "../markup.ts";

function toAuthorBox({ article }: PageInput): string {
  if (article.byline === null) return "";
  const bio = article.bio === null ? "" : `<p class="author-bio">${escapeHtml(article.bio)}</p>`;
  return `<div class="author-box"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
<a class="author-name" rel="author" href="#">${escapeHtml(article.byline)}</a>${bio}<a href="#">Follow</a></div>`;
}

export function toBroadsheetPage(page: PageInput): string {
  const { article, outlet } = page;
  const facts = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: article.title,
    datePublished: page.publishedAt.toISOString(),
    author: article.byline === null ? undefined : { "@type": "Person", name: article.byline },
    publisher: { "@type": "Organization", name: outlet.title },
    mainEntityOfPage: page.url,
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(article.title)} | ${escapeHtml(outlet.title)}</title>
<meta name="viewport" content="width=device-width">
<meta name="description" content="${escapeHtml(article.summary)}">
<meta property="og:title" content="${escapeHtml(article.title)}">
<meta property="og:site_name" content="${escapeHtml(outlet.title)}">
<meta property="og:type" content="article">
<link rel="canonical" href="${escapeHtml(page.url)}">
<script type="application/ld+json">${toScriptJson(facts)}</script>
</head>
<body class="article-page">
<div id="cookie-banner" role="dialog"><p>We and our 214 partners store cookies on your device. By clicking “Accept all” you agree. “Reject” is in the settings.</p>
<button>Accept all</button> <button>Manage choices</button></div>
<header class="masthead"><a href="${escapeHtml(page.homepage)}">${escapeHtml(outlet.title)}</a><span class="tagline">${escapeHtml(outlet.tagline)}</span>
<div class="today">${toDay(page.now, "en-US")}</div>
<nav class="main-nav"><ul><li><a href="#">Harbor</a></li><li><a href="#">City Hall</a></li><li><a href="#">Sport</a></li><li><a href="#">Weather</a></li><li><a href="#">Obituaries</a></li><li><a href="#">Subscribe</a></li></ul></nav></header>
<div class="must-read"><h3>Must read</h3><ul>
${toLinks(page.others.slice(0, 4))}
</ul></div>
<main>
<nav class="breadcrumbs"><a href="#">Home</a> › <a href="#">${escapeHtml(article.topics[0] ?? "News")}</a></nav>
<article>
<h1>${escapeHtml(article.title)}</h1>
<div class="byline-row">${article.byline === null ? "" : `By <span class="byline">${escapeHtml(article.byline)}</span> · `}<time datetime="${page.publishedAt.toISOString()}">${toTime(page.publishedAt, "en-US")}</time></div>
<div class="share-bar"><span>Share</span><a href="#">Email</a><a href="#">Copy link</a><a href="#">Print</a></div>
<div class="article-body">
${toBody(article, PLAIN_FURNITURE)}
</div>
${toAuthorBox(page)}
</article>
<section class="comments"><h3>Comments (17)</h3><p class="comment">“Typical. Nobody asked us who live on the pier,” writes Dockside_Dora.</p><p class="comment">First!</p></section>
</main>
<aside class="sidebar"><h3>Latest articles</h3><ol>
${toLinks(page.others.slice(2, 9))}
</ol><div class="weather-widget"><p>Port Halden 7° Light rain</p></div></aside>
<footer><p>© ${page.now.getUTCFullYear()} ${escapeHtml(outlet.title)}. All rights reserved. Corrections: “We fix what we get wrong.”</p><ul><li><a href="#">About us</a></li><li><a href="#">Advertise</a></li><li><a href="#">Privacy</a></li></ul></footer>
</body>
</html>`;
}
