/** Small words people type around what they mean, in each language the bot speaks. */

import type { Language } from "../domain/say.ts";

interface TypedWords {
  /** Before a stretch of time, between its ends, and before a time where the language has an article there. */
  readonly from: readonly string[];
  readonly until: readonly string[];
  readonly timeArticles: readonly string[];
  /** After a time, saying only that it is one. */
  readonly clock: readonly string[];
  /** After a time, for the halves of the day: their letters, which "m" may follow. */
  readonly morning: readonly string[];
  readonly evening: readonly string[];
  /** What the name of a weekday may begin with. */
  readonly dayArticles: readonly string[];
  /** Between two that are both meant. */
  readonly and: readonly string[];
  /** Whatever there is. */
  readonly all: readonly string[];
  /** Before the number of a subscription. */
  readonly number: readonly string[];
  /** Times of day that have a name. */
  readonly noon: readonly string[];
  readonly midnight: readonly string[];
  /** Small words inside names: `Ursula von der Leyen`, `Lula da Silva`. */
  readonly nameParticles: readonly string[];
}

const NONE: TypedWords = {
  from: [],
  until: [],
  timeArticles: [],
  clock: [],
  morning: [],
  evening: [],
  dayArticles: [],
  and: [],
  all: [],
  number: [],
  noon: [],
  midnight: [],
  nameParticles: [],
};

const WORDS: Readonly<Record<Language, TypedWords>> = {
  en: {
    ...NONE,
    from: ["from"],
    until: ["to", "till", "until"],
    and: ["and"],
    all: ["all", "everything", "all news", "all feeds"],
    number: ["number", "no", "nr", "subscription"],
    noon: ["noon", "midday", "12 noon"],
    midnight: ["midnight", "12 midnight"],
    morning: ["a"],
    evening: ["p"],
    // Dutch and Flemish names are met in English news, too.
    nameParticles: ["ten", "ter", "van", "den"],
  },
  de: {
    ...NONE,
    from: ["von"],
    until: ["bis"],
    clock: ["uhr"],
    and: ["und"],
    all: ["alles", "alle", "alle nachrichten", "alle feeds"],
    number: ["nummer", "nr", "abo", "abonnement"],
    noon: ["mittag", "mittags", "12 uhr mittags"],
    midnight: ["mitternacht"],
    nameParticles: ["der", "vom", "von", "zu", "zur"],
  },
  fr: {
    ...NONE,
    from: ["de"],
    until: ["à"],
    clock: ["h"],
    and: ["et"],
    all: ["tout", "tous", "toutes", "toutes les nouvelles", "tous les flux"],
    number: ["numéro", "no", "n", "abonnement"],
    noon: ["midi"],
    midnight: ["minuit"],
    nameParticles: ["de", "du", "le", "la"],
  },
  es: {
    ...NONE,
    from: ["de"],
    until: ["a", "hasta"],
    timeArticles: ["las", "la"],
    and: ["y", "e"],
    all: ["todo", "todos", "todas", "todas las noticias", "todas las fuentes"],
    number: ["número", "n", "núm", "suscripción"],
    noon: ["mediodía", "el mediodía", "al mediodía"],
    midnight: ["medianoche", "la medianoche"],
    // Italian ones are as common in the Spanish-speaking press.
    nameParticles: ["de", "del", "el", "la", "della", "di", "dal"],
  },
  pt: {
    ...NONE,
    from: ["de", "das"],
    until: ["a", "às", "até"],
    and: ["e"],
    all: ["tudo", "todos", "todas", "todas as notícias", "todas as fontes"],
    number: ["número", "n", "inscrição", "assinatura"],
    noon: ["meio-dia", "meio dia"],
    midnight: ["meia-noite", "meia noite"],
    nameParticles: ["da", "das", "do", "dos"],
  },
  ru: {
    ...NONE,
    from: ["с"],
    until: ["до"],
    and: ["и"],
    all: ["все", "всё", "все новости", "все ленты"],
    number: ["номер", "подписка"],
    noon: ["полдень"],
    midnight: ["полночь"],
  },
  uk: {
    ...NONE,
    from: ["з", "від"],
    until: ["до"],
    and: ["і", "й", "та"],
    all: ["все", "усе", "всі", "усі", "усі новини", "всі новини", "усі стрічки"],
    number: ["номер", "підписка"],
    noon: ["полудень", "опівдні"],
    midnight: ["північ", "опівніч", "опівночі"],
  },
  ar: {
    ...NONE,
    from: ["من"],
    until: ["إلى", "حتى"],
    morning: ["ص"],
    evening: ["م"],
    dayArticles: ["ال"],
    and: ["و"],
    all: ["الكل", "كل شيء", "كل الأخبار", "جميع الأخبار"],
    number: ["رقم", "اشتراك"],
    noon: ["الظهر", "ظهرا", "منتصف النهار"],
    midnight: ["منتصف الليل"],
    nameParticles: ["al", "bin"],
  },
};

/** Of every language at once: nobody says which one they type in. */
const listAll = (kind: keyof TypedWords): readonly string[] => [
  ...new Set(Object.values(WORDS).flatMap((words) => words[kind])),
];

export const FROM_WORDS = listAll("from");
export const UNTIL_WORDS = listAll("until");
export const TIME_ARTICLES = listAll("timeArticles");
export const CLOCK_WORDS = listAll("clock");
export const MORNING_LETTERS = listAll("morning");
export const EVENING_LETTERS = listAll("evening");
export const AND_WORDS = listAll("and");
export const ALL_WORDS = listAll("all");
export const NUMBER_WORDS = listAll("number");
export const NOON_WORDS = listAll("noon");
export const MIDNIGHT_WORDS = listAll("midnight");
export const DAY_ARTICLES = listAll("dayArticles");
export const NAME_PARTICLES: ReadonlySet<string> = new Set(listAll("nameParticles"));
