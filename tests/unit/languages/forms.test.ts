/** Forms of a word share a key, and other words do not, in each language with rules for them. */

import { expect, test } from "vitest";
import { fold } from "../../../src/domain/fold.ts";
import { toForms } from "../../../src/languages/forms.ts";
import { findLanguage, LANGUAGES } from "../../../src/languages/index.ts";

/** Language, forms of one word each, and pairs of words that are no forms of one another. */
const ROWS: readonly (readonly [string, string, string])[] = [
  [
    "en",
    "strike/strikes/striking/struck election/elections policy/policies stop/stopped/stopping hope/hoping/hoped hop/hopping football/footballer/footballers protest/protesters/protesting bus/buses house/houses/housing city/cities dance/dancing/danced settle/settled/settling force/forced announce/announced/announces decide/decided/deciding travel/travelled/traveling vote/votes/voting/voted argue/argued/arguing visit/visited move/moving tax/taxes hero/heroes child/children resign/resigned/resigns charge/charged/charges add/adds/added/adding ban/bans/banned/banning plan/planning cut/cutting win/won/winning fan/fans",
    "car/care plan/plane import/important organ/organization university/universe general/generation port/report unit/united new/news intern/international case/cash customer/custom number/numb star/stare policy/police win/wine author/authority corn/corner us/use nation/nationality hat/hate her/herring wed/wedding bed/bedding ear/earring man/manning in/innings out/outing can/canning ad/added mar/mars rise/roses",
  ],
  [
    "de",
    "wahl/wahlen streik/streiks/streiken/streikes regierung/regierungen haus/häuser/hauses stadt/städte/städten land/länder/ländern kanzler/kanzlerin kind/kinder/kindern präsident/präsidenten/präsidentin krise/krisen hafen/häfen partei/parteien minister/ministers/ministerin zug/züge/zügen preis/preise/preisen deutsch/deutsche/deutscher bürger/bürgern tag/tage/tagen",
    "bürger/burg wetter/wette messer/messe meister/meist schwerin/schwer berlin/berl wahl/auswahl lage/lager hafen/haft",
  ],
  [
    "fr",
    "grève/grèves élection/élections journal/journaux nationale/national/nationaux/nationales ministre/ministres ouvrier/ouvrière/ouvriers européen/européenne/européennes loi/lois bateau/bateaux feu/feux directeur/directrice pays/pays étudiante/étudiant",
    "paris/pari port/porte fois/foi cas/case procès/procédure corps/cor",
  ],
  [
    "es",
    "huelga/huelgas elección/elecciones ministro/ministra/ministros luz/luces país/países ley/leyes inglés/inglesa/ingleses director/directores gobierno/gobiernos mes/meses detenido/detenidos presidente/presidentes bombero/bomberos juez/jueces",
    "casa/caso puerto/puerta mejor/mejora policía/política banco/banca universidad/universo punto/punta hora/horno",
  ],
  [
    "pt",
    "greve/greves eleição/eleições jornal/jornais homem/homens país/países hospital/hospitais ministro/ministra/ministros mulher/mulheres cidade/cidades juiz/juízes português/portugueses/portuguesa",
    "casa/caso porto/porta banco/banca",
  ],
  [
    "it",
    "sciopero/scioperi elezione/elezioni banca/banche ministro/ministri giornale/giornali mese/mesi paese/paesi città/città legge/leggi casa/case caso/casi lavoratore/lavoratori presidente/presidenti nave/navi",
    "casa/caso porto/porta banco/banca case/casi",
  ],
  [
    "nl",
    "staking/stakingen verkiezing/verkiezingen straat/straten school/scholen man/mannen huis/huizen brief/brieven minister/ministers partij/partijen haven/havens ziekenhuis/ziekenhuizen agent/agenten",
    "bom/boom man/maan verkiezing/keuze",
  ],
  [
    "sv",
    "strejk/strejken/strejker/strejkerna val/valet/valen polis/polisen/poliser skola/skolan/skolor/skolorna regering/regeringen/regeringens barn/barnen hamn/hamnen/hamnar",
    "hamn/hamnade val/valuta",
  ],
  [
    "da",
    "strejke/strejken/strejker valg/valget/valgene politiker/politikere/politikerne regering/regeringen/regeringens havn/havnen/havne minister/ministre/ministeren",
    "valg/valgte havn/have",
  ],
  [
    "nb",
    "streik/streiken/streiker/streikene valg/valget/valgene regjering/regjeringen havn/havnen/havner",
    "valg/valgte havn/have",
  ],
  [
    "ru",
    "москва/москве/москвы/москвой/москву забастовка/забастовку/забастовки/забастовок выборы/выборов/выборах война/войны/войной город/города/городе/городов путин/путина/путину/путиным россия/россии/россию/россией суд/суда/суде/судов газета/газеты/газету новый/новая/новое/новых/новому",
    "суд/судно мир/мировой москва/москвич газа/газета",
  ],
  [
    "uk",
    "вибори/виборів/виборах київ/києва/києві війна/війни/війною україна/україни/україні/україну страйк/страйку/страйки місто/міста/місті",
    "місто/місяць",
  ],
  [
    "pl",
    "katowice/katowicach/katowic strajk/strajku/strajki/strajków/strajkiem wybory/wyborów/wyborach warszawa/warszawie/warszawy/warszawą polska/polsce/polski/polską praga/pradze kraków/krakowie/krakowa szkoła/szkoły/szkole rząd/rządu/rządzie kobieta/kobiety/kobiet sąd/sądu/sądzie minister/ministra/ministrowi",
    "rząd/rzecz sąd/sądny",
  ],
  [
    "cs",
    "volby/voleb/volbách stávka/stávky/stávku/stávek praha/praze/prahy/prahu vláda/vlády/vládě/vládou soud/soudu/soudy/soudem ministr/ministra/ministři škola/školy/škole",
    "praha/prach",
  ],
  [
    "fi",
    "lakko/lakon/lakot/lakossa/lakkoja helsinki/helsingissä/helsingin vaali/vaalit/vaalien/vaaleissa hallitus/hallituksen/hallitukset poliisi/poliisin/poliisia koulu/koulussa/koulun/koulut presidentti/presidentin/presidentille",
    "koulu/kulu vaali/vaaka",
  ],
  [
    "tr",
    "seçim/seçimler/seçimde/seçimlerde/seçimi/seçimin grev/grevi/grevler/greve polis/polisi/polisler/polise deprem/depremde/depremi/depremin okul/okullar/okulda kitap/kitabı/kitaplar bakan/bakanı/bakanlar",
    "grev/görev okul/okuma",
  ],
  [
    "ar",
    "مدرسة/المدرسة/مدرسته انتخابات/الانتخابات/انتخاب حكومة/الحكومة/والحكومة معلم/المعلمون/معلمين إضراب/الإضراب/اضراب",
    "مدرسة/مدير علم/عالم",
  ],
];

