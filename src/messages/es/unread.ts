/** Spanish: what could not be taken as it was typed, sent or found. */

import type { Translation } from "../en/index.ts";

export const unread: Translation = {
  "import.noFeeds": "Es una lista de fuentes (OPML), pero no contiene ninguna.",
  "import.blocked": "Omitidas, porque el bot no puede visitarlas: {feeds}.",
  "import.withReason": "{feed} ({reason})",
  "reason.isPdf": "Es un PDF, y solo se leen páginas web.",
  "reason.isFile": "Es un archivo ({type}), y solo se leen páginas web.",
  "reason.isFeed": "Es una fuente y no un artículo.",
  "brief.isFeed":
    "En esa dirección no hay un artículo, sino una fuente. Para recibir aquí sus noticias, escribe /subscribe {url}",
  "brief.oneAtATime": "/brief lee un artículo a la vez: da una sola dirección.",
  "subscribe.manyAddresses": "Da como máximo {max} direcciones a la vez.",
  "subscribe.oneOf": "Las fuentes y los temas necesitan cada uno su propia suscripción. Púlsalos uno tras otro:",
  "edit.feedsStay":
    "/edit no sabe qué debe cambiar {words}: una suscripción conserva sus fuentes. Para otras fuentes está /subscribe.",
  "plain.negated":
    "Parece algo que no debe llegar. /subscriptions muestra lo que llega y permite terminarlo; para excluir palabras, escribe por ejemplo /subscribe everything without:football",
};
