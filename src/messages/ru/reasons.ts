/** Russian: why something did not work. */

import type { Translation } from "../en/index.ts";

export const reasons: Translation = {
  "reason.noHost": "Нет узла с именем {host}.",
  "reason.noLookup": "Имя {host} сейчас не удаётся найти.",
  "reason.noConnections": "{host} не принимает соединений.",
  "reason.brokeOff": "{host} оборвал соединение.",
  "reason.notReached": "{host} недоступен.",
  "reason.certificateExpired": "Срок сертификата {host} истёк.",
  "reason.certificateForOther": "Сертификат {host} выдан для другого узла.",
  "reason.certificateUntrusted": "Сертификату {host} нельзя доверять.",
  "reason.tookTooLong": "{host} слишком долго не отвечал.",
  "reason.status": "{host} ответил со статусом {status}.",
  "reason.visitLess": "{host} просит заходить реже ({status}).",
  "reason.leaveAlone": "{host} просит пока не беспокоить.",
  "reason.noText": "На странице нет текста.",
  "reason.twoWeeks": "Не читалась 14 дней: {reason}",
  "reason.gone": "недоступно: {reason}",
  "reason.removed": "бота удалили",
  "reason.channelGone": "канала больше нет",
  "reason.noAccess": "у бота нет доступа к каналу: дайте ему право «Просматривать канал»",
  "reason.mayNotPost": "боту нельзя писать в канале: дайте ему права «Отправлять сообщения» и «Встраивать ссылки»",
  "reason.topicGone": "тема закрыта или удалена ({detail})",
  "reason.notConnected": "платформа не подключена",
  "reason.tooOld": "слишком старое для публикации",
  "reason.subscriptionEnded": "подписка завершена",
  "reason.subscriptionPaused": "подписка на паузе",
  "reason.maybeArrived": "прежняя отправка могла дойти",
  "reason.givenUp": "после стольких попыток отправка прекращена ({tries}): {reason}",
};
