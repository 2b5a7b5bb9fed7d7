/** What English does in speech that other languages do not. */

import type { SpeechRules } from "../language.ts";
import { findNameGender } from "../shared/names/name-lists.ts";
import { ENGLISH_WEIGHTS } from "./features.ts";

/** Endings of words for people at work. */
const WORKER =
  /(?:[^aeiou]er|eer|ier|tor|sor|or|ist|ician|itian|arian|naut|man|men|woman|women|person|ant|ary|ess|chief|head|master|mate|guard|clerk|host|pilot|monk|nun|dean|coach|mayor|chef|cook|duke|recipient|tycoon|mogul|baron|magnate|heir|intern|niece|nephew|uncle|aunt|cousin|wife|husband|friend|^(?:forward|model|son|grandson))$/;
/** Words of such an ending that are nobody. */
const NOBODY =
  /^(?:never|forever|whoever|whichever|wherever|moreover|after|under|over|other|another|either|neither|rather|number|matter|paper|water|winter|summer|order|offer|letter|weather|power|river|border|center|corner|december|november|october|september|member|for|or|nor|floor|door|error|color|major|minor|important|significant|relevant|distant|constant|instant|military|january|february|necessary|secondary|primary|list|human|german|roman|ottoman|press|less|business|success|process|across|ahead|harbor|chapter|quarter|character|whether|ever|however|together|further|latter|former|greater|later|earlier|older|younger|her|per|bar|car|dinner|newsletter|computer|theater|theatre|twitter|cover|danger|layer|tower|shower|ladder|filter|banner|folder|poster|trailer|thriller|chamber|timber|cluster|disaster|cancer|fever|liver|laughter|counter|meter|register|charter|leather|feather|gather|anger|hunger|silver|copper|rubber|butter|gender|server|printer|router|scanner|freezer|cooler|container|trigger|wonder|shoulder|finger|slider|burger|sticker|starter|blockbuster|headquarter|transfer|remainder|consider|inner|outer|upper|lower|proper|super|clever|bitter|tender|sober|anniversary|documentary|summary|library|salary|diary|commentary|obituary|dictionary|temporary|ordinary|contrary|vocabulary|boundary|stationary|voluntary|elementary|contemporary|monetary|sanitary|exist|twist|resist|assist|fist|mist|wrist|communist|socialist|motor|behavior|factor|sector|tumor|humor|labor|mirror|horror|terror|honor|favor|corridor|rumor|flavor|monitor|superior|interior|exterior|indoor|outdoor|senior|junior|inferior|prior|vapor|armor|odor|vigor|razor|reactor|tractor|elevator|calculator|generator|indicator|access|address|progress|fitness|illness|wilderness|happiness|express|stress|dress|mess|chess|loss|darkness|weakness|restaurant|plant|want|giant|grant|elephant|variant|brilliant|elegant|dominant|pregnant|abundant|hydrant)$/;

/** Family names in -ly ("Connolly", "Reilly") have other letters before it. */
const OPENING_ADVERB =
  /(?:[aeiouy].*[^ae]al|ous|ive|[fe]ul|less|ent|ant|ing|ed|[aeiou].*ab|ib|ate|ete|ite|lar|ose|ense|erse|ain|ear|ick|ort|ost|odd|sad|udden|second|first|public|lucki|happi|easi|primari|necessari)ly$/;

export const ENGLISH_SPEECH: Partial<SpeechRules> = {
  weights: ENGLISH_WEIGHTS,
  participle: /ing$/,
  isOpeningAdverb: (word) => OPENING_ADVERB.test(word) && findNameGender(word) === null,
  stacksNouns: true,
  isWorker: (word) => WORKER.test(word) && !NOBODY.test(word),
  // "Department of Harbors" goes on; a person's name does not.
  joinsName: (particle, before, _next, words) => !words.officeJoiners.has(particle) || words.offices.has(before),
};
