/** Portuguese: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "com textos completos",
  "wish.wholeOff": "Artigos completos não são mostrados aqui: quem administra este bot não o permitiu (WHOLE_TEXT=on).",
  "wish.wholeElsewhere":
    "Em uma mensagem direta não há tópico para artigos completos. Eles podem ser recebidos nos canais de um servidor.",
  "discord.right.createThreads": "Criar tópicos públicos",
  "discord.needsForWhole":
    "O artigo completo fica em um tópico abaixo da publicação; para isso preciso da permissão {rights} lá. Conceda-a nas configurações do canal e tente de novo.",
  "post.wholeText": "O texto completo",
  "post.wholeCut": "Continua em",
  "command.subscribe.whole": "Artigo completo recolhido sob a publicação, onde permitido",
  "command.edit.whole": "Artigo completo recolhido sob a publicação, onde permitido",
};
