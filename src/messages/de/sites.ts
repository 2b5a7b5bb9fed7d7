/** German: sites without a feed, which are read from their pages, and why one cannot be. */

import type { Translation } from "../en/index.ts";

export const sites: Translation = {
  "feed.page": "{feed} (von der Seite gelesen)",
  "feed.noListAt": "Unter {url} wurde kein Feed gefunden, und von der Seite selbst lässt sich nichts lesen: {reason}",
  "why.page":
    "{feed} hat keinen Feed und wird von der Seite gelesen; dieser Artikel stand nicht darauf. Zuletzt gelesen: {age}.",
  "why.pageUnread": "{feed} hat keinen Feed und wird von der Seite gelesen, was bisher noch nicht geschehen ist.",
  "why.pageLost":
    "{feed} hat keinen Feed und wird von der Seite gelesen. Das gelingt zurzeit nicht, daher bleiben die Nachrichten dort ungesehen: {reason}",
  "reason.robots": "Die Website bittet Bots, diese Seite nicht zu lesen.",
  "reason.mining": "Die Website behält sich Text-Mining ihrer Seiten vor.",
  "reason.machines": "Die Website bittet Maschinen, ihre Seiten nicht zu verarbeiten.",
  "reason.noFollow": "Die Seite bittet Maschinen, ihren Links nicht zu folgen.",
  "reason.noList": "Die Seite zeigt keine Liste verlinkter Schlagzeilen.",
  "reason.isArticle": "Das ist ein Artikel und keine Liste von Artikeln.",
  "reason.noNews": "Die Sitemaps der Website enthalten keine Nachrichten.",
};
