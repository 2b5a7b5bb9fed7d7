/** Portuguese, as in Brazil: answers to commands. */

import type { Translation } from "../en/index.ts";

export const replies: Translation = {
  marks: "“{text}”",
  "marks.inner": "‘{text}’",
  comma: ", ",
  "time.now": "agora mesmo",
  "word.yes": "sim",
  "word.no": "não",

  "answer.noCommand": "O comando {command} não existe. /help mostra todos.",
  "answer.noCommandNear": "O comando {command} não existe. Você quis dizer {near}? /help mostra todos.",
  "answer.managersOnly": "{command} altera este canal, por isso só quem o administra pode usá-lo.",
  "answer.tooMany": "Foram muitos comandos em um minuto. Aguarde um pouco, por favor.",
  "answer.underWay": "Já há comandos suficientes em andamento aqui. Aguarde a resposta de um deles.",
  "answer.fault": "Algo deu errado aqui e ficou registrado. Tente de novo em um minuto, por favor.",
  "answer.oldButton": "Este botão é antigo. Use o comando de novo, por favor.",
  "answer.othersButton": "Este botão pertence a quem perguntou. Use você mesmo o comando.",

  "option.tooLong": "{option} pode ter no máximo {max} caracteres; tem {length}.",
  "option.notInRange": "A opção {option} deve ser um número inteiro de {min} a {max}.",
  "option.notYesOrNo": "A opção {option} deve ser sim ou não.",
  "option.notAFile": "A opção {option} deve ser um arquivo enviado com o comando; um nome ou caminho não serve.",
  "option.notAChoice": "A opção {option} deve ser um destes valores: {choices}.",
  "option.notADay": "A opção {option} deve ser um dia, por exemplo 2026-11-20.",
  "option.missing": "Falta a opção {option}: {description}. Por exemplo: {example}",
  "option.unknown": "Não há nenhuma opção {option}. {command} mostra as que existem.",

  "option.ownField": "{option} é uma opção à parte: coloque-a no próprio campo, não entre as palavras.",
  "feed.unknown": "Não há nenhum feed chamado {name}. /feeds mostra todos.",

  "topic.unknown": "Não há nenhum tema chamado {name}. Os temas são: {topics}.",

  "feed.tooManyNew":
    "Hoje já foram adicionados aqui tantos feeds novos quantos são permitidos num dia. Tente amanhã ou escolha um de /feeds.",
  "feed.nothingCalled":
    "Não há nenhum feed nem tema chamado {name}. /feeds mostra todos; o endereço de um site também serve. Para o que alguém diz: /subscribe speaker:{name}",
  "feed.noneAt": "Nenhum feed foi encontrado em {url}. Tente o endereço do próprio feed.",
  "feed.unreadable": "Não foi possível ler {url}: {reason}",
  "feed.noFeedThere": "A resposta não era um feed.",

  "brief.badAddress": "Informe o endereço completo de um artigo, começando com https://.",
  "brief.reading": "Lendo a página…",
  "brief.unreadable": "Não foi possível ler essa página: {reason}",
  "brief.notSent": "O servidor não enviou a página.",

  "feeds.none": {
    one: "Nenhum feed corresponde. /feeds sozinho mostra o único; /subscribe também aceita o endereço de qualquer site.",
    other:
      "Nenhum feed corresponde. /feeds sozinho mostra todos os {count}; /subscribe também aceita o endereço de qualquer site.",
  },
  "feeds.found": { one: "{count} feed.", other: "{count} feeds." },
  "feeds.topics": "Temas: {topics}.",
  "feeds.regions": "Regiões: {regions}.",
  "feeds.more": "Aparecem os primeiros {shown}; restrinja com palavras ou topic:.",
  "feeds.howTo": "Para assinar: /subscribe e a id.",
  "feeds.trouble": "problema: {reason}",

  "help.one": "{command}: {summary}.",
  "help.oneForManagers": "{command}: {summary}. Para quem administra o canal.",
  "help.options": "Opções",
  "help.needed": "{option} (obrigatória)",
  "help.examples": "Exemplos",
  "help.typed": "As opções se escrevem {form}; um valor vai até a próxima opção, como em {example}",
  "help.typedSearch":
    "As opções se escrevem {form}. Antes das palavras a procurar, um valor é uma palavra, um nome com suas maiúsculas ou algo entre aspas, como em {example}",
  "help.all":
    "Leio feeds de notícias e publico aqui resumos curtos, com citações copiadas palavra por palavra dos artigos. O que você pode digitar; {command} mostra tudo o que um deles pode fazer:",
  "help.managers": "Para quem administra o canal",
  "help.everyone": "Para todos",

  "language.none":
    "Este canal não tem idioma próprio: as respostas vêm no idioma de quem pergunta; as publicações, no do bot.",
  "language.shown": "O idioma do bot neste canal: {language}.",
  "language.choices": "Opções: {choices}, ou auto. Os artigos e as citações ficam no próprio idioma.",
  "language.auto":
    "Este canal já não tem idioma próprio: as respostas vêm no idioma de quem pergunta; as publicações, no do bot.",
  "language.set":
    "A partir de agora, o idioma do bot neste canal: {language}. Os artigos e as citações ficam no próprio idioma.",

  "latest.page": "Os resumos mais recentes, página {page}:",
  "latest.none": "Ainda não há resumos. Eles aparecem aqui quando os feeds forem lidos; /feeds mostra o andamento.",
  "latest.shown": { one: "O resumo mais recente:", other: "Os {count} resumos mais recentes:" },

  "quotes.nothingAsked": "Indique uma pessoa ou um assunto, por exemplo /quotes minister ou /quotes about:ferry.",
  "quotes.by": "de {speaker}",
  "quotes.about": "sobre {words}",
  "quotes.none":
    "Ainda não há citações {wanted}. Basta uma parte do nome ou o cargo; /quotes about: encontra o que se disse sobre um assunto, /search busca nos artigos inteiros.",
  "quotes.found": "Citações {wanted}:",
  "quotes.foundPage": "Citações {wanted}, página {page}:",
  "quotes.unnamed": "pessoa não identificada",

  "mute.button": "Silenciar esta notícia",
  "mute.done": "Não chegam mais aqui mensagens nem mudanças desta notícia: {headline}",
  "mute.undo": "Desfazer",
  "mute.undone": "As novidades desta notícia voltam a chegar aqui: {headline}",
  "mute.gone": "Esse artigo já não está guardado.",
  "why.entryFailed": "{feed} o trazia, mas não pôde ser lido: {reason}",
  "why.entryRetried": "{feed} o traz, mas ainda não pôde ser lido e será tentado de novo: {reason}",
  "why.entryAtFirst": "{feed} já o trazia na primeira leitura, então aqui não é novidade. /brief o lê.",
  "why.entryOld": "Era antigo demais quando {feed} o trouxe, então aqui não é novidade. /brief o lê.",
  "why.entryRenamed": "{feed} já o tinha com outro endereço ou outro nome, então aqui não é novidade. /brief o lê.",
  "why.entryBefore":
    "{feed} o trazia, mas não está guardado: já estava lá antes da primeira leitura, era antigo demais ou já foi esquecido. /brief o lê.",

  "quotes.more": "Mais citações",
  "quotes.allOf": "Todas as citações de {headline}:",
  "quotes.noneIn": "Nenhuma citação foi encontrada em {headline}.",

  "search.similar": "Buscar parecidos",
  "card.button": "Cartão de citação",
  "card.nothing":
    "Indique um artigo, por exemplo /card balsa motor, ou toque em “Cartão de citação” sob uma publicação.",
  "card.choose": "Qual citação de {headline}?",
  "card.dark": "Escuro",
  "card.light": "Claro",
  "card.others": "Outras citações",
  "card.share": "Compartilhar aqui",
  "card.shared": "Agora todos aqui veem o cartão.",
  "card.gone": "Estas palavras já não estão no artigo, por isso não há cartão delas.",
  "card.tooLong": "Esta citação é longa demais para um cartão, e nenhuma parte dela diz o que diz o todo.",
  "card.busy": "Há cartões demais sendo desenhados. Tente de novo em alguns minutos.",
  "card.notInstalled":
    "Este bot foi instalado sem o que desenha cartões. Quem o administra obtém isso com “npm ci”, sem --omit=optional.",
  "card.noLetters": "Nenhuma fonte aqui tem estas letras, por isso não há cartão: {letters}",
  "card.package": "Quem administra o bot pode acrescentá-las: npm install {packages}",
  "card.noPhotos": "Imagens não podem ser enviadas aqui. Um administrador pode permiti-las; no cartão está:",
  "search.nothingSimilar": "Não saiu nada parecido com {headline}.",
  "search.nothingAsked": "Diga o que buscar, por exemplo /search ferry, ou quem, por exemplo /search speaker:minister.",
  "search.about": "sobre {words}",
  "search.quoting": "com citações de {speaker}",
  "search.backwards": "since vem depois de until: não pode haver nada entre os dois.",
  "search.none": "Nada {wanted}. Tente menos palavras, outras palavras ou um período maior com days:365.",
  "search.noneAtAll": "Nada {wanted}. Tente menos palavras ou outras.",
  "search.noneWith": "Nada {wanted} com {filters}. Tente menos palavras ou outras, ou tire uma destas opções.",
  "search.daysToo": "days e since dizem ambos onde o período começa. Dê só um deles.",
  "search.alternatives":
    "Uma busca procura todas as suas palavras, não uma ou outra. Busque cada uma sozinha; uma assinatura aceita uma de várias, separadas por vírgulas, como em {example}",
  "search.found": { one: "{count} resumo {wanted}:", other: "{count} resumos {wanted}:" },
  "search.foundMany": { one: "{count} resumo ou mais {wanted}:", other: "{count} resumos ou mais {wanted}:" },
  "search.foundPage": {
    one: "{count} resumo {wanted}, página {page}:",
    other: "{count} resumos {wanted}, página {page}:",
  },
  "search.foundManyPage": {
    one: "{count} resumo ou mais {wanted}, página {page}:",
    other: "{count} resumos ou mais {wanted}, página {page}:",
  },
  "search.newer": "◀ Mais recentes",
  "search.older": "Mais ▶",
  "search.oldButton": "Este botão é antigo. Busque de novo com {command}, por favor.",

  "forget.channelWord": "canal",
  "forget.meWord": "eu",
  "forget.askChannel":
    "Deste canal apaga-se tudo o que está guardado: as assinaturas com tudo o que espera por elas, o idioma, o aspecto das publicações, as histórias silenciadas, onde os resumos foram publicados, as respostas guardadas atrás de botões e as fontes que só este canal tinha indicado, com os seus artigos.",
  "forget.askMe":
    "De você apaga-se tudo o que está guardado: o que perguntou, aqui e em outros canais, tal como fica atrás de botões.",
  "forget.confirm": "Acontece já e não pode ser desfeito. Pressione para confirmar:",
  "forget.channelButton": "Esquecer este canal",
  "forget.meButton": "Esquecer-me",
  "forget.subscriptions": { one: "{count} assinatura", other: "{count} assinaturas" },
  "forget.deliveries": { one: "{count} registro de uma publicação", other: "{count} registros de publicações" },
  "forget.feeds": {
    one: "{count} fonte que só este canal tinha indicado",
    other: "{count} fontes que só este canal tinha indicado",
  },
  "forget.kept": {
    one: "{count} resposta guardada atrás de botões",
    other: "{count} respostas guardadas atrás de botões",
  },
  "forget.channelDone": "Apagado de vez, com tudo o mais que estava guardado deste canal: {what}.",
  "forget.channelNothing": "Nada mais está guardado deste canal.",
  "forget.channelStays":
    "Nada mais é publicado aqui. O que foi publicado fica no canal e só pode ser apagado lá; algo que saía neste exato momento ainda pode chegar.",
  "forget.meDone": "Apagado de vez: {what}.",
  "forget.meStays":
    "Nada mais está guardado de você. Quantas vezes perguntou nos últimos minutos fica só na memória e some por si; as mensagens das conversas é você quem apaga. O que uma conversa privada recebe é esquecido lá com /forget.",
};
