/** Ukrainian: why something did not work. */

import type { Translation } from "../en/index.ts";

export const reasons: Translation = {
  "reason.noHost": "Немає вузла з іменем {host}, або мережа бота його не знаходить.",
  "reason.port": "Порт {port} не дозволено. Сайти читаються на портах {ports}.",
  "reason.noLookup": "Назву {host} зараз не вдається знайти.",
  "reason.noConnections": "{host} не приймає з’єднань.",
  "reason.brokeOff": "{host} розірвав з’єднання.",
  "reason.notReached": "{host} недоступний.",
  "reason.certificateExpired": "Строк сертифіката {host} минув.",
  "reason.certificateForOther": "Сертифікат {host} видано для іншого вузла.",
  "reason.certificateUntrusted": "Сертифікату {host} не можна довіряти.",
  "reason.tookTooLong": "{host} надто довго не відповідав.",
  "reason.status": "{host} відповів зі статусом {status}.",
  "reason.visitLess": "{host} просить заходити рідше ({status}).",
  "reason.leaveAlone": "{host} просить поки не турбувати.",
  "reason.noText": "На сторінці немає тексту.",
  "reason.slow": "Читання документа триває довше {seconds} с.",
  "reason.heavy": "Читання документа потребує забагато пам’яті.",
  "reason.costly": "Те, що тут запитали, читалося дуже довго. Спробуйте знову через {minutes} хв.",
  "reason.full": "Забагато вже чекає на читання.",
  "reason.twoWeeks": "Не читалася 14 днів: {reason}",
  "reason.gone": "недоступно: {reason}",
  "reason.removed": "бота вилучено",
  "reason.channelGone": "каналу більше немає",
  "reason.noAccess": "бот не має доступу до каналу: дайте йому право «Переглядати канал»",
  "reason.mayNotPost":
    "бот не може писати в каналі: дайте йому права «Надсилати повідомлення» і «Вбудовувати посилання»",
  "reason.topicGone": "тему закрито або видалено ({detail})",
  "reason.notConnected": "платформу не підключено",
  "reason.tooOld": "застаре для публікації",
  "reason.subscriptionEnded": "підписку завершено",
  "reason.subscriptionPaused": "підписка на паузі",
  "reason.maybeArrived": "попереднє відправлення могло дійти",
  "reason.givenUp": "після стількох спроб відправлення припинено ({tries}): {reason}",
};
