/** Spanish: why something did not work. */

import type { Translation } from "../en/index.ts";

export const reasons: Translation = {
  "reason.noHost": "No existe ningún servidor llamado {host}.",
  "reason.noLookup": "El nombre {host} no se puede resolver ahora.",
  "reason.noConnections": "{host} no acepta conexiones.",
  "reason.brokeOff": "{host} cortó la conexión.",
  "reason.notReached": "No se puede contactar con {host}.",
  "reason.certificateExpired": "El certificado de {host} ha caducado.",
  "reason.certificateForOther": "El certificado de {host} es de otro servidor.",
  "reason.certificateUntrusted": "El certificado de {host} no es de confianza.",
  "reason.tookTooLong": "{host} tardó demasiado en responder.",
  "reason.status": "{host} respondió con el estado {status}.",
  "reason.visitLess": "{host} pide menos visitas ({status}).",
  "reason.leaveAlone": "{host} pidió que se le deje tranquilo un tiempo.",
  "reason.noText": "La página no contiene texto.",
  "reason.twoWeeks": "No se pudo leer durante 14 días: {reason}",
  "reason.gone": "desaparecido: {reason}",
  "reason.removed": "se quitó el bot",
  "reason.channelGone": "el canal ya no existe",
  "reason.noAccess": "el bot no tiene acceso al canal: dale «Ver canal»",
  "reason.mayNotPost": "el bot no puede publicar en el canal: dale «Enviar mensajes» e «Insertar enlaces»",
  "reason.topicGone": "el tema está cerrado o eliminado ({detail})",
  "reason.notConnected": "la plataforma no está conectada",
  "reason.tooOld": "demasiado antiguo para publicarlo",
  "reason.subscriptionEnded": "la suscripción ha terminado",
  "reason.subscriptionPaused": "la suscripción está en pausa",
  "reason.maybeArrived": "quizá llegó un envío anterior",
  "reason.givenUp": "abandonado tras {tries} intentos: {reason}",
};
