/** German: why something did not work. */

import type { Translation } from "../en/index.ts";

export const reasons: Translation = {
  "reason.noHost": "Einen Rechner namens {host} gibt es nicht.",
  "reason.noLookup": "Der Name {host} ist gerade nicht aufzulösen.",
  "reason.noConnections": "{host} nimmt keine Verbindungen an.",
  "reason.brokeOff": "{host} hat die Verbindung abgebrochen.",
  "reason.notReached": "{host} ist nicht erreichbar.",
  "reason.certificateExpired": "Das Zertifikat von {host} ist abgelaufen.",
  "reason.certificateForOther": "Das Zertifikat von {host} gilt für einen anderen Rechner.",
  "reason.certificateUntrusted": "Dem Zertifikat von {host} ist nicht zu trauen.",
  "reason.tookTooLong": "{host} hat zu lange gebraucht.",
  "reason.status": "{host} hat mit Status {status} geantwortet.",
  "reason.visitLess": "{host} möchte seltener besucht werden ({status}).",
  "reason.leaveAlone": "{host} möchte eine Weile in Ruhe gelassen werden.",
  "reason.noText": "Die Seite enthält keinen Text.",
  "reason.twoWeeks": "14 Tage lang war nichts zu lesen: {reason}",
  "reason.gone": "weg: {reason}",
  "reason.removed": "der Bot wurde entfernt",
  "reason.channelGone": "den Kanal gibt es nicht mehr",
  "reason.noAccess": "der Bot hat keinen Zugang zum Kanal: er braucht „Kanal anzeigen“",
  "reason.mayNotPost": "der Bot darf im Kanal nicht schreiben: er braucht „Nachrichten senden“ und „Links einbetten“",
  "reason.topicGone": "das Thema ist geschlossen oder gelöscht ({detail})",
  "reason.notConnected": "die Plattform ist nicht verbunden",
  "reason.tooOld": "zu alt zum Senden",
  "reason.subscriptionEnded": "das Abo ist beendet",
  "reason.subscriptionPaused": "das Abo ist angehalten",
  "reason.maybeArrived": "ein früherer Versuch kam vielleicht an",
  "reason.givenUp": "nach {tries} Versuchen aufgegeben: {reason}",
};
