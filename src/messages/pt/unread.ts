/** Portuguese: what could not be taken as it was typed, sent or found. */

import type { Translation } from "../en/index.ts";

export const unread: Translation = {
  "import.noFeeds": "É uma lista de fontes (OPML), mas não há nenhuma nela.",
  "import.blocked": "Deixadas de fora, porque o bot não pode visitá-las: {feeds}.",
  "import.withReason": "{feed} ({reason})",
  "reason.isPdf": "É um PDF, e só páginas da web são lidas.",
  "reason.isFile": "É um arquivo ({type}), e só páginas da web são lidas.",
  "reason.isFeed": "É uma fonte, e não um artigo.",
  "brief.isFeed":
    "Nesse endereço não há um artigo, e sim uma fonte. Para receber as notícias dela aqui, digite /subscribe {url}",
  "brief.oneAtATime": "/brief lê um artigo por vez: informe um único endereço.",
  "subscribe.manyAddresses": "Informe no máximo {max} endereços de uma vez.",
  "subscribe.oneOf": "Fontes e temas precisam cada um da sua própria assinatura. Aperte um depois do outro:",
  "edit.feedsStay":
    "/edit não sabe o que {words} deve mudar: uma assinatura mantém as suas fontes. Para outras fontes existe /subscribe.",
  "plain.negated":
    "Isso parece algo que não deve chegar. /subscriptions mostra o que chega e permite encerrar; para deixar palavras de fora, digite por exemplo /subscribe everything without:football",
};
