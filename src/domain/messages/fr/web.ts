/** French: the chat page. */

import type { Translation } from "../en/index.ts";

export const web: Translation = {
  "web.skip": "Aller à la ligne de commande",
  "web.connecting": "connexion",
  "web.live": "en direct",
  "web.notConnected": "hors ligne",
  "web.reconnecting": "reconnexion",
  "web.whatIsThis": "Qu’est-ce que c’est ?",
  "web.hint": "L’actualité arrive ici d’elle-même, avec ce que les gens ont vraiment dit.",
  "web.hintMore":
    "Le bot lit des flux d’actualité et publie une courte brève de chaque article. Chaque citation est reprise de son article, et un lien montre où.",
  "web.hintTry": "Tapez / ou essayez",
  "web.hideHint": "Masquer cette aide",
  "web.log": "Publications et réponses",
  "web.newBelow": "Nouvelles publications plus bas",
  "web.suggestions": "Suggestions",
  "web.placeholder": "Tapez / pour toutes les commandes, ou /latest",
  "web.command": "Commande",
  "web.send": "Envoyer",
  "web.noScript": "Cette page a besoin de JavaScript. Elle ne charge rien d’ailleurs que de cette machine.",
  "web.notTaken": "Le bot n’a pas accepté cela.",
  "web.notReached": "Le bot est injoignable. Est-il en marche ?",
  "web.working": "en cours",
  "web.seeQuote": "Voir cette citation dans l’article",
  "web.updated": "Mis à jour",
  "web.fromFeed": "La page n’a pas pu être lue ; voici le résumé du flux.",
  "web.shortened": "Abrégé ; l’article en dit plus.",
  "web.also": "Aussi dans {outlets}.",
  "web.putIntoLine": "Mettre dans la ligne de commande",
  "web.download": "Télécharger {name}",
  "web.onlyThisTab": "Seul cet onglet voit cette réponse.",
  "web.justNow": "à l’instant",
  "web.notACommand":
    "Les commandes commencent par une barre oblique, comme /latest ou /search ferry. /help les montre toutes.",
  "web.fault": "Quelque chose s’est mal passé ici. C’est noté dans le journal.",
  "web.busy": "Trop de choses tournent en ce moment. Réessayez sous peu.",
  "web.fileGone": "Ce fichier n’est plus conservé. Demandez-le à nouveau.",
  "web.tooManyPages": "Trop de pages sont ouvertes.",
  "web.optional": "{description} (facultatif)",
};
