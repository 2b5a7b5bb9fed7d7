/** Words people ask with who type no command, in each language the bot speaks: "who said what about the harbor?". */

import type { Language } from "../domain/say.ts";

export interface PlainWords {
  /** The whole of what is typed. */
  readonly help: readonly string[];
  readonly latest: readonly string[];
  /** Both together anywhere: "why is nothing coming". */
  readonly why: readonly string[];
  readonly nothing: readonly string[];
  /** What a line begins with; what is wished follows. */
  readonly follow: readonly string[];
  readonly subscribe: readonly string[];
  readonly unsubscribe: readonly string[];
  /** The same as the whole of what is typed: too common to begin with. */
  readonly stop: readonly string[];
  readonly search: readonly string[];
  readonly quotesBy: readonly string[];
  readonly quotesAbout: readonly string[];
  /** Verbs of speech, by which a question asks for quotes. */
  readonly say: readonly string[];
  /** What parts who is asked about from what. */
  readonly about: readonly string[];
  /** What a question begins with; they are no words to look for. */
  readonly question: readonly string[];
  /** Words for news itself, which say nothing of what is wanted. */
  readonly news: readonly string[];
}

export const PLAIN_WORDS: Readonly<Record<Language, PlainWords>> = {
  en: {
    help: ["help", "help me", "what can you do", "what can i do", "how does this work", "commands", "menu"],
    latest: ["news", "the news", "latest news", "headlines", "what is new", "what's new", "show me the news"],
    why: ["why", "how come"],
    nothing: ["nothing", "no news", "no posts", "not coming", "not come", "empty"],
    follow: ["follow"],
    subscribe: ["subscribe to", "subscribe", "send me", "i want", "give me", "notify me about", "tell me when"],
    unsubscribe: ["unsubscribe from", "unsubscribe", "unfollow", "stop following", "stop sending", "stop posting"],
    stop: ["stop", "cancel", "quiet"],
    search: [
      "search for",
      "search",
      "find",
      "look for",
      "news about",
      "news on",
      "news of",
      "anything about",
      "tell me about",
    ],
    quotesBy: ["quotes by", "quotes from", "quotes of", "quote by", "quotes"],
    quotesAbout: ["quotes about", "quotes on", "quote about"],
    say: ["said", "say", "says", "saying", "told", "quoted", "commented", "think", "thinks", "thought"],
    about: ["about", "on", "regarding", "concerning"],
    question: ["who", "whom", "what", "what's", "when", "where", "which", "how", "why", "did", "does", "do", "is"],
    news: ["news", "headlines", "stories", "story", "articles", "posts", "anything", "something"],
  },
  de: {
    help: ["hilfe", "hilf mir", "was kannst du", "was kann ich tun", "wie geht das", "befehle"],
    latest: ["nachrichten", "neues", "neuigkeiten", "was gibt es neues", "was ist neu", "schlagzeilen"],
    why: ["warum", "wieso", "weshalb"],
    nothing: ["nichts", "keine nachrichten", "keine beiträge", "leer"],
    follow: ["folge", "folgen", "verfolge"],
    subscribe: ["abonniere", "abonnieren", "schick mir", "ich möchte", "ich will", "gib mir"],
    unsubscribe: ["kündige", "bestelle ab", "entfolge", "keine nachrichten mehr"],
    stop: ["stopp", "stop", "abbestellen", "kündigen", "aufhören"],
    search: ["suche nach", "suche", "such", "finde", "nachrichten über", "nachrichten zu", "neues über", "neues zu"],
    quotesBy: ["zitate von", "zitate"],
    quotesAbout: ["zitate über", "zitate zu", "zitate zum", "zitate zur"],
    say: ["sagt", "sagte", "sagten", "gesagt", "sagen", "meint", "meinte", "äußerte", "geäußert", "erklärte"],
    about: ["über", "zu", "zum", "zur"],
    question: ["wer", "wen", "wem", "was", "wann", "wo", "welche", "welcher", "wie", "warum", "hat", "haben", "gibt"],
    news: ["nachrichten", "neues", "neuigkeiten", "schlagzeilen", "artikel", "beiträge", "etwas"],
  },
  fr: {
    help: ["aide", "aide-moi", "que peux-tu faire", "comment ça marche", "commandes"],
    latest: [
      "actualités",
      "les actualités",
      "nouvelles",
      "les nouvelles",
      "quoi de neuf",
      "dernières nouvelles",
      "infos",
    ],
    why: ["pourquoi"],
    nothing: ["rien", "aucune nouvelle", "pas de nouvelles", "aucun article", "vide"],
    follow: ["suivre", "suis"],
    subscribe: ["abonne-moi à", "abonner à", "s'abonner à", "m'abonner à", "envoie-moi", "je veux", "je voudrais"],
    unsubscribe: ["désabonner de", "se désabonner", "désabonne-moi", "ne plus suivre"],
    stop: ["arrête", "arrêter", "stop", "désabonner"],
    search: ["cherche", "chercher", "rechercher", "trouve", "trouver", "des nouvelles de", "nouvelles de", "infos sur"],
    quotesBy: ["citations de", "citations d'", "citations"],
    quotesAbout: ["citations sur", "citations à propos de"],
    say: ["dit", "dire", "disent", "disait", "déclaré", "déclare", "affirmé", "pense", "pensent"],
    about: ["sur", "propos", "concernant", "au sujet"],
    question: [
      "qui",
      "que",
      "quoi",
      "qu'",
      "quand",
      "où",
      "quel",
      "quelle",
      "quelles",
      "quels",
      "comment",
      "est-ce",
      "a",
      "ont",
    ],
    news: ["actualités", "nouvelles", "infos", "articles", "actualité"],
  },
  es: {
    help: ["ayuda", "ayúdame", "qué puedes hacer", "cómo funciona", "comandos"],
    latest: ["noticias", "las noticias", "últimas noticias", "qué hay de nuevo", "novedades", "titulares"],
    why: ["por qué", "porqué"],
    nothing: ["nada", "no hay noticias", "ninguna noticia", "no llega", "no llegan", "vacío"],
    follow: ["seguir a", "sigue a", "seguir", "sigue"],
    subscribe: [
      "suscríbeme a",
      "suscribirme a",
      "suscribir a",
      "suscribirse a",
      "suscribe",
      "envíame",
      "quiero",
      "mándame",
    ],
    unsubscribe: ["darme de baja de", "cancelar la suscripción", "dejar de seguir"],
    stop: ["para", "basta", "cancelar", "darme de baja"],
    search: ["busca", "buscar", "encuentra", "noticias sobre", "noticias de", "algo sobre"],
    quotesBy: ["citas de", "citas"],
    quotesAbout: ["citas sobre", "citas acerca de"],
    say: ["dijo", "dice", "dicen", "dijeron", "dicho", "decir", "declaró", "afirmó", "opina", "piensa"],
    about: ["sobre", "acerca", "respecto"],
    question: ["quién", "quiénes", "qué", "cuándo", "dónde", "cuál", "cuáles", "cómo", "por qué", "ha", "han", "hay"],
    news: ["noticias", "novedades", "titulares", "artículos", "algo"],
  },
  pt: {
    help: ["ajuda", "ajude-me", "o que você pode fazer", "como funciona", "comandos"],
    latest: ["notícias", "as notícias", "últimas notícias", "o que há de novo", "novidades", "manchetes"],
    why: ["por que", "por quê", "porquê", "porque"],
    nothing: ["nada", "nenhuma notícia", "não há notícias", "não chega", "não chegam", "vazio"],
    follow: ["seguir", "siga", "acompanhar"],
    subscribe: ["assinar", "assine", "inscrever-me em", "subscrever", "me envie", "envie-me", "quero"],
    unsubscribe: ["cancelar a assinatura", "cancele a assinatura", "deixar de seguir"],
    stop: ["pare", "chega", "cancelar", "cancele"],
    search: ["procurar", "procure", "buscar", "busque", "encontre", "notícias sobre", "notícias de", "algo sobre"],
    quotesBy: ["citações de", "citações"],
    quotesAbout: ["citações sobre"],
    say: ["disse", "diz", "dizem", "disseram", "dito", "dizer", "declarou", "afirmou", "pensa", "acha"],
    about: ["sobre", "acerca", "respeito"],
    question: ["quem", "que", "quê", "quando", "onde", "qual", "quais", "como", "há", "o"],
    news: ["notícias", "novidades", "manchetes", "artigos", "algo"],
  },
  ru: {
    help: ["помощь", "помоги", "что ты умеешь", "как это работает", "команды", "справка"],
    latest: ["новости", "последние новости", "что нового", "заголовки"],
    why: ["почему", "отчего"],
    nothing: ["ничего", "нет новостей", "не приходит", "не приходят", "пусто"],
    follow: ["следить за", "следи за", "следить"],
    subscribe: ["подпишись на", "подпиши на", "подпиши меня на", "подписаться на", "присылай", "хочу"],
    unsubscribe: ["отпишись от", "отписаться от", "отписаться", "отпишись"],
    stop: ["хватит", "стоп", "отписка"],
    search: ["найди", "найти", "ищи", "поиск", "новости о", "новости об", "новости про", "что-нибудь о"],
    quotesBy: ["цитаты"],
    quotesAbout: ["цитаты о", "цитаты об", "цитаты про"],
    say: ["сказал", "сказала", "сказали", "говорит", "говорят", "говорил", "говорила", "заявил", "заявила", "думает"],
    about: ["о", "об", "обо", "про", "насчет"],
    question: ["кто", "что", "когда", "где", "какие", "какой", "какая", "как", "почему", "есть", "ли"],
    news: ["новости", "новостей", "заголовки", "статьи", "что-нибудь"],
  },
  uk: {
    help: ["допомога", "допоможи", "що ти вмієш", "як це працює", "команди", "довідка"],
    latest: ["новини", "останні новини", "що нового", "заголовки"],
    why: ["чому", "чого"],
    nothing: ["нічого", "немає новин", "не приходить", "не приходять", "порожньо"],
    follow: ["стежити за", "стеж за", "стежити"],
    subscribe: ["підпишись на", "підпиши на", "підпиши мене на", "підписатися на", "надсилай", "хочу"],
    unsubscribe: ["відпишись від", "відписатися від", "відписатися", "відпишись"],
    stop: ["досить", "стоп", "відписка"],
    search: ["знайди", "знайти", "шукай", "пошук", "новини про", "щось про"],
    quotesBy: ["цитати"],
    quotesAbout: ["цитати про"],
    say: ["сказав", "сказала", "сказали", "каже", "кажуть", "говорив", "говорила", "заявив", "заявила", "думає"],
    about: ["про", "щодо", "стосовно"],
    question: ["хто", "що", "коли", "де", "які", "який", "яка", "як", "чому", "чи", "є"],
    news: ["новини", "новин", "заголовки", "статті", "щось"],
  },
  ar: {
    help: ["مساعدة", "ساعدني", "ماذا يمكنك أن تفعل", "كيف يعمل هذا", "الأوامر"],
    latest: ["أخبار", "الأخبار", "آخر الأخبار", "ما الجديد", "العناوين"],
    why: ["لماذا", "لم"],
    nothing: ["لا شيء", "لا أخبار", "لا توجد أخبار", "لا يصل", "لا تصل", "فارغ"],
    follow: ["تابع", "متابعة"],
    subscribe: ["اشترك في", "الاشتراك في", "أرسل لي", "أريد"],
    unsubscribe: ["ألغ الاشتراك في", "إلغاء الاشتراك", "ألغ متابعة"],
    stop: ["توقف", "كفى"],
    search: ["ابحث عن", "بحث عن", "ابحث", "أخبار عن", "جد"],
    quotesBy: ["اقتباسات", "أقوال"],
    quotesAbout: ["اقتباسات عن", "أقوال عن", "اقتباسات حول"],
    say: ["قال", "قالت", "قالوا", "يقول", "تقول", "صرح", "صرحت"],
    about: ["عن", "حول", "بشأن"],
    question: ["من", "ماذا", "ما", "متى", "أين", "أي", "كيف", "لماذا", "هل"],
    news: ["أخبار", "الأخبار", "العناوين", "مقالات", "شيء"],
  },
};
