/** One sample article as the page its outlet would serve. */

import { escapeHtml, type PageInput } from "./markup.ts";
import { toAggregatorPage } from "./pages/aggregator.ts";
import { toBroadsheetPage } from "./pages/broadsheet.ts";
import { toModernPage } from "./pages/modern.ts";
import { toPlainPage } from "./pages/plain.ts";
import { toTabloidPage } from "./pages/tabloid.ts";
import { toWorldPage } from "./pages/world.ts";

/** A page whose text never arrived: a loader, scripts, and a line for those without them. */
function toBrokenPage(page: PageInput): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(page.outlet.title)}</title></head>
<body><div id="app"><div class="spinner" aria-label="Loading"></div></div>
<noscript>Please enable JavaScript to read this site.</noscript><script>window.boot&&boot()</script></body></html>`;
}

export function toPage(page: PageInput): string {
  if (page.article.page === "broken") return toBrokenPage(page);
  switch (page.outlet.template) {
    case "broadsheet":
      return toBroadsheetPage(page);
    case "modern":
      return toModernPage(page);
    case "plain":
      return toPlainPage(page);
    case "aggregator":
      return toAggregatorPage(page);
    case "tabloid":
      return toTabloidPage(page);
    case "world":
      return toWorldPage(page);
  }
}
