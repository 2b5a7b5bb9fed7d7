/** The forms of an English word: plurals, forms of verbs, and who does it for a living ("footballers"). */

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    man: "men",
    woman: "women",
    child: "children",
    person: "people",
    foot: "feet",
    tooth: "teeth",
    mouse: "mice",
    goose: "geese",
    wife: "wives",
    life: "lives",
    knife: "knives",
    wolf: "wolves",
    leaf: "leaves",
    thief: "thieves",
    half: "halves",
    shelf: "shelves",
    bus: "buses",
    virus: "viruses",
    campus: "campuses",
    bonus: "bonuses",
    crisis: "crises",
    analysis: "analyses",
    strike: "struck",
    win: "won",
    sell: "sold",
    buy: "bought",
    build: "built",
    break: "broke broken",
    steal: "stole stolen",
    shoot: "shot",
    fight: "fought",
    fall: "fell fallen",
    rise: "rose risen",
    grow: "grew grown",
    know: "knew known",
    fly: "flew flown",
    drive: "drove driven",
    speak: "spoke spoken",
    choose: "chose chosen",
    freeze: "froze frozen",
    swim: "swam swum",
    sing: "sang sung",
    sink: "sank sunk",
    write: "wrote written",
    teach: "taught",
    catch: "caught",
    die: "died dying",
    lie: "lying",
    tie: "tying",
    add: "added adding",
    err: "erred erring",
    agree: "agreed",
    guarantee: "guaranteed",
    free: "freed",
    change: "changed changing",
    arrange: "arranged arranging",
    taste: "tasted tasting",
    waste: "wasted wasting",
    paste: "pasted pasting",
    bathe: "bathed bathing",
  }).flatMap(([word, forms]) => forms.split(" ").map((form) => [form, word] as const)),
);
/** They end as forms do, and are none. */
const WHOLE: ReadonlySet<string> = new Set(
  (
    "news united gas texas kansas arkansas hamas christmas dallas vegas lucas thomas nicolas bias canvas atlas alias " +
    "laos chaos cosmos series species wales james paris during morning evening something nothing everything anything " +
    "hundred sacred human humane moral morale local locale customer custom customs number corner former " +
    "herring wedding bedding outing offing earring inning innings mars roses"
  ).split(" "),
);

const VOWEL = /[aeiouy]/;
/** One group of vowels, and one consonant that English doubles: "hop", "strik". */
const SHORT = /^[^aeiou]*[aeiou][^aeiouwxy]$/;
/** No English word ends so without an e: "danc", "leav", "caus", "settl". */
const WANTS_E = /(?:[cvzu]|[^s]s|dg|rg|lg|[^aeioulr]l)$/;
const ONE_GROUP = /^[^aeiouy]*[aeiouy]+[^aeiouy]*$/;
/** Short verbs whose consonant is doubled. What else of three letters is left, as of "Manning" or "pudding", is another word. */
const DOUBLING: ReadonlySet<string> = new Set(
  (
    "ban bar bat beg bet bid bob bug cap cop cut dab dig dim dip dot dub fan fit gag get gun gut ham hem hit hog hop hug hum " +
    "jab jam jet jig job jog jot jut kid lag lap let lob log lop lug map mar mob mop mug nab nag nap net nip nod pad pan pat " +
    "peg pen pet pig pin pit pop pot pun put ram rap rib rid rig rim rip rob rot rub run sag sap set sin sip sit sob sop sub " +
    "sum sun tag tan tap tin tip top tot tug vet wag wed wet win wit zap zip"
  ).split(" "),
);
/** At least these letters before "er": a doer, "footballer". */
const DOER_LEAVES = 7;

function toSingular(word: string): string {
  if (/(?:ss|us|is)$/.test(word) || word.length < 4) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz|[^aeiou]o)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** "stopp" to "stop", "hop" to "hope", "danc" to "dance": what stood before "ing" or "ed"; null where no verb did. */
function toVerb(cut: string): string | null {
  if (/([bdgmnprt])\1$/.test(cut)) {
    const verb = cut.slice(0, -1);
    return verb.length > 3 || DOUBLING.has(verb) ? verb : null;
  }
  if (/[^aeiou]ell$/.test(cut) && cut.length > 5) return cut.slice(0, -1);
  return SHORT.test(cut) || WANTS_E.test(cut) ? `${cut}e` : cut;
}

function toPresent(word: string): string {
  if (/[^aeiou]ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  const cut = /^(.{3,})ing$/.exec(word)?.[1] ?? /^(.{2,}[^e])ed$/.exec(word)?.[1];
  return cut !== undefined && VOWEL.test(cut) ? (toVerb(cut) ?? word) : word;
}

function toDeed(word: string): string {
  const cut = word.endsWith("er") ? word.slice(0, -2) : "";
  return cut.length >= DOER_LEAVES ? cut : word;
}

/** The same for all forms of a folded word. */
export function toEnglishForm(folded: string): string {
  if (WHOLE.has(folded)) return folded;
  const known = IRREGULAR.get(folded);
  if (known !== undefined) return toEnglishForm(known);
  const singular = toSingular(folded);
  if (WHOLE.has(singular)) return singular;
  const word = toDeed(toPresent(IRREGULAR.get(singular) ?? singular));
  if (WHOLE.has(word)) return word;
  // A long word drops its e before an ending, and what is left does not show it: "decide", "deciding".
  return word.endsWith("e") && !word.endsWith("ee") && !ONE_GROUP.test(word.slice(0, -1)) ? word.slice(0, -1) : word;
}
