/** German: posts that a model translates. */

import type { Translation } from "../en/index.ts";

export const translated: Translation = {
  "post.translated": "übersetzt von {model}, Original: {language}",
  "translate.original": "Original",
  "translate.asPublished": "Wie es veröffentlicht wurde:",
  "translate.off": "Beiträge bleiben hier in der Sprache, in der sie veröffentlicht wurden.",
  "translate.on":
    "Beiträge in anderen Sprachen werden hier von {model} übersetzt; gelesen werden sie auf {language}. Was Menschen gesagt haben, steht auch in ihren eigenen Worten da, und ein Knopf zeigt das Original. Was sich nicht prüfen lässt, bleibt, wie es ist.",
  "translate.chosen": "Gewählt für die Beiträge hier: {language}.",
  "translate.noModel":
    "Übersetzt wird nichts, denn wer diesen Bot betreibt, hat kein Modell dafür eingerichtet ({setting}).",
  "translate.choices":
    "Zur Wahl: on für die Sprache dieses Kanals, off, oder {choices}. Sammelbeiträge und Antworten bleiben, wie sie veröffentlicht wurden.",
  "reason.translating": "die Übersetzung wird gerade gemacht",
  "command.translate": "Beiträge hier von einem Modell übersetzen lassen, das Original einen Druck entfernt",
  "command.translate.to": "on für die Sprache des Kanals, eine Sprache, oder off",
  "import.translation": "Beiträge werden hier ab jetzt übersetzt wie in der Datei.",
  "import.translationOff": "Beiträge werden hier nicht übersetzt, wie in der Datei.",
  "import.translationKept": "Dieser Kanal behält seine eigene Wahl der Übersetzung.",
  "import.translationUnread": "Die Wahl der Übersetzung in der Datei war nicht zu lesen und wurde weggelassen.",
};
