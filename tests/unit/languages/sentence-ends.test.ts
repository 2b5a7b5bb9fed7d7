/** Where sentences end in each language, in the hard cases: short forms, initials, brackets, closing marks. */

import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../src/languages/shared/sentences.ts";

const SENTENCES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  en: [
    ["Sen. Ada Moor (Fla.) voted no.", "She left."],
    ["Rep. Tom Vale (D-Ore.) Sandrow man, said so."],
    ["He left the room.", "(It was late.)", "Nobody saw him."],
    ["It ended at 5 p.m.", "Police left."],
    ["J. A. Moor spoke to U.S. Sen. Vale.", "Then he left."],
    ["He lived in Washington, D.C.", "The house is empty."],
    ["The firm (Oro Inc.) Varen plant closed.", "It had 40 workers."],
    ["He works for Hale & Co. in Varen.", "She does not."],
    ["She is No. 1 in Varen.", "The rest follow."],
    ["It sank (see p. 5).", "Nobody died."],
    ["The head of the bar, Barr. Ada Moor, agreed.", "He left."],
    ["Engr. Tom Vale met Cllr. Bea Hale and Sens. Ada Moor and Kit Orr.", "He left."],
    ["The ball flew in a high arc.", "Ada Moor caught it."],
    ["He won the point by 3 pt.", "Moor lost."],
  ],
  es: [
    ["La junta pidió ayuda a EE. UU. y a Canadá.", "Se fueron."],
    ["La empresa Ferris S. A. pagó la multa.", "Se fueron."],
    ["Llegó a las 5 p. m. a Varena.", "Se fueron."],
    ["Vive en EE. UU.", "La casa está vacía."],
    ["El Sr. Moro y la Dra. Vale hablaron.", "No dijeron más."],
    ["«No lo sé.»", "La alcaldesa calló."],
    ["Vendió fruta, pan, etc.", "La tienda cerró."],
    ["La ley (art. 5) sigue.", "Nadie la cambió."],
    ["Lo dijo D. Juan Moro en la pág. 3.", "No hay más."],
    ["Trabajó en RR. HH. de la empresa.", "Ya no."],
    ["Ganaron 3.500 euros en el núm. 7.", "Fue mucho."],
    ["¿Quién lo vio?", "Nadie."],
    ["Habló el Dip. Juan Moro con la Mtra. Ana Vale.", "Se fueron."],
    ["Según J. L. Moro, no hay agua.", "El río está seco."],
  ],
  ru: [
    ["По словам И. И. Калдер, двигатели старые.", "Погибших нет."],
    ["А. С. Петров сообщил об этом.", "Погибших нет."],
    ["Ущерб составил 5 млн руб.", "Погибших нет."],
    ["Он живёт в г. Осклов на ул. Мира.", "Дом пуст."],
    ["Это было в 2027 г.", "Погибших нет."],
    ["Он привёз хлеб, рыбу и т. д.", "Магазин закрыт."],
    ["Это т. н. мост, т. е. две доски.", "Он упал."],
    ["В 2020–2027 гг. рос Осклов.", "Дома стояли."],
    ["«Мы не знали.»", "Мэр ушёл."],
    ["— Я не знаю, — сказал И. Мор.", "Все ушли."],
    ["Цена выросла до 3 тыс. руб. за место.", "Никто не платит."],
    ["Проф. А. Мор и др. учёные спорят.", "Ответа нет."],
    ["Им. Ленина завод закрыт.", "Он стар."],
    ["В Осклове 5 тыс. жителей.", "Школ две."],
    ["Это 12 кв. м жилья.", "Дом стар."],
  ],
  uk: [
    ["За словами І. І. Калдер, двигуни старі.", "Загиблих немає."],
    ["Збитки склали 5 млн грн.", "Загиблих немає."],
    ["Це було у 2027 р.", "Загиблих немає."],
    ["Він живе на вул. Миру в м. Осклів.", "Дім порожній."],
    ["Хліб, риба і т. д. подорожчали.", "Люди купують менше."],
    ["Проф. О. Мор не знає.", "Відповіді немає."],
    ["Це т. зв. міст.", "Він упав."],
  ],
  de: [
    ["»Die Übergabe war immer bar.«", "Am 31. August holte sie 7000 Euro ab.", "Es ging um ca. 600 Millionen Euro."],
    ["Dr. h. c. Ada Moor kam um 8 Uhr.", "Sie ging."],
    ["Der Verein z. B. Hafen e. V. Varen klagt.", "Er verlor."],
    ["Es kostet 5 Mrd. Euro.", "Das ist viel."],
    ["Der Pfarrer, Pfr. Anton Mehl, und Dipl.-Ing. Uwe Pfeil kamen.", "Sie gingen."],
    ["Es kostet 5 Mio.", "Das ist viel."],
    ["Brot, Fisch usw.", "Die Preise steigen."],
    ["Er kam am 3. Oktober um 5 Uhr.", "Die Bahn fuhr nicht."],
    ["Im 19. Jahrhundert stand hier St. Anna.", "Heute nicht."],
    ["„Wir gehen.“", "Die Wirtin blieb."],
    ["Die Firma Moor GmbH & Co. KG schloss.", "Sie hatte 40 Leute."],
    ["Bürgermeister a. D. Tom Moor sprach.", "Er war müde."],
    ["Das war 50 v. Chr. in Varen.", "Die Stadt war klein."],
    ["Laut Abs. 3 Nr. 4 der Satzung gilt das.", "Der Rat schwieg."],
    ["J.-P. Moor kam.", "Er ging."],
    ["Das u. a. Hamburg und Varen betroffen sind, steht fest.", "Mehr nicht."],
    ["Sie wohnt in der Werftgasse 5.", "Er nicht."],
  ],
  fr: [
    ["M. Duval a vu Mme Roy.", "Il est parti."],
    ["J.-P. Mor a parlé.", "Il est parti."],
    ["En 50 av. J.-C. la ville brûla.", "Elle fut refaite."],
    ["« C'est fini. »", "Le maire part."],
    ["Il vend du pain, etc.", "La boutique ferme."],
    ["La société Mor S. A. a payé.", "Elle ferme."],
    ["L'art. 5 (p. 12) le dit.", "Nul ne le lit."],
    ["Le Dr. A. Mor le sait.", "Il se tait."],
    ["Il est né en 1950 apr. J.-C.", "Il vit."],
    ["« Non ! » crie-t-il.", "Il part."],
  ],
  pt: [
    ["O Sr. Moro e a Dra. Vale falaram.", "Eles saíram."],
    ["A empresa Moro S. A. pagou.", "Ela fechou."],
    ["O n.º 5 do art. 3 vale.", "Ninguém o lê."],
    ["D. Pedro Moro veio, p. ex. em maio.", "Ele saiu."],
    ["Vende pão, etc.", "A loja fechou."],
    ["Segundo A. C. Moro, falta água.", "O rio secou."],
    ["No séc. XX a vila cresceu.", "Hoje não."],
    ["A Exma. Sra. Vale falou.", "O povo ouviu."],
  ],
  ar: [
    ["قال د. خالد الرشيد إن الميناء مغلق.", "لا أحد يعلم."],
    ["التقى أ. د. سامي عمر الوفد.", "انتهى اللقاء."],
    ["هل وصل؟", "نعم."],
  ],
  zh: [
    ["船沉了。", "“我们没事，”他说，“大家回家了。”"],
    ["船沉了。", "“我们没事。”他说。"],
    ["“谁知道？”她问。", "没有人回答。"],
    ["会议结束了。", "代表们离开！"],
    ["市长表示：“桥很安全。”", "居民不信。"],
  ],
  ja: [
    ["船は沈んだ。", "「大丈夫だ。」と彼は述べた。"],
    ["「なぜだ？」と聞いた。", "答えはない。"],
  ],
  it: [
    ["Il dott. Moro e la sig.ra Vale parlarono.", "Poi uscirono."],
    ["La Moro S.p.A. ha pagato.", "Poi chiuse."],
    ["Secondo A. I. Moro manca l'acqua.", "Il fiume è secco."],
    ["«Non lo so.»", "Il sindaco tacque."],
  ],
  nl: [
    ["Dhr. J. de Moor sprak o.a. met dr. Vale.", "Hij ging."],
    ["Mw. A. I. Moor kwam om 5 uur.", "Ze ging."],
  ],
  pl: [
    ["Prof. A. I. Mor mówił m.in. o moście.", "Potem wyszedł."],
    ["To było w 2027 r.", "Nikt nie zginął."],
    ["Strata wyniosła 5 mln zł.", "Nikt nie zginął."],
    ["Ul. Morska ma 5 tys. mieszkańców.", "Szkół jest dwie."],
  ],
  sv: [
    ["Det gäller bl.a. skolor, t.ex. i Varen.", "Ingen vet."],
    ["Det kostar 5 milj. kr.", "Ingen betalar."],
  ],
  nb: [
    ["Det koster 5 mill. kroner.", "Ingen betaler."],
    ["A. I. Moor kom.", "Han gikk."],
  ],
  da: [
    ["Det koster 5 mio. kroner.", "Ingen betaler."],
    ["Brød, fisk osv.", "Butikken lukker."],
  ],
};

const SPACELESS = new Set(["zh", "ja"]);

describe.each(Object.entries(SENTENCES))("in %s", (language, cases) => {
  test.each(cases.map((sentences) => ({ sentences })))("$sentences", ({ sentences }) => {
    const text = sentences.join(SPACELESS.has(language) ? "" : " ");
    const found = splitSentences(text, language).map((span) => text.slice(span.start, span.end));
    expect(found).toEqual(sentences);
  });
});
