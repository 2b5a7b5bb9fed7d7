/** French: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "avec les textes entiers",
  "wish.wholeOff":
    "Les articles entiers ne sont pas affichés ici : la personne qui gère ce bot ne l’a pas permis (WHOLE_TEXT=on).",
  "wish.wholeElsewhere":
    "Dans un message privé, il n’y a pas de fil pour les articles entiers. On les reçoit dans les salons d’un serveur.",
  "discord.right.createThreads": "Créer des fils publics",
  "discord.needsForWhole":
    "L’article entier se trouve dans un fil sous sa publication ; il me faut pour cela la permission {rights} là-bas. Accordez-la dans les paramètres du salon, puis réessayez.",
  "post.wholeText": "Le texte entier",
  "post.wholeCut": "La suite se trouve ici :",
  "command.subscribe.whole": "Article entier replié sous sa publication, si c’est permis",
  "command.edit.whole": "Article entier replié sous sa publication, si c’est permis",
};