const keysOf = (tag: string, words: string): ReadonlySet<string> =>
  new Set(words.split("/").map((word) => findLanguage(tag).toForm(fold(word))));

test.each(ROWS)("%s: the forms of a word are one", (tag, forms) => {
  expect(forms.split(" ").filter((words) => keysOf(tag, words).size !== 1)).toEqual([]);
});

test.each(ROWS)("%s: words that only look alike are two", (tag, _, others) => {
  expect(others.split(" ").filter((words) => keysOf(tag, words).size !== 2)).toEqual([]);
});

test("every room has rules, but those whose words are met within a run of letters", () => {
  const without = LANGUAGES.filter(({ tag }) => !ROWS.some(([each]) => each === tag)).map(({ tag }) => tag);
  expect(without).toEqual(["ja", "ko", "zh"]);
});

test("of several endings the longest that leaves enough of the word is cut, and a whole word is left alone", () => {
  const toForm = toForms({
    about: "",
    whole: { tires: "tires" },
    beginnings: ["le..."],
    rounds: [{ "...s": "", "...es": "", ".ies": "y" }],
  });
  expect(["cats", "boxes", "flies", "as", "tires", "leport", "lemo"].map(toForm)).toEqual([
    "cat",
    "box",
    "fly",
    "as",
    "tires",
    "port",
    "lemo",
  ]);
});
