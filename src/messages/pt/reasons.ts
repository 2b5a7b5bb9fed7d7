/** Portuguese, as in Brazil: why something did not work. */

import type { Translation } from "../en/index.ts";

export const reasons: Translation = {
  "reason.noHost": "Não existe servidor chamado {host}.",
  "reason.noLookup": "O nome {host} não pode ser resolvido agora.",
  "reason.noConnections": "{host} não aceita conexões.",
  "reason.brokeOff": "{host} interrompeu a conexão.",
  "reason.notReached": "Não é possível contatar {host}.",
  "reason.certificateExpired": "O certificado de {host} expirou.",
  "reason.certificateForOther": "O certificado de {host} é de outro servidor.",
  "reason.certificateUntrusted": "O certificado de {host} não é confiável.",
  "reason.tookTooLong": "{host} demorou demais para responder.",
  "reason.status": "{host} respondeu com o status {status}.",
  "reason.visitLess": "{host} pede visitas menos frequentes ({status}).",
  "reason.leaveAlone": "{host} pediu para ser deixado em paz por um tempo.",
  "reason.noText": "A página não contém texto.",
  "reason.twoWeeks": "Não pôde ser lido por 14 dias: {reason}",
  "reason.gone": "sumiu: {reason}",
  "reason.removed": "o bot foi removido",
  "reason.channelGone": "o canal não existe mais",
  "reason.noAccess": "o bot não tem acesso ao canal: dê-lhe “Ver canal”",
  "reason.mayNotPost": "o bot não pode publicar no canal: dê-lhe “Enviar mensagens” e “Inserir links”",
  "reason.topicGone": "o tópico está fechado ou excluído ({detail})",
  "reason.notConnected": "a plataforma não está conectada",
  "reason.tooOld": "antigo demais para publicar",
  "reason.subscriptionEnded": "a assinatura foi encerrada",
  "reason.subscriptionPaused": "a assinatura está pausada",
  "reason.maybeArrived": "um envio anterior pode ter chegado",
  "reason.givenUp": "desistiu-se após {tries} tentativas: {reason}",
};
