/** German: answers to commands. */

import type { Translation } from "../en/index.ts";

export const replies: Translation = {
  marks: "„{text}“",
  "marks.inner": "‚{text}‘",
  comma: ", ",
  "time.now": "gerade eben",
  "word.yes": "ja",
  "word.no": "nein",

  "answer.noCommand": "Den Befehl {command} gibt es nicht. /help zeigt alle.",
  "answer.noCommandNear": "Den Befehl {command} gibt es nicht. Meinst du {near}? /help zeigt alle.",
  "answer.managersOnly": "{command} verändert diesen Kanal; das dürfen nur die, die ihn verwalten.",
  "answer.tooMany": "Das waren viele Befehle in einer Minute. Bitte warte kurz.",
  "answer.underWay": "Hier laufen schon genug Befehle. Bitte warte, bis einer beantwortet ist.",
  "answer.fault": "Hier ist etwas schiefgegangen; es wurde notiert. Bitte versuch es in einer Minute noch einmal.",
  "answer.oldButton": "Diese Schaltfläche ist veraltet. Bitte gib den Befehl noch einmal ein.",
  "answer.othersButton": "Dieser Knopf gehört der Person, die gefragt hat. Bitte nutze den Befehl selbst.",

  "option.tooLong": "{option} darf höchstens {max} Zeichen haben; das sind {length}.",
  "option.notInRange": "Die Option {option} muss eine ganze Zahl von {min} bis {max} sein.",
  "option.notYesOrNo": "Die Option {option} muss ja oder nein sein.",
  "option.notAFile":
    "Die Option {option} muss eine Datei sein, die mit dem Befehl gesendet wird; ein Name oder Pfad geht nicht.",
  "option.notAChoice": "Die Option {option} muss eines von diesen sein: {choices}.",
  "option.notADay": "Die Option {option} muss ein Tag sein, zum Beispiel 2026-11-20.",
  "option.missing": "Die Option {option} fehlt: {description}. Zum Beispiel: {example}",
  "option.unknown": "Es gibt keine Option {option}. {command} zeigt, welche es gibt.",

  "option.ownField": "{option} ist eine eigene Option: Schreib sie in ihr eigenes Feld, nicht zu den Wörtern.",
  "feed.unknown": "Einen Feed namens {name} gibt es nicht. /feeds zeigt alle.",

  "topic.unknown": "Ein Thema namens {name} gibt es nicht. Die Themen sind: {topics}.",

  "feed.tooManyNew":
    "Heute wurden hier schon so viele neue Feeds hinzugefügt, wie an einem Tag erlaubt sind. Versuche es morgen wieder oder wähle einen aus /feeds.",
  "feed.nothingCalled":
    "Einen Feed oder ein Thema namens {name} gibt es nicht. /feeds zeigt alle; auch die Adresse einer Website geht. Was jemand sagt, kommt mit /subscribe speaker:{name}",
  "feed.noneAt": "Unter {url} wurde kein Feed gefunden. Versuch es mit der Adresse des Feeds selbst.",
  "feed.unreadable": "{url} war nicht zu lesen: {reason}",
  "feed.noFeedThere": "Die Antwort war kein Feed.",

  "brief.badAddress": "Gib die ganze Adresse eines Artikels an, beginnend mit https://.",
  "brief.reading": "Die Seite wird gelesen …",
  "brief.unreadable": "Diese Seite war nicht zu lesen: {reason}",
  "brief.notSent": "Der Server hat die Seite nicht geschickt.",

  "feeds.none": {
    one: "Kein Feed passt. /feeds allein zeigt den einzigen; /subscribe nimmt auch die Adresse jeder Website.",
    other: "Kein Feed passt. /feeds allein zeigt alle {count}; /subscribe nimmt auch die Adresse jeder Website.",
  },
  "feeds.found": { one: "{count} Feed.", other: "{count} Feeds." },
  "feeds.topics": "Themen: {topics}.",
  "feeds.regions": "Regionen: {regions}.",
  "feeds.more": "Gezeigt werden die ersten {shown}; grenze sie mit Wörtern oder topic: ein.",
  "feeds.howTo": "Abonnieren geht mit /subscribe und der Id.",
  "feeds.trouble": "Störung: {reason}",

  "help.one": "{command}: {summary}.",
  "help.oneForManagers": "{command}: {summary}. Für alle, die den Kanal verwalten.",
  "help.options": "Optionen",
  "help.needed": "{option} (nötig)",
  "help.examples": "Beispiele",
  "help.typed": "Optionen schreibt man als {form}; ein Wert reicht bis zur nächsten Option, wie in {example}",
  "help.typedSearch":
    "Optionen schreibt man als {form}. Vor den Suchwörtern ist ein Wert ein Wort, ein Name mit Großbuchstaben oder etwas in Anführungszeichen, wie in {example}",
  "help.all":
    "Ich lese Nachrichten-Feeds und schreibe hier Kurzmeldungen, mit Zitaten, die Wort für Wort aus den Artikeln stammen. Das kannst du eingeben; {command} zeigt alles, was einer davon kann:",
  "help.managers": "Für alle, die den Kanal verwalten",
  "help.everyone": "Für alle",

  "language.none":
    "Dieser Kanal hat keine eigene Sprache: Antworten kommen in der Sprache der Fragenden, Beiträge in der des Bots.",
  "language.shown": "Die Sprache des Bots in diesem Kanal ist {language}.",
  "language.choices": "Zur Wahl stehen: {choices} oder auto. Artikel und Zitate bleiben in ihrer Sprache.",
  "language.auto":
    "Dieser Kanal hat keine eigene Sprache mehr: Antworten kommen in der Sprache der Fragenden, Beiträge in der des Bots.",
  "language.set":
    "Ab jetzt ist die Sprache des Bots in diesem Kanal {language}. Artikel und Zitate bleiben in ihrer Sprache.",

  "latest.page": "Die neuesten Kurzmeldungen, Seite {page}:",
  "latest.none":
    "Noch keine Kurzmeldungen. Sie erscheinen hier, sobald die Feeds gelesen sind; /feeds zeigt den Stand.",
  "latest.shown": { one: "Die neueste Kurzmeldung:", other: "Die {count} neuesten Kurzmeldungen:" },

  "quotes.nothingAsked": "Nenne eine Person oder ein Thema, zum Beispiel /quotes minister oder /quotes about:ferry.",
  "quotes.by": "von {speaker}",
  "quotes.about": "zu {words}",
  "quotes.none":
    "Noch keine Zitate {wanted}. Ein Teil des Namens oder das Amt genügt; /quotes about: findet, was über etwas gesagt wurde, /search sucht in ganzen Artikeln.",
  "quotes.found": "Zitate {wanted}:",
  "quotes.foundPage": "Zitate {wanted}, Seite {page}:",
  "quotes.unnamed": "nicht namentlich genannt",

  "mute.button": "Geschichte abstellen",
  "mute.done": "Zu dieser Geschichte kommen hier keine Beiträge und Änderungen mehr: {headline}",
  "mute.undo": "Zurücknehmen",
  "mute.undone": "Neues zu dieser Geschichte kommt wieder hierher: {headline}",
  "mute.gone": "Dieser Artikel wird nicht mehr aufbewahrt.",
  "why.entryFailed": "{feed} hatte ihn, aber er war nicht zu lesen: {reason}",
  "why.entryRetried": "{feed} hat ihn, aber er war noch nicht zu lesen und wird wieder versucht: {reason}",
  "why.entryAtFirst": "{feed} hatte ihn schon beim ersten Lesen; darum gilt er hier nicht als neu. /brief liest ihn.",
  "why.entryOld": "Er war zu alt, als {feed} ihn brachte; darum gilt er hier nicht als neu. /brief liest ihn.",
  "why.entryRenamed":
    "{feed} hatte ihn schon unter anderer Adresse oder anderem Namen; darum gilt er hier nicht als neu. /brief liest ihn.",
  "why.entryBefore":
    "{feed} hatte ihn, aber er ist nicht aufbewahrt: Er war schon vor dem ersten Lesen da, war zu alt, als er kam, oder ist inzwischen vergessen. /brief liest ihn.",

  "quotes.more": "Mehr Zitate",
  "quotes.allOf": "Alle Zitate aus {headline}:",
  "quotes.noneIn": "In {headline} wurden keine Zitate gefunden.",

  "search.similar": "Ähnliches suchen",
  "card.button": "Zitatkarte",
  "card.nothing": "Nenne einen Artikel, etwa /card Fähre Motor, oder drücke „Zitatkarte“ unter einem Beitrag.",
  "card.choose": "Welches Zitat aus {headline}?",
  "card.dark": "Dunkel",
  "card.light": "Hell",
  "card.others": "Andere Zitate",
  "card.share": "Hier teilen",
  "card.shared": "Alle hier sehen die Karte jetzt.",
  "card.gone": "Diese Worte stehen nicht mehr im Artikel, deshalb gibt es keine Karte davon.",
  "card.tooLong": "Dieses Zitat ist zu lang für eine Karte, und kein Teil davon sagt dasselbe wie das Ganze.",
  "card.busy": "Es werden gerade zu viele Karten gezeichnet. Versuche es in einigen Minuten noch einmal.",
  "card.notInstalled":
    "Dieser Bot wurde ohne das installiert, was Karten zeichnet. Wer ihn betreibt, bekommt es mit „npm ci“ ohne --omit=optional.",
  "card.noLetters": "Keine Schrift hier hat diese Zeichen, deshalb gibt es keine Karte: {letters}",
  "card.package": "Wer den Bot betreibt, kann sie hinzufügen: npm install {packages}",
  "card.noPhotos":
    "Bilder dürfen hier nicht gesendet werden. Eine Verwalterin oder ein Verwalter kann sie erlauben; auf der Karte steht:",
  "search.nothingSimilar": "Ähnliches zu {headline} gab es nicht.",
  "search.nothingAsked":
    "Sag, wonach gesucht werden soll, zum Beispiel /search ferry, oder nenne eine Person, zum Beispiel /search speaker:minister.",
  "search.about": "zu {words}",
  "search.quoting": "mit Zitaten von {speaker}",
  "search.backwards": "since liegt nach until: dazwischen kann nichts sein.",
  "search.none": "Nichts {wanted}. Versuch es mit weniger oder anderen Wörtern oder mit mehr Zeit: days:365.",
  "search.noneAtAll": "Nichts {wanted}. Versuch es mit weniger oder anderen Wörtern.",
  "search.noneWith":
    "Nichts {wanted} mit {filters}. Versuch es mit weniger oder anderen Wörtern, oder lass eine dieser Optionen weg.",
  "search.daysToo": "days und since sagen beide, wo die Zeit beginnt. Gib eines davon an.",
  "search.alternatives":
    "Eine Suche sucht alle ihre Wörter, nicht das eine oder andere. Such jedes für sich; ein Abo nimmt eines von mehreren, durch Kommas getrennt, wie in {example}",
  "search.found": { one: "{count} Kurzmeldung {wanted}:", other: "{count} Kurzmeldungen {wanted}:" },
  "search.foundMany": {
    one: "{count} oder mehr Kurzmeldungen {wanted}:",
    other: "{count} oder mehr Kurzmeldungen {wanted}:",
  },
  "search.foundPage": {
    one: "{count} Kurzmeldung {wanted}, Seite {page}:",
    other: "{count} Kurzmeldungen {wanted}, Seite {page}:",
  },
  "search.foundManyPage": {
    one: "{count} oder mehr Kurzmeldungen {wanted}, Seite {page}:",
    other: "{count} oder mehr Kurzmeldungen {wanted}, Seite {page}:",
  },
  "search.newer": "◀ Neuere",
  "search.older": "Mehr ▶",
  "search.oldButton": "Diese Schaltfläche ist veraltet. Bitte suche noch einmal mit {command}.",

  "forget.channelWord": "Kanal",
  "forget.meWord": "mich",
  "forget.askChannel":
    "Von diesem Kanal wird alles Gespeicherte gelöscht: die Abos mit allem, was für sie wartet, die Sprache, das Aussehen der Beiträge, stummgeschaltete Themen, wo Kurzmeldungen stehen, Antworten hinter Knöpfen und Feeds, die nur dieser Kanal genannt hat, samt ihren Artikeln.",
  "forget.askMe":
    "Von dir wird alles Gespeicherte gelöscht: was du hier und in anderen Kanälen gefragt hast, soweit es hinter Knöpfen liegt.",
  "forget.confirm": "Das geschieht sofort und lässt sich nicht rückgängig machen. Zum Bestätigen drücken:",
  "forget.channelButton": "Diesen Kanal vergessen",
  "forget.meButton": "Mich vergessen",
  "forget.subscriptions": { one: "{count} Abo", other: "{count} Abos" },
  "forget.deliveries": { one: "{count} Vermerk über einen Beitrag", other: "{count} Vermerke über Beiträge" },
  "forget.feeds": {
    one: "{count} Feed, den nur dieser Kanal genannt hat",
    other: "{count} Feeds, die nur dieser Kanal genannt hat",
  },
  "forget.kept": { one: "{count} Antwort hinter Knöpfen", other: "{count} Antworten hinter Knöpfen" },
  "forget.channelDone": "Endgültig gelöscht, mit allem, was sonst über diesen Kanal gespeichert war: {what}.",
  "forget.channelNothing": "Über diesen Kanal ist nichts mehr gespeichert.",
  "forget.channelStays":
    "Hier wird nichts mehr gepostet. Was schon da steht, bleibt im Kanal und lässt sich nur dort löschen; ein Beitrag, der gerade unterwegs war, kann noch ankommen.",
  "forget.meDone": "Endgültig gelöscht: {what}.",
  "forget.meStays":
    "Sonst ist über dich nichts gespeichert. Wie oft du in den letzten Minuten gefragt hast, steht nur im Arbeitsspeicher und vergeht von selbst; Nachrichten in Chats löschst du selbst. Was ein privater Chat bekommt, vergisst der Bot dort mit /forget.",
};
