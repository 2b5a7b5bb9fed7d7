/** A page that shows a wall is no article, in whatever language; a consent box in a page is none of its text. */

import { describe, expect, test } from "vitest";
import { ArticleError, extractArticle } from "../../../src/articles/extract.ts";
import { meetsEntry } from "../../../src/articles/walls.ts";

const pageOf = (language: string, title: string, ...paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="${language}"><head><title>${title}</title></head><body><h1>${title}</h1>` +
  `${paragraphs.map((each) => `<p>${each}</p>`).join("")}<button>OK</button></body></html>`;

const codeOf = (html: string): string => {
  try {
    return `article: ${extractArticle(html, "https://valley.example/mill").text}`;
  } catch (error) {
    if (error instanceof ArticleError) return error.code;
    throw error;
  }
};

describe("a wall is no article", () => {
  test.each([
    [
      "en",
      "One moment, please",
      "We are making sure that you are not a robot. The page opens by itself after a few seconds.",
    ],
    [
      "en",
      "Valley Post",
      "Please turn on JavaScript and cookies to see this page.",
      "Reload it when you have done so.",
    ],
    [
      "en",
      "Mill grinds again",
      "Log in to continue reading. Forgot your password?",
      "Create a free account in two minutes.",
    ],
    [
      "en",
      "Mill grinds again",
      "Subscribe to unlock this story. Full digital access for one crown.",
      "Cancel any time.",
    ],
    [
      "en",
      "Mill grinds again",
      "This article has been removed from our pages. We suggest that you look at our front page for what happened in the valley today.",
    ],
    [
      "en",
      "Mill grinds again",
      "Open this story in our app to read it. The app is free and brings you the news of the valley and of its mills each morning.",
    ],
    [
      "fr",
      "Le moulin tourne de nouveau",
      "Cet article a été supprimé de notre site. Voici les nouvelles de la vallée.",
    ],
    ["de", "Die Mühle mahlt wieder", "Diesen Beitrag können Sie nur in unserer App lesen. Sie ist kostenlos."],
    ["en", "429", "Too many requests. Please try again in a few minutes."],
    [
      "en",
      "Sorry, we can't find that page",
      "It may have been moved or deleted. Check the address, or go back to the home page.",
    ],
    ["en", "Back soon", "Valley Post is down for planned maintenance. We apologize for any inconvenience."],
    ["en", "valley.example is for sale", "This domain may be for sale. Buy this domain from its owner today."],
    [
      "en",
      "Not available",
      "This site is not available in your region, since it has to follow the law of the European Economic Area.",
    ],
    [
      "de",
      "Zugriff verweigert",
      "Es gab ungewöhnlichen Datenverkehr aus Ihrem Netz. Bestätigen Sie, dass Sie ein Mensch sind.",
    ],
    [
      "de",
      "Ihre Privatsphäre",
      "Wir und unsere 112 Partner speichern Daten auf Ihrem Gerät. Sie können Ihre Einwilligung jederzeit widerrufen.",
    ],
    [
      "de",
      "Mühle mahlt wieder",
      "Melden Sie sich an, um diesen Artikel zu lesen. Passwort vergessen?",
      "Noch kein Konto? Jetzt registrieren.",
    ],
    ["de", "Seite nicht gefunden", "Die gesuchte Seite wurde verschoben oder gelöscht. Zurück zur Startseite."],
    ["fr", "Page introuvable", "La page que vous cherchez a été déplacée ou supprimée. Retour à l’accueil."],
    [
      "fr",
      "Le moulin tourne",
      "Cet article est réservé aux abonnés. Abonnez-vous pour lire la suite, sans engagement.",
    ],
    [
      "fr",
      "Votre vie privée",
      "Nos 211 partenaires et nous stockons des données personnelles. Vous pouvez modifier vos choix à tout moment.",
    ],
    ["es", "Acceso denegado", "Hemos detectado tráfico inusual. Confirma que no eres un robot para seguir."],
    ["es", "El molino muele", "Suscríbete para seguir leyendo. Acceso ilimitado por un euro el primer mes."],
    ["es", "Página no encontrada", "La página que buscas no existe o fue eliminada. Volver a la portada."],
    ["it", "Pagina non trovata", "La pagina che stai cercando è stata rimossa o spostata. Torna alla home."],
    ["it", "Il mulino riparte", "Contenuto riservato agli abbonati. Accedi o abbonati per continuare a leggere."],
    [
      "it",
      "La tua privacy",
      "Noi e i nostri 90 partner usiamo cookie e trattiamo dati personali. Puoi modificare le tue scelte quando vuoi.",
    ],
    ["pt", "Página não encontrada", "A página que procura foi removida. Voltar à página inicial."],
    ["pt", "O moinho volta", "Assine para continuar lendo. Acesso ilimitado; cancele quando quiser."],
    ["nl", "Pagina niet gevonden", "De pagina die je zoekt bestaat niet of is verplaatst. Terug naar de homepage."],
    ["nl", "Molen draait weer", "Log in om verder te lezen. Wachtwoord vergeten? Nog geen account?"],
    ["pl", "Nie znaleziono strony", "Strona, której szukasz, została usunięta. Wróć na stronę główną."],
    ["pl", "Młyn znów miele", "Zaloguj się, aby czytać dalej. Nie masz jeszcze konta? Wykup dostęp."],
    ["ru", "Страница не найдена", "Страница, которую вы ищете, удалена или перемещена. Вернуться на главную."],
    ["ru", "Проверка браузера", "Подтвердите, что вы не робот. Включите JavaScript и обновите страницу."],
    ["uk", "Сторінку не знайдено", "Такої сторінки не існує, або її видалено. Повернутися на головну."],
    ["ar", "الصفحة غير موجودة", "الصفحة التي تبحث عنها غير موجودة أو حذفت. العودة إلى الصفحة الرئيسية."],
    ["ja", "ページが見つかりません", "お探しのページは削除されたか、移動した可能性があります。トップページへ戻る"],
    ["ja", "水車が再び回る", "続きを読むには会員登録が必要です。ログインしてください。"],
    ["zh", "页面不存在", "您访问的页面不存在或已被删除。返回首页"],
    ["zh", "水磨重新转动", "请登录后继续阅读全文。没有账号？立即注册。"],
    ["tr", "Sayfa bulunamadı", "Aradığınız sayfa kaldırılmış veya taşınmış. Ana sayfaya dön."],
    ["sv", "Sidan hittades inte", "Sidan finns inte eller har flyttats. Tillbaka till startsidan."],
  ])("%s: %s", (language, title, ...paragraphs) => {
    expect(codeOf(pageOf(language, title, ...paragraphs))).toBe("wall");
  });

  test.each([
    [
      "en",
      "Page not found: the lost leaf of the Ostrava chronicle",
      "The missing page of the chronicle was not found in Ostrava on Monday, though forty people looked for it in the archive for a week.",
      "The archive says that the leaf was last seen in 1931.",
    ],
    [
      "en",
      "Court bans cookie banners",
      "A court in Ostrava has told three newspapers to change the way they use cookies and ask for consent on their sites.",
      "The banners hid the button to refuse, the judge said on Monday, and readers could not withdraw their consent.",
    ],
    [
      "en",
      "Robot test fails at the bank",
      "Customers of a bank in Ostrava were asked for two hours to prove that they were human, and none of them could log in.",
      "The bank blamed a new check and paid for the calls.",
    ],
    ["en", "Mill opens", "The mill of Ostrava opens on Monday at nine."],
    [
      "de",
      "Wartungsarbeiten an der Mühle",
      "Die Wartungsarbeiten an der Mühle von Ostrava dauern bis Mai, sagte der Müller am Montag dem Gemeinderat.",
      "Danach soll das große Rad wieder laufen und Mehl für drei Dörfer mahlen.",
    ],
    ["ja", "水車、五十年ぶりに回る", "オストラバの水車が月曜日、五十年ぶりに回り始めた。村の子どもたちが見守った。"],
  ])("%s: an article about such things is one: %s", (language, title, ...paragraphs) => {
    expect(codeOf(pageOf(language, title, ...paragraphs))).toMatch(/^article/);
  });
});

describe("a consent box in a page", () => {
  const ARTICLE =
    "<h1>Mill grinds again</h1><p>The mill of Ostrava Bridge will grind again from May, its owners told the council on Thursday.</p>" +
    "<p>They paid for the roof and the two wheels themselves.</p>";
  const WORDS = {
    en: "<p>We and our 211 partners use cookies and process personal data to show you personalized ads.</p><p>Your choices apply to this site alone and are kept for a year.</p>",
    de: "<p>Wir und unsere 211 Partner nutzen Cookies und verarbeiten personenbezogene Daten für personalisierte Werbung.</p><p>Ihre Auswahl gilt ein Jahr lang.</p>",
    fr: "<p>Nous et nos 211 partenaires utilisons des cookies et traitons des données personnelles.</p><p>Vos choix sont conservés un an.</p>",
    ru: "<p>Мы и наши партнёры используем файлы cookie и обрабатываем персональные данные.</p><p>Ваш выбор действует один год.</p>",
    ja: "<p>当社と提携パートナーは、クッキーを使用して個人データを処理し、同意に基づき保存します。</p><p>選択は一年間保存されます。</p>",
  };
  const BUTTONS = "<button>OK</button>";
  test.each([
    ['<div id="onetrust-banner-sdk">', "</div>"],
    ['<div class="cookie-notice fixed">', "</div>"],
    ['<section role="dialog" aria-modal="true">', "</section>"],
    ["<dialog open>", "</dialog>"],
    ["<div><div><h2>…</h2>", "</div></div>"],
    ["<aside>", "</aside>"],
  ])("leaves the article alone: %s", (open, close) => {
    for (const words of Object.values(WORDS))
      for (const page of [
        `<body>${open}${words}${BUTTONS}${close}<main><article>${ARTICLE}</article></main></body>`,
        `<body><main><article>${ARTICLE}</article></main>${open}${words}${BUTTONS}${close}</body>`,
        `<body><div class="page">${ARTICLE}${open}${words}${BUTTONS}${close}</div></body>`,
      ]) {
        const { text } = extractArticle(`<html><head><title>Mill grinds again</title></head>${page}</html>`, null);
        expect(text).toContain("grind again from May");
        expect(text).toContain("two wheels themselves");
        expect(text).not.toMatch(/211|выбор|партн|クッキー|選択|choices|choix|Auswahl/);
      }
  });

  test("an article about consent keeps what it tells", () => {
    const told =
      "<p>The court said that sites which use cookies and process personal data must ask for consent first.</p>";
    const page = `<html><body><article><h1>Court on cookies</h1>${told}${told.replace("first", "in two steps")}</article></body></html>`;
    expect(extractArticle(page, null).text).toContain("must ask for consent first");
  });
});

describe("a page meets its entry", () => {
  test.each([
    ["Office moves to the old mill", "", "The office will move into the mill in spring."],
    ["Офис переезжает на мельницу", "", "Весной офис переедет в старую мельницу, сказал совет."],
    ["役所が水車小屋へ移転", "", "町の役所は春に水車小屋へ移転すると、町議会が月曜日に発表した。"],
    ["News", "", "Nothing can be said of one word."],
    ["A pun nobody follows", "The mill gets a new wheel.", "A new wheel came for the mill on Monday."],
  ])("when words of headline or summary stand in it: %s", (title, summary, text) => {
    expect(meetsEntry(text, title, summary)).toBe(true);
  });

  test.each([
    [
      "Office moves to the old mill",
      "The council said so on Monday.",
      "Welcome to Valley Post, the paper of the coast since 1902. We write about ships and fish.",
    ],
    ["役所が水車小屋へ移転", "", "ようこそ。このサイトは海辺の新聞です。毎日、船と魚について書いています。"],
  ])("not when none does: %s", (title, summary, text) => {
    expect(meetsEntry(text, title, summary)).toBe(false);
  });
});

test("a check that names the article it stands before is a wall all the same", () => {
  const inner =
    "<h1>Please verify that you are human</h1><p>You are trying to read “Mill grinds again after a flood”.</p>" +
    "<p>Our systems have seen unusual traffic from your network. Complete the check below to go on.</p>";
  expect(
    codeOf(`<html lang="en"><head><title>Mill grinds again after a flood</title></head><body>${inner}</body></html>`),
  ).toBe("wall");
});

test("an article on a text that was removed is no wall", () => {
  const first = "The mill's council said on Monday that a post on its site had been removed after readers wrote in.";
  const second =
    "The post had called the flood of last winter a gift, which 41 people of the valley took ill in letters.";
  expect(codeOf(pageOf("en", "Mill removes a post on the flood", first, second))).toContain(first);
});
