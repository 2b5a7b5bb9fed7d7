/** Spanish: sites without a feed, which are read from their pages, and why one cannot be. */

import type { Translation } from "../en/index.ts";

export const sites: Translation = {
  "feed.page": "{feed} (leído de su página)",
  "feed.noListAt": "No se encontró ninguna fuente en {url}, y tampoco se puede leer nada de la propia página: {reason}",
  "why.page":
    "{feed} no tiene fuente y se lee de su página, donde no apareció este artículo. La página se leyó por última vez {age}.",
  "why.pageUnread": "{feed} no tiene fuente y se lee de su página, que aún no se ha leído.",
  "why.pageLost":
    "{feed} no tiene fuente y se lee de su página. Ahora mismo eso falla, así que no se ven sus noticias: {reason}",
  "reason.robots": "El sitio pide a los robots que no lean esta página.",
  "reason.mining": "El sitio reserva sus páginas frente a la minería de textos.",
  "reason.machines": "El sitio pide a las máquinas que no trabajen con sus páginas.",
  "reason.noFollow": "La página pide a las máquinas que no sigan sus enlaces.",
  "reason.noList": "La página no muestra ninguna lista de titulares enlazados.",
  "reason.isArticle": "Esto es un artículo, no una lista de artículos.",
  "reason.noNews": "Los mapas del sitio no contienen noticias.",
};
