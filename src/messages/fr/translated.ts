/** French: posts that a model translates. */

import type { Translation } from "../en/index.ts";

export const translated: Translation = {
  "post.translated": "traduit par {model}, original : {language}",
  "translate.original": "Original",
  "translate.asPublished": "Tel que publié :",
  "translate.off": "Ici, les messages restent dans la langue où ils ont été publiés.",
  "translate.on":
    "Ici, {model} traduit les messages en d’autres langues ; on les lit en : {language}. Ce que les gens ont dit figure aussi dans leurs propres mots, et un bouton montre l’original. Ce qui ne peut être vérifié reste tel quel.",
  "translate.chosen": "Choisi pour les messages d’ici : {language}.",
  "translate.noModel":
    "Rien n’est traduit, car la personne qui gère ce bot n’a installé aucun modèle pour cela ({setting}).",
  "translate.choices":
    "Au choix : on pour la langue de ce salon, off, ou {choices}. Les digests et les réponses restent tels que publiés.",
  "reason.translating": "sa traduction est en cours",
  "command.translate": "Faire traduire les messages d’ici par un modèle, l’original à une pression",
  "command.translate.to": "on pour la langue du salon, une langue, ou off",
  "import.translation": "Désormais, les messages sont traduits ici comme dans le fichier.",
  "import.translationOff": "Les messages ne sont pas traduits ici, comme dans le fichier.",
  "import.translationKept": "Ce salon garde son propre choix de traduction.",
  "import.translationUnread": "Le choix de traduction du fichier n’a pas pu être lu et a été laissé de côté.",
};
