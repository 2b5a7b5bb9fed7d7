/** Portuguese: what is answered to words that are no command, or name nothing exactly. */

import type { Translation } from "../en/index.ts";

export const plain: Translation = {
  "plain.unclear":
    "Você pode me pedir notícias com suas próprias palavras, apertar um botão ou digitar / para ver todos os comandos.",
  "plain.which":
    "Não tenho certeza do que você quer dizer. É isto que posso fazer; digite / para ver todos os comandos.",
  "plain.whichWish": "Escolha o que deve chegar aqui de agora em diante:",
  "plain.address": "O que devo fazer com este endereço?",
  "plain.search": "Buscar notícias sobre {words}",
  "plain.quotes": "Citações sobre {words}",
  "plain.follow": "Seguir notícias com {words}",
  "plain.quotesBy": "Citações de {name}",
  "plain.speaker": "Seguir o que {name} diz",
  "plain.help": "Tudo o que sei fazer",
  "plain.brief": "Um resumo da página",
  "plain.subscribe": "Assinar suas notícias",
  "plain.why": "Por que veio ou não",
  "subscribe.near":
    "Não há fonte nem tema chamado {name}; /feeds os mostra, e o endereço de um site também serve. Você quis dizer um destes?",
  "subscribe.withWords": "Notícias com {words}",
  "unsubscribe.sure": "Nada foi encerrado ainda. Isto encerraria todas as assinaturas deste canal ({count}):",
  "unsubscribe.endAll": "Encerrar todas ({count})",
  "subscribe.nobodyYet": "Nas notícias lidas até agora ninguém com este nome é citado: {names}.",
  "subscribe.asOnePhrase":
    "Palavras seguidas são procuradas como uma só expressão; uma vírgula as separa, como em words:balsa, porto.",
  "subscribe.nowhereYet": "Isto não aparece nas notícias lidas até agora: {words}.",
  "why.postedByEnded": "A assinatura que o trouxe foi encerrada.",
};
