/** Portuguese, as in Brazil: what the platforms say around posts and answers, and how they are set up. */

import type { Translation } from "../en/index.ts";

export const platforms: Translation = {
  "post.inArticle": "no artigo",
  "post.readArticle": "Ler o artigo",
  "post.updated": "atualizado",
  "post.opinion": "opinião",
  "post.opinionBy": "opinião de {author}",
  "post.review": "crítica",
  "post.reviewBy": "crítica de {author}",
  "post.satire": "sátira",
  "post.humor": "humor",
  "post.release": "comunicado de imprensa",
  "post.paid": "conteúdo pago",
  "post.fromFeed": "do resumo do feed",
  "post.foundVia": "encontrado por meio de {feed}",
  "post.also": "Também: {outlets}",
  "post.alsoIn": "também em {outlets}",
  "post.withdrawn": "já não consta do artigo",
  "post.corrected": "corrigido depois no artigo",
  "post.goneFrom": "já não consta em {outlets}",
  "post.alsoMore": { one: "Também: {outlets} e mais {count}", other: "Também: {outlets} e mais {count}" },

  "reply.done": "Pronto.",
  "reply.link": "link",
  "reply.listMore": { one: "… e mais {count}", other: "… e mais {count}" },
  "reply.tooMuch": "Há mais do que cabe aqui. Restrinja para ver o resto.",
  "reply.fault": "Algo deu errado. Tente de novo daqui a pouco, por favor.",
  "reply.checking": "O bot está sendo verificado. Tente de novo em um minuto, por favor.",

  "discord.channel": "Outro canal que não este",
  "discord.noEmbeds": "Sem a permissão {right}, as publicações chegam aqui como texto simples.",
  "discord.mayNotPostHere":
    "Ainda não posso publicar aqui. Dê-me a permissão {rights} nas configurações do canal e tente de novo.",
  "discord.mayNotPostThere":
    "Ainda não posso publicar lá. Dê-me a permissão {rights} nas configurações do canal e tente de novo.",
  "discord.right.viewChannel": "Ver canal",
  "discord.right.sendMessages": "Enviar mensagens",
  "discord.right.sendInThreads": "Enviar mensagens em tópicos",
  "discord.right.createPosts": "Criar postagens",
  "discord.right.embedLinks": "Inserir links",
  "discord.right.mentionEveryone": "Mencionar @everyone, @here e todos os cargos",
  "discord.right.manageWebhooks": "Gerenciar webhooks",
  "discord.right.readHistory": "Ver histórico de mensagens",
  "discord.right.manageMessages": "Gerenciar mensagens",
  "wish.senderElsewhere": "Só em canais de servidores do Discord as publicações podem sair com o nome do veículo.",
  "choice.bot": "bot",
  "choice.outlet": "veículo",
  "display.sender": "com o nome do veículo",
  "discord.direct": "nossas mensagens diretas",
  "discord.directHello":
    "Olá. As notícias que você assina chegam aqui. /subscriptions as mostra, /unsubscribe as encerra.",
  "discord.directRefused":
    "O Discord ainda não me deixa escrever para você: permita mensagens diretas deste app nas suas configurações de privacidade. Vou tentar de novo.",
  "discord.needsForOutlet":
    "Para publicar com o nome dos veículos, preciso da permissão {rights} lá. Conceda-a nas configurações do canal e tente de novo; até lá, as publicações saem com o meu próprio nome.",
  "discord.noOutlet": "Sem a permissão {rights}, as publicações saem aqui com o meu próprio nome.",
  "discord.mayNotMention":
    "Não posso mencionar {role} lá, então ninguém seria avisado. Permita nas configurações do servidor que qualquer pessoa mencione o cargo, ou me dê a permissão {right}.",

  "telegram.channel": "Configurar daqui um canal ou grupo seu",
  "telegram.named": "Usar daqui um comando para um canal ou grupo: o nome vem primeiro",
  "telegram.chooseChannel": "Escolher um canal",
  "telegram.chooseGroup": "Escolher um grupo",
  "telegram.chooseBelow": "Escolha abaixo o canal ou grupo: o Telegram me adiciona com o direito de publicar.",
  "telegram.orName": "Ou escreva você o nome:",
  "telegram.channelPrivately": "/channel funciona em uma conversa privada comigo. Aqui basta /subscribe.",
  "telegram.ready": "{chat}: tudo pronto. Para administrar daqui, escreva primeiro o nome:",
  "telegram.welcomeGroup":
    "Olá. Publico resumos curtos de notícias com citações copiadas palavra por palavra. Quem administra o grupo pode começar com /subscribe everything; /help mostra o resto.",
  "telegram.welcomeChannel": "Agora posso publicar no seu canal. Comece com: {command}",
  "telegram.topicGone":
    "Um tópico que assinava notícias foi fechado ou excluído; suas publicações pararam. Use /subscribe em outro tópico para continuar.",
  "reply.about": "Para {place}:",
  "telegram.nothingFound": "Nada encontrado. Perguntar em particular",
  "telegram.managersUnknown": "O Telegram não informou quem administra este chat. Tente de novo, por favor.",
  "telegram.noAnswer": "O Telegram não respondeu. Tente de novo, por favor.",
  "telegram.chatNotFound":
    "Não encontro {chat}. Adicione-me primeiro; em um canal, com direitos de administração e de publicação. /channel faz as duas coisas.",
  "telegram.mayNotPost":
    "Não posso publicar em {chat}. Dê-me lá direitos de administração e de publicação e tente de novo.",
  "telegram.notIn": "Não estou em {chat}. Adicione-me e tente de novo.",
  "telegram.notManager": "Só quem pode publicar em {chat} pode administrá-lo, e segundo o Telegram você não pode.",
};
