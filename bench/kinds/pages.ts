/** Kinds of pages: what is put between or around an article's paragraphs, and never belongs to its text. */

import { ArticleError, extractArticle } from "../../src/articles/extract.ts";
import type { Kind } from "./kind.ts";
import { type News, pick, type Random, toCount, toHtml, toName, toNews } from "./words.ts";

const URL_OF_PAGE = "https://quay.example/news/one";
const SHELLS = [
  (inner: string) => `<main><article>${inner}</article></main>`,
  (inner: string) =>
    `<div id="content"><div class="story">${inner}</div></div><div class="rail"><a href="/x">Weather</a></div>`,
  (inner: string) =>
    `<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article class="post">${inner}</article>`,
  (inner: string) => `<div>${inner}</div>`,
];

interface Parts {
  /** Markup put between two paragraphs of the article. */
  readonly between?: string;
  readonly before?: string;
  readonly after?: string;
  readonly head?: string;
}

function toPage(random: Random, { headline, paragraphs }: News, parts: Parts): string {
  const at = toCount(random, 1, paragraphs.length - 1);
  const text = `${toHtml(paragraphs.slice(0, at))}${parts.between ?? ""}${toHtml(paragraphs.slice(at))}`;
  const inner = `<h1>${headline}</h1>${parts.before ?? ""}${text}${parts.after ?? ""}`;
  const head = `<title>${headline}</title>${parts.head ?? ""}`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${pick(random, SHELLS)(inner)}</body></html>`;
}

/** Null when the whole article and none of the strange words are in the text. */
function judge(html: string, wanted: readonly string[], strange: readonly string[]): string | null {
  const { text } = extractArticle(html, URL_OF_PAGE);
  const lost = wanted.find((each) => !text.includes(each));
  if (lost !== undefined) return `lost: ${lost} | ${html}`;
  const come = strange.find((each) => text.includes(each));
  return come === undefined ? null : `came in: ${come} | ${html}`;
}

const surroundedBy =
  (make: (random: Random, news: News) => Parts & { readonly strange: readonly string[] }) =>
  async (random: Random): Promise<string | null> => {
    const news = toNews(random);
    const { strange, ...parts } = make(random, news);
    return judge(toPage(random, news, parts), news.paragraphs, strange);
  };

const WALL_LINES: readonly (readonly [title: string, ...lines: readonly string[]])[] = [
  ["Just a moment…", "Checking your browser before you go on. This takes a few seconds.", "Ray ID: 7f3a9"],
  ["Log in", "Please log in to continue reading.", "Forgot your password? Create a free account."],
  ["Subscribe", "Subscribe to unlock this story. Cancel at any time.", "Already a subscriber? Log in."],
  ["429", "Too many requests. Please try again later."],
  [
    "Access denied",
    "You do not have permission to see this page. Our systems have detected unusual traffic from your network.",
  ],
  ["Seite nicht gefunden", "Die gesuchte Seite existiert nicht oder wurde verschoben.", "Zurück zur Startseite"],
  [
    "Bitte anmelden",
    "Melden Sie sich an, um weiterzulesen.",
    "Noch kein Konto? Jetzt Abo abschließen, jederzeit kündbar.",
  ],
  ["Page introuvable", "La page que vous recherchez n'existe plus. Retour à l'accueil."],
  ["Acceso denegado", "Comprobamos que no eres un robot. Activa JavaScript y cookies para continuar."],
  ["Página não encontrada", "A página que procura não existe ou foi removida. Voltar à página inicial."],
  ["Accesso negato", "Stiamo verificando che tu non sia un robot. Attiva JavaScript per continuare."],
];

const HIDDEN = [
  'style="display:none"',
  'style="visibility: hidden"',
  "hidden",
  'class="sr-only"',
  'aria-hidden="true"',
  'style="font-size:0"',
  'style="position:absolute;left:-9999px"',
];

export const PAGE_KINDS: readonly Kind[] = [
  {
    name: "a wall instead of the article",
    tryOne: async (random) => {
      const { headline } = toNews(random);
      const [title, ...lines] = pick(random, WALL_LINES);
      const named = random() < 0.3 ? headline : title;
      const html = `<html><head><title>${pick(random, [title, headline])}</title></head><body><div><h1>${named}</h1>${toHtml(lines)}<button>OK</button></div></body></html>`;
      try {
        return `read: ${extractArticle(html, URL_OF_PAGE).text} | ${html}`;
      } catch (error) {
        return error instanceof ArticleError && (error.code === "wall" || error.code === "no-text")
          ? null
          : String(error);
      }
    },
  },
  {
    name: "a consent box in the page",
    tryOne: surroundedBy((random) => {
      const line = pick(random, [
        "We and our partners store and access information on your device, such as cookies, to show personalized ads.",
        "You can change or withdraw your consent at any time in our privacy policy. Our partners rely on legitimate interest.",
        "Wir und unsere Partner verwenden Cookies, um personalisierte Anzeigen zu zeigen. Sie können Ihre Einwilligung widerrufen.",
      ]);
      const name = pick(random, ["cookie-banner", "consent-modal", "cmp", "gdpr-box", "x1"]);
      const box = `<div class="${name}"><h2>Your privacy</h2><p>${line}</p><button>Accept all</button><button>Reject</button></div>`;
      return { ...pick(random, [{ between: box }, { before: box }, { after: box }]), strange: [line] };
    }),
  },
  {
    name: "hidden text",
    tryOne: surroundedBy((random) => {
      const words = `Buy ${toName(random)} coins today, the mayor says.`;
      const tag = pick(random, ["div", "p", "span", "section"]);
      return { between: `<${tag} ${pick(random, HIDDEN)}>${words}</${tag}>`, strange: [words] };
    }),
  },
  {
    name: "another article in a card",
    tryOne: surroundedBy((random) => {
      const other = { ...toNews(random), headline: `Storm sinks the lantern of ${toName(random)}` };
      const lead = `A lantern ship went down off the coast of Brume at dawn, and ${toName(random)} swam ashore with the log book.`;
      const link = `<a href="/news/${toCount(random, 2, 999)}">${other.headline}</a>`;
      const tag = pick(random, ["aside", "div", "section"]);
      const box = pick(random, [
        `<${tag}><h3>${link}</h3><p>${lead}</p></${tag}>`,
        `<${tag} class="c${toCount(random, 1, 99)}"><p>Read also</p><p>${link}</p><p>${lead}</p></${tag}>`,
        `<${tag}><h4>Related</h4><h3>${link}</h3><p>${lead}</p></${tag}>`,
      ]);
      return { ...pick(random, [{ between: box }, { after: box }]), strange: [lead] };
    }),
  },
  {
    name: "markup that changes facts",
    tryOne: async (random) => {
      const news = toNews(random);
      const [old, now, power] = [toCount(random, 100, 499), toCount(random, 500, 999), toCount(random, 2, 9)];
      const [fact, wanted, strange] = pick(random, [
        [
          `The repair takes <del>${old}</del><ins>${now}</ins> days of work in the open sea.`,
          `${now} days`,
          `${old}${now}`,
        ],
        [`The repair takes <s>${old}</s> ${now} days of work in the open sea.`, `${now} days`, `${old}`],
        [`The pier bears 10<sup>${power}</sup> kilograms when the tide is out.`, "kilograms", `10${power} `],
        [
          `The pier is ${now}<sup><a href="#fn1">${power}</a></sup> meters long by the newest survey.`,
          `${now}`,
          `${now}${power}`,
        ],
      ] as const);
      const text = extractArticle(toPage(random, news, { between: `<p>${fact}</p>` }), URL_OF_PAGE).text;
      return text.includes(wanted) && !text.includes(strange) ? null : `${fact} -> ${text}`;
    },
  },
  {
    name: "a list of names",
    tryOne: async (random) => {
      const news = toNews(random);
      const names = [...new Set(Array.from({ length: toCount(random, 3, 9) }, () => toName(random)))];
      const items = names.map((name) => `${name}, ${toCount(random, 18, 90)}, of Brume`);
      const tag = pick(random, ["ul", "ol"]);
      const list = `<p>Those honored by the council are:</p><${tag}>${items.map((item) => `<li>${item}</li>`).join("")}</${tag}>`;
      return judge(toPage(random, news, { between: list }), items, []);
    },
  },
  {
    name: "another article's structured data",
    tryOne: async (random) => {
      const news = toNews(random);
      const stranger = `Zora ${toCount(random, 1, 9)} Quill`.replace(/ \d /, " ");
      const data = {
        "@type": "NewsArticle",
        headline: "Lantern ship goes down off Brume",
        url: "https://quay.example/news/two",
        author: { "@type": "Person", name: stranger },
      };
      const html = toPage(random, news, {
        head: `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
      });
      const { byline, title } = extractArticle(html, URL_OF_PAGE);
      return byline !== stranger && title === news.headline ? null : `${byline}, ${title}`;
    },
  },
];
