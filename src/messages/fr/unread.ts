/** French: what could not be taken as it was typed, sent or found. */

import type { Translation } from "../en/index.ts";

export const unread: Translation = {
  "import.noFeeds": "C’est une liste de flux (OPML), mais elle n’en contient aucun.",
  "import.blocked": "Laissés de côté, car le bot n’a pas le droit de les consulter : {feeds}.",
  "import.withReason": "{feed} ({reason})",
  "reason.isPdf": "C’est un PDF, et seules les pages web sont lues.",
  "reason.isFile": "C’est un fichier ({type}), et seules les pages web sont lues.",
  "reason.isFeed": "C’est un flux et non un article.",
  "brief.isFeed":
    "À cette adresse, il n’y a pas d’article : c’est un flux. Pour recevoir ses nouvelles ici, tapez /subscribe {url}",
  "brief.oneAtATime": "/brief lit un article à la fois : donnez une seule adresse.",
  "subscribe.manyAddresses": "Donnez au plus {max} adresses à la fois.",
  "subscribe.oneOf":
    "Les flux et les thèmes demandent chacun leur propre abonnement. Appuyez sur l’un, puis sur l’autre :",
  "edit.feedsStay":
    "/edit ne sait pas ce que {words} doit changer : un abonnement garde ses flux. Pour d’autres flux, il y a /subscribe.",
  "plain.negated":
    "Cela semble désigner ce qui ne doit pas venir. /subscriptions montre ce qui vient et permet d’y mettre fin ; pour écarter des mots, tapez par exemple /subscribe everything without:football",
};
