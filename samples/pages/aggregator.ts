/** Kestrel Daily's pages: translated by machine, author box before the text, a page date that is not the article's. */

import { escapeHtml, type PageInput, PLAIN_FURNITURE, toBody, toDay, toLinks } from "../markup.ts";

/** The site's clock has been wrong for years: it prints a day long past, and articles carry no date of their own. */
const PAGE_CLOCK_OFFSET_MS = 1000 * 60 * 60 * 24 * 493;

export function toAggregatorPage(page: PageInput): string {
  const { article, outlet } = page;
  const wrongToday = new Date(page.now.getTime() - PAGE_CLOCK_OFFSET_MS);
  const name = article.byline ?? "Kestrel Desk";
  return `<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="UTF-8">
<title>${escapeHtml(article.title)} - ${escapeHtml(outlet.title)}</title>
<meta name="generator" content="PressKit 5.8">
</head>
<body class="post-template-default single single-post">
<div class="top-bar"><span class="current-date">${toDay(wrongToday, "en-US")}</span> <a href="#">Top News</a> <a href="#">World</a> <a href="#">Economy</a> <a href="#">Tech</a> <a href="#">Contact form</a></div>
<div id="page" class="site">
<header class="site-header"><a class="site-title" href="${escapeHtml(page.homepage)}">${escapeHtml(outlet.title)}</a></header>
<div class="content-area"><div class="site-main">
<div class="entry">
<h1 class="entry-title">${escapeHtml(article.title)}</h1>
<div class="must-read-widget"><p><strong>Must read</strong></p>
<div class="mr-item"><a href="${escapeHtml(page.others[0]?.url ?? "#")}">${escapeHtml(page.others[0]?.title ?? "")}</a></div></div>
<div class="author-block"><div>${escapeHtml(name)}</div><div><a href="#">${escapeHtml(name)}</a></div>
<div class="desc">${escapeHtml(article.bio ?? '"Lifelong coffee enthusiast. Amateur explorer. Proud problem solver. Total map fanatic."')}</div></div>
<div class="td-post-content">
${toBody(article, PLAIN_FURNITURE)}
</div>
<div class="social-share"><a href="#">Share</a><a href="#">Tweet</a><a href="#">Pin it</a></div>
</div>
<div class="latest-block"><h4>Latest article</h4><ul>
${toLinks(page.others.slice(1, 5))}
</ul></div>
<div class="more-block"><h4>More articles</h4><ul>
${toLinks(page.others.slice(3, 7))}
</ul></div>
</div></div>
<footer><p>© ${escapeHtml(outlet.title)}. “The world, every hour.” Theme by NewsPress.</p></footer>
</div>
</body>
</html>`;
}
