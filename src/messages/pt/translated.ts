/** Portuguese: posts that a model translates. */

import type { Translation } from "../en/index.ts";

export const translated: Translation = {
  "post.translated": "traduzido por {model}, original: {language}",
  "translate.original": "Original",
  "translate.asPublished": "Como foi publicado:",
  "translate.off": "Aqui as publicações ficam na língua em que saíram.",
  "translate.on":
    "Aqui {model} traduz as publicações noutras línguas; leem-se em: {language}. O que as pessoas disseram está também nas suas próprias palavras, e um botão mostra o original. O que não se pode verificar fica como está.",
  "translate.chosen": "Escolhido para as publicações daqui: {language}.",
  "translate.noModel":
    "Nada é traduzido, pois quem mantém este bot não configurou nenhum modelo para isso ({setting}).",
  "translate.choices":
    "Para escolher: on para a língua deste canal, off, ou {choices}. Os resumos e as respostas ficam como foram publicados.",
  "reason.translating": "a tradução está a ser feita",
  "command.translate": "Traduzir as publicações daqui com um modelo, com o original a um toque",
  "command.translate.to": "on para a língua do canal, uma língua, ou off",
  "import.translation": "A partir de agora as publicações são traduzidas aqui como diz o ficheiro.",
  "import.translationOff": "As publicações não são traduzidas aqui, como diz o ficheiro.",
  "import.translationKept": "Este canal mantém a sua própria escolha de tradução.",
  "import.translationUnread": "A escolha de tradução do ficheiro não pôde ser lida e ficou de fora.",
};
