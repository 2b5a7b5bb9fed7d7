/** Vela World Service's pages: one template, many languages and scripts, right-to-left where the language asks for it. */

import { escapeHtml, type Furniture, type PageInput, toBody, toInline, toLinks, toTime } from "../markup.ts";

interface Words {
  readonly sections: string;
  readonly see: string;
  readonly latest: string;
  readonly share: string;
  readonly cookies: string;
}

const SPANISH: Words = {
  sections: "Noticias · Ciencia · Deportes · Cultura",
  see: "Vea también:",
  latest: "Lo más leído",
  share: "Compartir",
  cookies: "Usamos cookies para mejorar el servicio.",
};

const WORDS: Readonly<Record<string, Words>> = {
  es: SPANISH,
  pt: {
    sections: "Notícias · Ciência · Esportes · Cultura",
    see: "Veja também:",
    latest: "Mais lidas",
    share: "Compartilhar",
    cookies: "Usamos cookies para melhorar o serviço.",
  },
  uk: {
    sections: "Новини · Наука · Спорт · Культура",
    see: "Читайте також:",
    latest: "Найпопулярніше",
    share: "Поділитися",
    cookies: "Ми використовуємо файли cookie.",
  },
  pl: {
    sections: "Wiadomości · Nauka · Sport · Kultura",
    see: "Zobacz też:",
    latest: "Najczęściej czytane",
    share: "Udostępnij",
    cookies: "Używamy plików cookie.",
  },
  ar: {
    sections: "أخبار · علوم · رياضة · ثقافة",
    see: "اقرأ أيضا:",
    latest: "الأكثر قراءة",
    share: "شارك",
    cookies: "نستخدم ملفات تعريف الارتباط.",
  },
  ja: {
    sections: "ニュース · 科学 · スポーツ · 文化",
    see: "関連記事：",
    latest: "よく読まれている記事",
    share: "共有",
    cookies: "当サイトはクッキーを使用します。",
  },
};

const toFurniture = (words: Words): Furniture => ({
  see: (text) => `<p class="link-line"><b>${words.see}</b> <a href="#">${toInline(text)}</a></p>`,
  more: (text) => `<aside><h3>${words.latest}</h3><a href="#">${toInline(text)}</a></aside>`,
  ad: (text) => `<div class="promo">${toInline(text)}</div>`,
  newsletter: (text) => `<div class="subscribe-box">${toInline(text)}</div>`,
});

export function toWorldPage(page: PageInput): string {
  const { article, outlet } = page;
  const words = WORDS[article.language] ?? SPANISH;
  const direction = article.language === "ar" ? ' dir="rtl"' : "";
  return `<!doctype html>
<html lang="${article.language}"${direction}>
<head>
<meta http-equiv="content-type" content="text/html; charset=${article.charset}">
<title>${escapeHtml(article.title)} | ${escapeHtml(outlet.title)}</title>
<meta property="og:title" content="${escapeHtml(article.title)}">
<meta property="og:site_name" content="${escapeHtml(outlet.title)}">
<meta property="article:published_time" content="${page.publishedAt.toISOString()}">
</head>
<body>
<div class="cookie-notice">${words.cookies} <button>OK</button></div>
<header><a href="${escapeHtml(page.homepage)}">${escapeHtml(outlet.title)}</a><nav>${words.sections}</nav></header>
<main role="main">
<h1>${escapeHtml(article.title)}</h1>
${article.byline === null ? "" : `<p class="byline">${escapeHtml(article.byline)}</p>`}
<p class="date"><time datetime="${page.publishedAt.toISOString()}">${toTime(page.publishedAt, article.language)}</time></p>
<div class="share">${words.share}</div>
<div class="story-body">
${toBody(article, toFurniture(words))}
</div>
</main>
<section class="most-read"><h2>${words.latest}</h2><ul>
${toLinks(page.others.slice(0, 6))}
</ul></section>
<footer>© ${page.now.getUTCFullYear()} ${escapeHtml(outlet.title)}</footer>
</body>
</html>`;
}
