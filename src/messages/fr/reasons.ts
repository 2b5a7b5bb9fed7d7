/** French: why something did not work. */

import type { Translation } from "../en/index.ts";

export const reasons: Translation = {
  "reason.noHost": "Aucun serveur ne s’appelle {host}, ou le réseau du bot ne le trouve pas.",
  "reason.port": "Le port {port} n’est pas autorisé. Les sites sont lus aux ports {ports}.",
  "reason.noLookup": "Le nom {host} ne peut être résolu pour l’instant.",
  "reason.noConnections": "{host} n’accepte pas de connexions.",
  "reason.brokeOff": "{host} a coupé la connexion.",
  "reason.notReached": "{host} est injoignable.",
  "reason.certificateExpired": "Le certificat de {host} a expiré.",
  "reason.certificateForOther": "Le certificat de {host} est celui d’un autre hôte.",
  "reason.certificateUntrusted": "Le certificat de {host} n’est pas digne de confiance.",
  "reason.tookTooLong": "{host} a mis trop de temps à répondre.",
  "reason.status": "{host} a répondu avec le statut {status}.",
  "reason.visitLess": "{host} demande des visites moins fréquentes ({status}).",
  "reason.leaveAlone": "{host} a demandé à être laissé tranquille un moment.",
  "reason.noText": "La page ne contient pas de texte.",
  "reason.slow": "La lecture du document dure plus de {seconds} s.",
  "reason.heavy": "La lecture du document demande trop de mémoire.",
  "reason.costly": "Ce qui a été demandé ici était très long à lire. Réessayez dans {minutes} minutes.",
  "reason.full": "Trop de documents attendent déjà d’être lus.",
  "reason.twoWeeks": "Illisible pendant 14 jours : {reason}",
  "reason.gone": "disparu : {reason}",
  "reason.removed": "le bot a été retiré",
  "reason.channelGone": "le canal n’existe plus",
  "reason.noAccess": "le bot n’a pas accès au canal : donnez-lui « Voir le salon »",
  "reason.mayNotPost":
    "le bot ne peut pas publier dans le canal : donnez-lui « Envoyer des messages » et « Intégrer des liens »",
  "reason.topicGone": "le sujet est fermé ou supprimé ({detail})",
  "reason.notConnected": "la plateforme n’est pas connectée",
  "reason.tooOld": "trop ancien pour être publié",
  "reason.subscriptionEnded": "l’abonnement est terminé",
  "reason.subscriptionPaused": "l’abonnement est en pause",
  "reason.maybeArrived": "un envoi précédent est peut-être arrivé",
  "reason.givenUp": "abandonné après {tries} essais : {reason}",
};
