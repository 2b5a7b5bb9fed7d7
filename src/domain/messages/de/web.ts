/** German: the chat page. */

import type { Translation } from "../en/index.ts";

export const web: Translation = {
  "web.skip": "Zur Befehlszeile springen",
  "web.connecting": "verbindet",
  "web.live": "live",
  "web.notConnected": "nicht verbunden",
  "web.reconnecting": "verbindet neu",
  "web.whatIsThis": "Was ist das?",
  "web.hint": "Hier kommen Nachrichten von selbst an, mit dem, was wirklich gesagt wurde.",
  "web.hintMore":
    "Der Bot liest Nachrichten-Feeds und macht aus jedem Artikel eine Kurzmeldung. Jedes Zitat stammt wörtlich aus dem Artikel; ein Link zeigt, wo es steht.",
  "web.hintTry": "Gib / ein oder probier",
  "web.hideHint": "Hinweis ausblenden",
  "web.log": "Beiträge und Antworten",
  "web.newBelow": "Neue Beiträge unten",
  "web.suggestions": "Vorschläge",
  "web.placeholder": "/ zeigt alle Befehle, /latest das Neueste",
  "web.command": "Befehl",
  "web.send": "Senden",
  "web.noScript": "Diese Seite braucht JavaScript. Sie lädt nichts von außerhalb dieses Rechners.",
  "web.notTaken": "Der Bot hat das nicht angenommen.",
  "web.notReached": "Der Bot ist nicht erreichbar. Läuft er?",
  "web.working": "in Arbeit",
  "web.seeQuote": "Dieses Zitat im Artikel ansehen",
  "web.updated": "Aktualisiert",
  "web.fromFeed": "Die Seite war nicht zu lesen; dies ist die Zusammenfassung des Feeds.",
  "web.shortened": "Gekürzt; im Artikel steht mehr.",
  "web.also": "Auch bei {outlets}.",
  "web.putIntoLine": "In die Befehlszeile übernehmen",
  "web.download": "{name} herunterladen",
  "web.onlyThisTab": "Diese Antwort sieht nur dieser Tab.",
  "web.justNow": "gerade eben",
  "web.notACommand":
    "Befehle beginnen mit einem Schrägstrich, zum Beispiel /latest oder /search ferry. /help zeigt alle.",
  "web.fault": "Hier ist etwas schiefgegangen. Es steht im Protokoll.",
  "web.busy": "Gerade läuft zu viel. Versuch es gleich noch einmal.",
  "web.fileGone": "Diese Datei wird nicht mehr aufbewahrt. Fordere sie noch einmal an.",
  "web.tooManyPages": "Zu viele Seiten sind offen.",
  "web.optional": "{description} (freiwillig)",
};
