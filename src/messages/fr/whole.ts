/** French: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "avec les textes entiers",
  "wish.wholeOff":
    "Les articles entiers ne sont pas affichés ici : la personne qui gère ce bot ne l’a pas permis (WHOLE_TEXT=on).",
  "post.wholeText": "Le texte entier",
  "post.wholeCut": "La suite se trouve ici :",
  "command.subscribe.whole": "Article entier replié sous sa publication, si c’est permis",
  "command.edit.whole": "Article entier replié sous sa publication, si c’est permis",
};
