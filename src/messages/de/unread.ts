/** German: what could not be taken as it was typed, sent or found. */

import type { Translation } from "../en/index.ts";

export const unread: Translation = {
  "import.noFeeds": "Das ist eine Liste von Feeds (OPML), aber es steht kein Feed darin.",
  "import.blocked": "Weggelassen, weil der Bot sie nicht besuchen darf: {feeds}.",
  "import.withReason": "{feed} ({reason})",
  "reason.isPdf": "Es ist ein PDF, und gelesen werden nur Webseiten.",
  "reason.isFile": "Es ist eine Datei ({type}), und gelesen werden nur Webseiten.",
  "reason.isFeed": "Es ist ein Feed und kein Artikel.",
  "brief.isFeed":
    "Unter dieser Adresse ist kein Artikel, sondern ein Feed. Seine Nachrichten kommen hierher mit /subscribe {url}",
  "brief.oneAtATime": "/brief liest einen Artikel auf einmal: Gib eine einzige Adresse an.",
  "subscribe.manyAddresses": "Gib höchstens {max} Adressen auf einmal an.",
  "subscribe.oneOf": "Feeds und Themen brauchen je ein eigenes Abo. Drücke sie nacheinander:",
  "edit.feedsStay":
    "/edit weiß nicht, was {words} ändern soll: Ein Abo behält seine Feeds. Für andere Feeds gibt es /subscribe.",
  "plain.negated":
    "Das klingt nach etwas, das nicht kommen soll. /subscriptions zeigt, was kommt, und dort lässt es sich beenden; um Wörter wegzulassen, schreib zum Beispiel /subscribe everything without:football",
};
