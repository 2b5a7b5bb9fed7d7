/** Portuguese: sites without a feed, which are read from their pages, and why one cannot be. */

import type { Translation } from "../en/index.ts";

export const sites: Translation = {
  "feed.page": "{feed} (lido da página)",
  "feed.noListAt": "Nenhum feed foi encontrado em {url}, e nada pode ser lido da própria página: {reason}",
  "why.page":
    "{feed} não tem feed e é lido da página, onde este artigo não apareceu. A página foi lida pela última vez {age}.",
  "why.pageUnread": "{feed} não tem feed e é lido da página, que ainda não foi lida.",
  "why.pageLost":
    "{feed} não tem feed e é lido da página. Isso falha no momento, de modo que as suas notícias não são vistas: {reason}",
  "reason.robots": "O site pede aos robôs que não leiam esta página.",
  "reason.mining": "O site reserva as suas páginas contra a mineração de textos.",
  "reason.machines": "O site pede às máquinas que não trabalhem com as suas páginas.",
  "reason.noFollow": "A página pede às máquinas que não sigam os seus links.",
  "reason.noList": "A página não mostra nenhuma lista de manchetes com links.",
  "reason.isArticle": "Isto é um artigo, não uma lista de artigos.",
  "reason.noNews": "Os mapas do site não contêm notícias.",
};
