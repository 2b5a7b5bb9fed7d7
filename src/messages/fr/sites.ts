/** French: sites without a feed, which are read from their pages, and why one cannot be. */

import type { Translation } from "../en/index.ts";

export const sites: Translation = {
  "feed.page": "{feed} (lu sur sa page)",
  "feed.noListAt": "Aucun flux trouvé à l’adresse {url}, et rien ne peut être lu sur la page elle-même : {reason}",
  "why.page":
    "{feed} n’a pas de flux et est lu sur sa page, où cet article n’a pas été vu. Dernière lecture de la page : {age}.",
  "why.pageUnread": "{feed} n’a pas de flux et est lu sur sa page, qui n’a pas encore été lue.",
  "why.pageLost":
    "{feed} n’a pas de flux et est lu sur sa page. Cela échoue pour le moment, si bien que ses nouvelles ne sont pas vues : {reason}",
  "reason.robots": "Le site demande aux robots de ne pas lire cette page.",
  "reason.mining": "Le site réserve ses pages contre la fouille de textes.",
  "reason.machines": "Le site demande aux machines de ne pas traiter ses pages.",
  "reason.noFollow": "La page demande aux machines de ne pas suivre ses liens.",
  "reason.noList": "La page ne montre aucune liste de titres avec liens.",
  "reason.isArticle": "C’est un article, pas une liste d’articles.",
  "reason.noNews": "Les plans du site ne contiennent aucune actualité.",
};
